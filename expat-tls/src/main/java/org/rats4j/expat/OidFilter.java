package org.rats4j.expat;

import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * A certificate extension that a certificate must have (RFC 8446, section 4.2.5).
 *
 * <pre>{@code
 * struct {
 *   opaque certificate_extension_oid<1..2^8-1>;
 *   opaque certificate_extension_values<0..2^16-1>;
 * } OIDFilter;
 * }</pre>
 *
 * @param oid the OBJECT IDENTIFIER in DER, tag included
 * @param values the extension value in DER that the one of the certificate must contain; empty if
 *     any value will do
 */
public record OidFilter(Bytes oid, Bytes values) {
  /**
   * Creates a filter.
   *
   * @throws IllegalArgumentException if {@code oid} has not 1 to 255 bytes, or {@code values} more
   *     than 65535
   */
  public OidFilter {
    Objects.requireNonNull(values, "values");
    if (oid.isEmpty() || oid.size() > 255) {
      throw new IllegalArgumentException("oid has " + oid.size() + " bytes");
    }
    if (values.size() > 0xffff) {
      throw new IllegalArgumentException("values have " + values.size() + " bytes");
    }
  }
}
