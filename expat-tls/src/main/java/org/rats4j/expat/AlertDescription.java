package org.rats4j.expat;

import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;

/**
 * Numbers of the IANA TLS Alerts registry, and which of them belongs to an exception.
 *
 * <p>Exported authenticators have no channel for alerts; the number tells in the words of TLS what
 * went wrong.
 */
public final class AlertDescription {
  /** unexpected_message. */
  public static final int UNEXPECTED_MESSAGE = 10;

  /** handshake_failure. */
  public static final int HANDSHAKE_FAILURE = 40;

  /** bad_certificate. */
  public static final int BAD_CERTIFICATE = 42;

  /** certificate_expired. */
  public static final int CERTIFICATE_EXPIRED = 45;

  /** certificate_unknown. */
  public static final int CERTIFICATE_UNKNOWN = 46;

  /** illegal_parameter. */
  public static final int ILLEGAL_PARAMETER = 47;

  /** unknown_ca. */
  public static final int UNKNOWN_CA = 48;

  /** access_denied. */
  public static final int ACCESS_DENIED = 49;

  /** decode_error. */
  public static final int DECODE_ERROR = 50;

  /** decrypt_error. */
  public static final int DECRYPT_ERROR = 51;

  /** protocol_version. */
  public static final int PROTOCOL_VERSION = 70;

  /** internal_error. */
  public static final int INTERNAL_ERROR = 80;

  /** user_canceled. */
  public static final int USER_CANCELED = 90;

  /** missing_extension. */
  public static final int MISSING_EXTENSION = 109;

  /** unsupported_extension. */
  public static final int UNSUPPORTED_EXTENSION = 110;

  /** certificate_required. */
  public static final int CERTIFICATE_REQUIRED = 116;

  private AlertDescription() {}

  /**
   * Returns the alert that TLS would send for {@code failure}; for a rejected chain it depends on
   * the reason, and for a code of another module it is {@link #ACCESS_DENIED}.
   */
  public static int of(RatsException failure) {
    if (failure.code().equals(ExpatCodes.CHAIN_REJECTED)
        && failure instanceof VerificationException rejected) {
      return ofChain(rejected.reason());
    }
    for (Fault fault : Fault.values()) {
      if (fault.name().equals(failure.code())) {
        return fault.alert();
      }
    }
    return ACCESS_DENIED;
  }

  private static int ofChain(VerificationException.Reason reason) {
    return switch (reason) {
      case EXPIRED, NOT_YET_VALID -> CERTIFICATE_EXPIRED;
      case UNTRUSTED_CHAIN -> UNKNOWN_CA;
      case KEY_MISMATCH -> BAD_CERTIFICATE;
      default -> CERTIFICATE_UNKNOWN;
    };
  }
}
