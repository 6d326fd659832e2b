package org.rats4j.expat.tls;

import javax.net.ssl.SSLEngine;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.ExpatCodes;

/** A TLS 1.3 engine that a stack of ours made: for transports that are no sockets. */
public interface TlsEngine {
  /** Returns the engine. Its settings are made; change none of them. */
  SSLEngine engine();

  /**
   * Returns the exporter, once the handshake is complete: after {@code FINISHED}.
   *
   * @throws VerificationException with the code {@link ExpatCodes#NO_EXPORTER} before, or if the
   *     engine cannot export
   */
  TlsExporter exporter() throws VerificationException;
}
