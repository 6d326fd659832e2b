package org.rats4j.core.crypto;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.internal.Curve;

/**
 * The signatures of one key in the Java cryptography architecture, in the form of COSE.
 *
 * <p>Providers disagree on the names of signatures, and for ECDSA some have only DER. What the
 * provider of this key knows is found at the first use and remembered.
 */
final class JcaSignatures {
  private static final String ECDSA_DER = "withECDSA";

  private final KeyKind kind;
  private final @Nullable Provider provider;
  private volatile int found;

  /**
   * @param provider null to let the key choose
   */
  JcaSignatures(KeyKind kind, @Nullable Provider provider) {
    this.kind = kind;
    this.provider = provider;
  }

  byte[] sign(PrivateKey key, long algorithm, List<Bytes> parts)
      throws InvalidKeyException, SignatureException {
    Opened opened = open(algorithm, signature -> signature.initSign(key));
    for (Bytes part : parts) {
      part.update(opened.signature);
    }
    byte[] made = opened.signature.sign();
    return opened.der ? rawOfOwn(made) : made;
  }

  boolean verify(PublicKey key, long algorithm, List<Bytes> parts, Bytes signature)
      throws InvalidKeyException, SignatureException {
    Opened opened = open(algorithm, verifier -> verifier.initVerify(key));
    for (Bytes part : parts) {
      part.update(opened.signature);
    }
    return opened.signature.verify(
        (opened.der ? EcdsaSignature.toDer(signature) : signature).toByteArray());
  }

  private Opened open(long algorithm, Start start) throws InvalidKeyException {
    List<String> names = names(algorithm);
    NoSuchAlgorithmException absence = null;
    InvalidKeyException refusal = null;
    for (int i = Math.min(found, names.size() - 1); i < names.size(); i++) {
      String name = names.get(i);
      try {
        Signature signature = started(name, start, algorithm);
        found = i;
        return new Opened(signature, name.endsWith(ECDSA_DER));
      } catch (NoSuchAlgorithmException e) {
        absence = e;
      } catch (InvalidKeyException e) {
        // With a provider the key is to blame; without one, no provider may have this name for it.
        if (provider != null) {
          throw e;
        }
        refusal = e;
      }
    }
    if (refusal != null) {
      throw refusal;
    }
    throw missing(algorithm, absence);
  }

  private Signature started(String name, Start start, long algorithm)
      throws NoSuchAlgorithmException, InvalidKeyException {
    Signature signature =
        provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
    start.on(signature);
    try {
      // Behind the start: before it, a signature without provider would choose one without the key.
      if (algorithm == Algorithms.PS256) {
        signature.setParameter(pss(MGF1ParameterSpec.SHA256, 32));
      } else if (algorithm == Algorithms.PS384) {
        signature.setParameter(pss(MGF1ParameterSpec.SHA384, 48));
      } else if (algorithm == Algorithms.PS512) {
        signature.setParameter(pss(MGF1ParameterSpec.SHA512, 64));
      }
    } catch (InvalidAlgorithmParameterException e) {
      throw new InvalidKeyException(
          "key refuses the parameters of " + Algorithms.name(algorithm), e);
    }
    return signature;
  }

  private static PSSParameterSpec pss(MGF1ParameterSpec hash, int saltBytes) {
    return new PSSParameterSpec(
        hash.getDigestAlgorithm(), "MGF1", hash, saltBytes, PSSParameterSpec.TRAILER_FIELD_BC);
  }

  /** Returns what providers call the signature, the form of COSE before DER. */
  private List<String> names(long algorithm) {
    return switch (kind) {
      case P256, P384, P521 -> ecdsaNames(kind.curve().map(Curve::hash).orElseThrow());
      case ED25519 -> List.of("Ed25519");
      case ED448 -> List.of("Ed448");
      case ML_DSA_44 -> List.of("ML-DSA-44", "ML-DSA");
      case ML_DSA_65 -> List.of("ML-DSA-65", "ML-DSA");
      case ML_DSA_87 -> List.of("ML-DSA-87", "ML-DSA");
      case RSA, RSA_PSS, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512 -> rsaNames(algorithm);
    };
  }

  private static List<String> ecdsaNames(String hash) {
    return List.of(hash + "withECDSAinP1363Format", hash + "withPLAIN-ECDSA", hash + ECDSA_DER);
  }

  private static List<String> rsaNames(long algorithm) {
    if (algorithm == Algorithms.RS256) {
      return List.of("SHA256withRSA");
    }
    if (algorithm == Algorithms.RS384) {
      return List.of("SHA384withRSA");
    }
    if (algorithm == Algorithms.RS512) {
      return List.of("SHA512withRSA");
    }
    if (algorithm == Algorithms.PS256) {
      return List.of("RSASSA-PSS", "SHA256withRSA/PSS");
    }
    String hash = algorithm == Algorithms.PS384 ? "SHA384" : "SHA512";
    return List.of("RSASSA-PSS", hash + "withRSA/PSS");
  }

  private byte[] rawOfOwn(byte[] der) throws SignatureException {
    try {
      int bytes = kind.curve().map(Curve::coordinateBytes).orElseThrow();
      return EcdsaSignature.toRaw(Bytes.copyOf(der), bytes).toByteArray();
    } catch (DecodingException e) {
      throw new SignatureException("provider made no ECDSA signature of this curve", e);
    }
  }

  private IllegalStateException missing(long algorithm, @Nullable NoSuchAlgorithmException cause) {
    String who = provider == null ? "no installed provider" : "provider " + provider.getName();
    String does = provider == null ? " has " : " does not have ";
    return new IllegalStateException(who + does + Algorithms.name(algorithm), cause);
  }

  @FunctionalInterface
  private interface Start {
    void on(Signature signature) throws InvalidKeyException;
  }

  private record Opened(Signature signature, boolean der) {}
}
