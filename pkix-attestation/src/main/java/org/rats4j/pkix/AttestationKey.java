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
  private final boolean named;

  private AttestationKey(
      PublicKeyInfo publicKey,
      @Nullable CertificateInfo certificate,
      boolean trusted,
      boolean named) {
    this.publicKey = publicKey;
    this.certificate = certificate;
    this.trusted = trusted;
    this.named = named;
  }

  /**
   * Returns the key of a certificate, which still needs a path to a trust anchor.
   *
   * @param certificate an X.509 certificate in DER
   * @throws IllegalArgumentException if it is none
   */
  public static AttestationKey ofCertificate(Bytes certificate) {
    CertificateInfo info = CertificateInfo.require(certificate);
    return new AttestationKey(info.publicKey(), info, false, true);
  }

  /** Returns a key that the caller vouches for. */
  public static AttestationKey trusted(PublicKeyInfo publicKey) {
    return new AttestationKey(Objects.requireNonNull(publicKey, "publicKey"), null, true, true);
  }

  /** Returns a key that the caller vouches for, and which has no identifier. */
  static AttestationKey unnamed(PublicKeyInfo publicKey) {
    return new AttestationKey(publicKey, null, true, false);
  }

  /**
   * Returns whether this may be the key of a signer that says more of it than an identifier. A key
   * that has none of its own does not contradict.
   */
  boolean agreesWith(SignerIdentifier sid) {
    return named || sid.keys().stream().allMatch(publicKey::equals);
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
