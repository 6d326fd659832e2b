package org.rats4j.expat.tls;

import java.util.Objects;
import java.util.Optional;

/**
 * What has to be known of a TLS connection.
 *
 * @param role which side of the connection we are
 * @param version the negotiated version, {@link #TLS_1_3} for TLS 1.3
 * @param cipherSuite the number of the cipher suite in the IANA registry
 * @param resumption whether the handshake was a full one
 */
public record TlsInfo(TlsRole role, int version, int cipherSuite, Resumption resumption) {
  /** The number of TLS 1.3. */
  public static final int TLS_1_3 = 0x0304;

  /** TLS_AES_128_GCM_SHA256. */
  public static final int AES_128_GCM_SHA256 = 0x1301;

  /** TLS_AES_256_GCM_SHA384. */
  public static final int AES_256_GCM_SHA384 = 0x1302;

  /** TLS_CHACHA20_POLY1305_SHA256. */
  public static final int CHACHA20_POLY1305_SHA256 = 0x1303;

  /** Creates the facts. */
  public TlsInfo {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(resumption, "resumption");
  }

  /** Returns the hash of the cipher suite; empty if it is no suite of RFC 8446. */
  public Optional<SuiteHash> hash() {
    return SuiteHash.ofSuite(cipherSuite);
  }
}
