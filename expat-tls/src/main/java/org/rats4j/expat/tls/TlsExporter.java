package org.rats4j.expat.tls;

import org.rats4j.core.VerificationException;
import org.rats4j.expat.ExpatCodes;

/**
 * What exported authenticators need of a TLS connection whose handshake is complete: keying
 * material (RFC 8446, section 7.5) and a few facts.
 *
 * <p>Each TLS stack has its own; the packages named after a stack have those that we know. A stack
 * that cannot export says so with {@link #unavailable}: there is nothing to fall back to.
 */
public interface TlsExporter {
  /**
   * Returns keying material from the exporter_master_secret of this connection. May be called by
   * several threads, and after the connection is closed for writing.
   *
   * @param label ASCII, 1 to 249 characters
   * @param context 0 to 255 bytes; empty and absent are the same in TLS 1.3
   * @param length how many bytes to return, 1 to 255
   * @throws VerificationException with the code {@link ExpatCodes#NO_EXPORTER} if the stack cannot
   */
  byte[] export(String label, byte[] context, int length) throws VerificationException;

  /** Returns what is known of the connection. */
  TlsInfo info();

  /** Returns the exception for a stack that cannot export; {@code detail} names what to use. */
  static VerificationException unavailable(String detail) {
    return VerificationException.of(
        VerificationException.Reason.PROTOCOL_VIOLATION, ExpatCodes.NO_EXPORTER, "", detail);
  }

  /** Returns the exception for a stack that failed to export, with what it threw. */
  static VerificationException unavailable(String detail, Throwable cause) {
    return VerificationException.of(
        VerificationException.Reason.PROTOCOL_VIOLATION, ExpatCodes.NO_EXPORTER, "", detail, cause);
  }
}
