package org.rats4j.expat;

import java.util.Set;
import org.rats4j.expat.tls.TlsRole;

/**
 * Which extensions may stand in a request or in its answer. In a request: those marked CR in the
 * column TLS 1.3 of the IANA registry, and server_name in those of a client (RFC 9261, section 4).
 */
final class RequestExtensions {
  private static final int STATUS_REQUEST_V2 = 17;
  private static final int COMPRESS_CERTIFICATE = 27;

  private static final Set<Integer> ALLOWED =
      Set.of(
          TlsExtension.STATUS_REQUEST,
          TlsExtension.SIGNATURE_ALGORITHMS,
          STATUS_REQUEST_V2,
          TlsExtension.SIGNED_CERTIFICATE_TIMESTAMP,
          COMPRESS_CERTIFICATE,
          TlsExtension.CERTIFICATE_AUTHORITIES,
          TlsExtension.OID_FILTERS,
          TlsExtension.SIGNATURE_ALGORITHMS_CERT);

  /** supported_groups, alpn, pre_shared_key, early_data and the like. */
  private static final Set<Integer> FORBIDDEN = Set.of(10, 16, 41, 42, 43, 44, 45, 49, 51);

  private RequestExtensions() {}

  static boolean isKnown(int type) {
    return type == TlsExtension.SERVER_NAME || ALLOWED.contains(type) || FORBIDDEN.contains(type);
  }

  /** Of the known ones only these two are answered in a certificate entry. */
  static boolean mayStandInEntry(int type) {
    return type == TlsExtension.STATUS_REQUEST
        || type == TlsExtension.SIGNED_CERTIFICATE_TIMESTAMP
        || !isKnown(type);
  }

  static boolean isForbidden(int type, TlsRole requester) {
    return FORBIDDEN.contains(type)
        || type == TlsExtension.SERVER_NAME && requester == TlsRole.SERVER;
  }
}
