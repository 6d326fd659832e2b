package org.rats4j.expat;

import org.rats4j.core.Bytes;

/**
 * A TLS extension (RFC 8446, section 4.2).
 *
 * <pre>{@code
 * struct { ExtensionType extension_type; opaque extension_data<0..2^16-1>; } Extension;
 * }</pre>
 *
 * @param type a number of the IANA TLS ExtensionType Values registry
 * @param data the extension_data
 */
public record TlsExtension(int type, Bytes data) {
  /** server_name. */
  public static final int SERVER_NAME = 0;

  /** status_request. */
  public static final int STATUS_REQUEST = 5;

  /** signature_algorithms. */
  public static final int SIGNATURE_ALGORITHMS = 13;

  /** signed_certificate_timestamp. */
  public static final int SIGNED_CERTIFICATE_TIMESTAMP = 18;

  /** certificate_authorities. */
  public static final int CERTIFICATE_AUTHORITIES = 47;

  /** oid_filters. */
  public static final int OID_FILTERS = 48;

  /** signature_algorithms_cert. */
  public static final int SIGNATURE_ALGORITHMS_CERT = 50;

  /** The first number of those for private use. */
  public static final int PRIVATE_USE = 0xff00;

  /**
   * Creates an extension.
   *
   * @throws IllegalArgumentException if {@code type} or the size of {@code data} is not in 0..65535
   */
  public TlsExtension {
    if (type < 0 || type > 0xffff) {
      throw new IllegalArgumentException("extension type is not in 0..65535: " + type);
    }
    if (data.size() > 0xffff) {
      throw new IllegalArgumentException("extension_data has " + data.size() + " bytes");
    }
  }
}
