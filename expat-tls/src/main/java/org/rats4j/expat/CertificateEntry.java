package org.rats4j.expat;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;

/**
 * One entry of a Certificate message (RFC 8446, section 4.4.2).
 *
 * <pre>{@code
 * struct { opaque cert_data<1..2^24-1>; Extension extensions<0..2^16-1>; } CertificateEntry;
 * }</pre>
 *
 * @param certificate the certificate, as received
 * @param extensions the extensions of the entry
 */
public record CertificateEntry(Bytes certificate, List<TlsExtension> extensions) {
  /**
   * Creates an entry.
   *
   * @throws IllegalArgumentException if {@code certificate} is empty
   */
  public CertificateEntry {
    extensions = List.copyOf(extensions);
    if (certificate.isEmpty()) {
      throw new IllegalArgumentException("certificate is empty");
    }
  }

  /** Returns the data of the extension of this type. */
  public Optional<Bytes> extension(int type) {
    return extensions.stream()
        .filter(extension -> extension.type() == type)
        .map(TlsExtension::data)
        .findFirst();
  }
}
