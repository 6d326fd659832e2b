package org.rats4j.pkix;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.der.Der;

/** Checks a signature in the form of X.509: first whether it may be trusted, then whether right. */
final class SignatureCheck {
  private final AlgorithmPolicy policy;

  SignatureCheck(AlgorithmPolicy policy) {
    this.policy = policy;
  }

  /** Checks all that costs nothing: whether algorithm and key are allowed, and go together. */
  void checkRules(PublicKeyInfo key, AlgorithmIdentifier algorithm, Bytes signature)
      throws VerificationException {
    checkAlgorithm(key, algorithm);
    new KeyRules(policy).check(key, algorithm, signature);
  }

  void verify(PublicKeyInfo key, AlgorithmIdentifier algorithm, Bytes signed, Bytes signature)
      throws VerificationException {
    SignatureAlgorithms.Entry entry = checkAlgorithm(key, algorithm);
    new KeyRules(policy).check(key, algorithm, signature);
    if (!isRight(publicKey(key), entry, algorithm, signed, signature)) {
      throw wrong("signature is wrong");
    }
  }

  private SignatureAlgorithms.Entry checkAlgorithm(PublicKeyInfo key, AlgorithmIdentifier algorithm)
      throws VerificationException {
    SignatureAlgorithms.Entry entry =
        SignatureAlgorithms.find(algorithm.algorithm())
            .orElseThrow(() -> unsupported("unknown signature algorithm"));
    if (!entry.keys().contains(key.algorithm())) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH,
          PkixCodes.ALGORITHM_KEY_MISMATCH,
          "",
          "key is of another kind than " + algorithm.algorithm());
    }
    if (entry.broken() || !policy.algorithms().contains(algorithm.algorithm())) {
      throw refused("algorithm " + algorithm.algorithm());
    }
    boolean absent = algorithm.parameters().isEmpty();
    boolean fine =
        switch (entry.parameters()) {
          case ABSENT -> absent;
          case NULL_OR_ABSENT ->
              absent || algorithm.parameters().equals(Optional.of(Der.nothing()));
          case PSS -> !absent;
        };
    if (!fine) {
      throw refused("parameters of " + algorithm.algorithm());
    }
    return entry;
  }

  private static PublicKey publicKey(PublicKeyInfo key) throws VerificationException {
    Provider provider = Bundled.PROVIDER; // fills the tables that the reading uses
    try {
      PublicKey publicKey =
          BouncyCastleProvider.getPublicKey(
              SubjectPublicKeyInfo.getInstance(key.encoded().toByteArray()));
      if (publicKey != null) {
        return publicKey;
      }
    } catch (IOException | RuntimeException e) {
      // The provider answers a bad encoding with whatever its parser ran into.
      throw unsupported(provider.getName() + " does not take the key");
    }
    throw unsupported(provider.getName() + " does not know this kind of key");
  }

  private static boolean isRight(
      PublicKey key,
      SignatureAlgorithms.Entry entry,
      AlgorithmIdentifier algorithm,
      Bytes signed,
      Bytes signature)
      throws VerificationException {
    Oid name = algorithm.algorithm();
    try {
      boolean pss = entry.parameters() == SignatureAlgorithms.Parameters.PSS;
      Signature verifier =
          Signature.getInstance(pss ? "RSASSA-PSS" : name.toString(), Bundled.PROVIDER);
      if (pss) {
        verifier.setParameter(PssParameters.read(algorithm.parameters().orElseThrow()));
      }
      verifier.initVerify(key);
      signed.update(verifier);
      return verifier.verify(signature.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw unsupported("provider does not have " + name);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Providers throw many things at a signature that is malformed.
      return false;
    }
  }

  private static VerificationException unsupported(String detail) {
    return VerificationException.of(
        Reason.ALGORITHM_NOT_ALLOWED, PkixCodes.ALGORITHM_UNSUPPORTED, "", detail);
  }

  private static VerificationException refused(String detail) {
    return VerificationException.of(
        Reason.ALGORITHM_NOT_ALLOWED, PkixCodes.ALGORITHM_REFUSED, "", "refused: " + detail);
  }

  private static VerificationException wrong(String detail) {
    return VerificationException.of(Reason.BAD_SIGNATURE, PkixCodes.SIGNATURE_INVALID, "", detail);
  }

  /** Created at the first use, and never registered with the runtime. */
  private static final class Bundled {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }
}
