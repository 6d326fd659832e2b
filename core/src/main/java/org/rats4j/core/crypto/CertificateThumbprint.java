package org.rats4j.core.crypto;

import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * The hash of a certificate in DER ({@code x5t} of RFC 9360, {@code x5t#S256} of RFC 7515).
 *
 * @param hashAlgorithm the number of the hash from the IANA COSE Algorithms registry; 0 if the
 *     message names it by a text
 * @param value the hash
 */
public record CertificateThumbprint(long hashAlgorithm, Bytes value) {
  /** Creates a thumbprint. */
  public CertificateThumbprint {
    Objects.requireNonNull(value, "value");
  }
}
