package org.rats4j.pkix;

import java.security.GeneralSecurityException;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.EcdsaSignature;
import org.rats4j.core.crypto.Signer;

/**
 * An attestation key, and how evidence names it. The key should sign nothing else.
 *
 * <p>What ECDSA makes as {@code r || s} is written in DER, as X.509 has it.
 */
public final class EvidenceSigner {
  private final SignerIdentifier sid;
  private final PublicKeyInfo publicKey;
  private final AlgorithmIdentifier algorithm;
  private final Signing signing;

  private EvidenceSigner(
      SignerIdentifier sid,
      PublicKeyInfo publicKey,
      AlgorithmIdentifier algorithm,
      Signing signing) {
    this.sid = sid;
    this.publicKey = publicKey;
    this.algorithm = algorithm;
    this.signing = signing;
  }

  /**
   * Returns a signer that evidence names by its certificate.
   *
   * @param certificate an X.509 certificate in DER
   * @throws IllegalArgumentException if it is none, X.509 has no name for the algorithm, or its key
   *     is none for that
   */
  public static EvidenceSigner ofCertificate(Bytes certificate, Signer signer) {
    PublicKeyInfo key = CertificateInfo.require(certificate).publicKey();
    return of(SignerIdentifier.ofCertificate(certificate), key, signer);
  }

  /**
   * Returns a signer that evidence names by its key, which a verifier has to know.
   *
   * @throws IllegalArgumentException if X.509 has no name for the algorithm, or the key is none for
   *     that
   */
  public static EvidenceSigner ofPublicKey(PublicKeyInfo publicKey, Signer signer) {
    return of(SignerIdentifier.ofPublicKey(publicKey), publicKey, signer);
  }

  /**
   * Returns a signer that evidence names by {@code sid}.
   *
   * @throws IllegalArgumentException if X.509 has no name for the algorithm, the key is none for
   *     that, or {@code sid} has another key
   */
  public static EvidenceSigner of(SignerIdentifier sid, PublicKeyInfo publicKey, Signer signer) {
    long number = signer.algorithm();
    boolean ecdsa = SignatureAlgorithms.isEcdsa(number);
    AlgorithmIdentifier algorithm = SignatureAlgorithms.identifier(number);
    if (!SignatureAlgorithms.fits(algorithm, publicKey)) {
      throw new IllegalArgumentException("key is none for " + Algorithms.name(number));
    }
    return of(
        sid,
        publicKey,
        algorithm,
        tbs -> {
          Bytes signature = Bytes.copyOf(signer.sign(tbs.toByteArray()));
          return ecdsa ? EcdsaSignature.toDer(signature) : signature;
        });
  }

  /**
   * Returns a signer with an algorithm that COSE has no number for, such as SLH-DSA, or ECDSA on a
   * curve with another hash than usual.
   *
   * @param signing makes the signature in the form of X.509
   * @throws IllegalArgumentException if {@code sid} has another key
   */
  public static EvidenceSigner of(
      SignerIdentifier sid,
      PublicKeyInfo publicKey,
      AlgorithmIdentifier algorithm,
      Signing signing) {
    if (!sid.keys().stream().allMatch(publicKey::equals)) {
      throw new IllegalArgumentException("identifier has another key");
    }
    return new EvidenceSigner(
        Objects.requireNonNull(sid, "sid"),
        Objects.requireNonNull(publicKey, "publicKey"),
        Objects.requireNonNull(algorithm, "algorithm"),
        Objects.requireNonNull(signing, "signing"));
  }

  /** Returns the key. */
  public PublicKeyInfo publicKey() {
    return publicKey;
  }

  SignatureBlock sign(Bytes tbs) throws GeneralSecurityException {
    return new SignatureBlock(sid, algorithm, signing.sign(tbs));
  }

  /** Makes a signature. */
  @FunctionalInterface
  public interface Signing {
    /**
     * Returns the signature over {@code tbs} in the form of X.509.
     *
     * @throws GeneralSecurityException if the key refuses
     */
    Bytes sign(Bytes tbs) throws GeneralSecurityException;
  }
}
