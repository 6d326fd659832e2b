package org.rats4j.expat;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.OptionalInt;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.EcdsaSignature;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.VerificationKey;

/** The key of a leaf certificate, and which signature schemes it is for. */
final class LeafKey {
  private static final String EC = "1.2.840.10045.2.1";
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String RSA_PSS = "1.2.840.113549.1.1.10";
  private static final String ED25519 = "1.3.101.112";
  private static final String ED448 = "1.3.101.113";

  private static final List<Row> ROWS =
      List.of(
          new Row(SignatureScheme.ECDSA_SECP256R1_SHA256, Algorithms.ES256, EC),
          new Row(SignatureScheme.ECDSA_SECP256R1_SHA256, Algorithms.ESP256, EC),
          new Row(SignatureScheme.ECDSA_SECP384R1_SHA384, Algorithms.ES384, EC),
          new Row(SignatureScheme.ECDSA_SECP384R1_SHA384, Algorithms.ESP384, EC),
          new Row(SignatureScheme.ECDSA_SECP521R1_SHA512, Algorithms.ES512, EC),
          new Row(SignatureScheme.ECDSA_SECP521R1_SHA512, Algorithms.ESP512, EC),
          new Row(SignatureScheme.RSA_PSS_RSAE_SHA256, Algorithms.PS256, RSA),
          new Row(SignatureScheme.RSA_PSS_RSAE_SHA384, Algorithms.PS384, RSA),
          new Row(SignatureScheme.RSA_PSS_RSAE_SHA512, Algorithms.PS512, RSA),
          new Row(SignatureScheme.RSA_PSS_PSS_SHA256, Algorithms.PS256, RSA_PSS),
          new Row(SignatureScheme.RSA_PSS_PSS_SHA384, Algorithms.PS384, RSA_PSS),
          new Row(SignatureScheme.RSA_PSS_PSS_SHA512, Algorithms.PS512, RSA_PSS),
          new Row(SignatureScheme.ED25519, Algorithms.ED25519, ED25519),
          new Row(SignatureScheme.ED25519, Algorithms.EDDSA, ED25519),
          new Row(SignatureScheme.ED448, Algorithms.ED448, ED448),
          new Row(SignatureScheme.ED448, Algorithms.EDDSA, ED448));

  private final String type;
  private final VerificationKey key;

  private LeafKey(String type, VerificationKey key) {
    this.type = type;
    this.key = key;
  }

  /**
   * Returns the key of {@code leaf}.
   *
   * @throws CertificateException if the key is of a kind that signs nothing here
   * @throws IllegalArgumentException if the key is weak or off its curve
   */
  static LeafKey of(X509Certificate leaf) throws CertificateException {
    Bytes encoded = KeyEncoding.SPKI_DER.encode(leaf);
    try {
      return new LeafKey(
          SubjectPublicKey.algorithm(encoded).toString(), EncodedKeys.verificationKey(encoded));
    } catch (DecodingException e) {
      if (e.reason() == DecodingException.Reason.INVALID_VALUE) {
        throw new IllegalArgumentException("key is weak or not valid", e);
      }
      throw new CertificateException("key is of a kind that signs nothing here", e);
    }
  }

  static boolean isRsa(X509Certificate certificate) throws CertificateException {
    String type = SubjectPublicKey.algorithm(KeyEncoding.SPKI_DER.encode(certificate)).toString();
    return type.equals(RSA) || type.equals(RSA_PSS);
  }

  /** Returns the scheme in which a signer with this algorithm and this key signs. */
  OptionalInt schemeOf(long algorithm) {
    return ROWS.stream()
        .filter(row -> row.algorithm == algorithm && fits(row))
        .mapToInt(Row::scheme)
        .findFirst();
  }

  boolean fitsScheme(int scheme) {
    return ROWS.stream().anyMatch(row -> row.scheme == scheme && fits(row));
  }

  /** Verifies a signature in the form of TLS: ECDSA in DER. */
  void verify(CertificateVerify verify, Bytes toBeSigned) throws VerificationException {
    long algorithm = algorithmOf(verify.scheme());
    try {
      key.verify(algorithm, List.of(toBeSigned), rawSignature(algorithm, verify.signature()));
    } catch (VerificationException e) {
      throw Fault.BAD_SIGNATURE.verification("signature of CertificateVerify is wrong", e);
    }
  }

  /** Returns a signature of a signer in the form of TLS. */
  static Bytes tlsSignature(long algorithm, Bytes signature) {
    return isEcdsa(algorithm) ? EcdsaSignature.toDer(signature) : signature;
  }

  private static Bytes rawSignature(long algorithm, Bytes signature) throws VerificationException {
    if (!isEcdsa(algorithm)) {
      return signature;
    }
    try {
      return EcdsaSignature.toRaw(signature, EcdsaSignature.coordinateBytes(algorithm));
    } catch (DecodingException e) {
      throw Fault.BAD_SIGNATURE.verification("signature is not in DER", e);
    }
  }

  private static boolean isEcdsa(long algorithm) {
    return ROWS.stream().anyMatch(row -> row.algorithm == algorithm && row.keyType.equals(EC));
  }

  static long algorithmOf(int scheme) {
    return ROWS.stream()
        .filter(row -> row.scheme == scheme)
        .mapToLong(Row::algorithm)
        .findFirst()
        .orElseThrow();
  }

  private boolean fits(Row row) {
    return row.keyType.equals(type) && key.fits(row.algorithm);
  }

  private record Row(int scheme, long algorithm, String keyType) {}
}
