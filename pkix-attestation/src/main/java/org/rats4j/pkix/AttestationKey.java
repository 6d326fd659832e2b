package org.rats4j.pkix;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;

/** The key that a key identifier means, as a verifier's resolver knows it. */
public final class AttestationKey {
  private final PublicKeyInfo publicKey;
  private final @Nullable CertificateInfo certificate;
  private final boolean trusted;

  private AttestationKey(
      PublicKeyInfo publicKey, @Nullable CertificateInfo certificate, boolean trusted) {
    this.publicKey = publicKey;
    this.certificate = certificate;
    this.trusted = trusted;
  }

  /**
   * Returns the key of a certificate, which still needs a path to a trust anchor.
   *
   * @param certificate an X.509 certificate in DER
   * @throws IllegalArgumentException if it is none
   */
  public static AttestationKey ofCertificate(Bytes certificate) {
    CertificateInfo info = CertificateInfo.require(certificate);
    return new AttestationKey(info.publicKey(), info, false);
  }

  /** Returns a key that the caller vouches for. */
  public static AttestationKey trusted(PublicKeyInfo publicKey) {
    return new AttestationKey(Objects.requireNonNull(publicKey, "publicKey"), null, true);
  }

  /** Returns the key. */
  public PublicKeyInfo publicKey() {
    return publicKey;
  }

  /** Returns whether the caller vouches for it. */
  public boolean isTrusted() {
    return trusted;
  }

  Optional<CertificateInfo> certificate() {
    return Optional.ofNullable(certificate);
  }
}
