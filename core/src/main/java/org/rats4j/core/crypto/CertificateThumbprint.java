package org.rats4j.core.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;

/**
 * The hash of a certificate in DER ({@code x5t} of RFC 9360, {@code x5t#S256} of RFC 7515).
 *
 * @param hashAlgorithm the number of the hash from the IANA COSE Algorithms registry; 0 if the
 *     message names it by a text
 * @param value the hash
 */
public record CertificateThumbprint(long hashAlgorithm, Bytes value) {
  private static final long SHA_256 = -16;
  private static final long SHA_384 = -43;
  private static final long SHA_512 = -44;

  /** Creates a thumbprint. */
  public CertificateThumbprint {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Returns whether this is the hash of {@code certificate}; empty if the hash is not SHA-256,
   * SHA-384 or SHA-512.
   *
   * @param certificate in DER
   */
  public Optional<Boolean> matches(Bytes certificate) {
    String name;
    if (hashAlgorithm == SHA_256) {
      name = "SHA-256";
    } else if (hashAlgorithm == SHA_384) {
      name = "SHA-384";
    } else if (hashAlgorithm == SHA_512) {
      name = "SHA-512";
    } else {
      return Optional.empty();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      certificate.update(digest);
      return Optional.of(Bytes.copyOf(digest.digest()).equals(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no installed provider has " + name, e);
    }
  }
}
