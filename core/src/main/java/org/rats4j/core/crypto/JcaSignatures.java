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
 * <p>Providers disagree on the name of ECDSA with {@code r || s}, and some have only DER. What the
 * provider of this key knows is found at the first use and remembered.
 */
final class JcaSignatures {
  private static final List<String> ECDSA_NAMES =
      List.of("withECDSAinP1363Format", "withPLAIN-ECDSA", "withECDSA");
  private static final int ECDSA_DER = 2;

  private final KeyKind kind;
  private final @Nullable Provider provider;
  private volatile int ecdsaName;

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
    if (kind.curve().isEmpty()) {
      return new Opened(openNamed(name(algorithm), start, algorithm), false);
    }
    String hash = kind.curve().get().hash();
    int index = ecdsaName;
    while (true) {
      try {
        Signature signature = started(hash + ECDSA_NAMES.get(index), start, algorithm);
        ecdsaName = index;
        return new Opened(signature, index == ECDSA_DER);
      } catch (NoSuchAlgorithmException e) {
        if (index == ECDSA_DER) {
          throw missing(algorithm, e);
        }
      } catch (InvalidKeyException e) {
        // With a provider the key is to blame; without one, no provider may have this name for it.
        if (provider != null || index == ECDSA_DER) {
          throw e;
        }
      }
      index++;
    }
  }

  private Signature openNamed(String name, Start start, long algorithm) throws InvalidKeyException {
    try {
      return started(name, start, algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw missing(algorithm, e);
    }
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

  private String name(long algorithm) {
    return switch (kind) {
      case ED25519 -> "Ed25519";
      case ED448 -> "Ed448";
      case ML_DSA_44 -> "ML-DSA-44";
      case ML_DSA_65 -> "ML-DSA-65";
      case ML_DSA_87 -> "ML-DSA-87";
      default -> rsaName(algorithm);
    };
  }

  private static String rsaName(long algorithm) {
    if (algorithm == Algorithms.RS256) {
      return "SHA256withRSA";
    }
    if (algorithm == Algorithms.RS384) {
      return "SHA384withRSA";
    }
    return algorithm == Algorithms.RS512 ? "SHA512withRSA" : "RSASSA-PSS";
  }

  private byte[] rawOfOwn(byte[] der) throws SignatureException {
    try {
      int bytes = kind.curve().map(Curve::coordinateBytes).orElseThrow();
      return EcdsaSignature.toRaw(Bytes.copyOf(der), bytes).toByteArray();
    } catch (DecodingException e) {
      throw new SignatureException("provider made no ECDSA signature of this curve", e);
    }
  }

  private IllegalStateException missing(long algorithm, NoSuchAlgorithmException cause) {
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
