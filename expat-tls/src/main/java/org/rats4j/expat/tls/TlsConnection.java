package org.rats4j.expat.tls;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import javax.net.ssl.SSLSession;

/**
 * A TLS 1.3 connection after its handshake. Nothing has been attested yet: hand it to what does
 * that, not to an application.
 */
public interface TlsConnection extends Closeable {
  /** Returns the stream of what the peer sends. It reads no further than it is asked to. */
  InputStream input();

  /** Returns the stream of what goes to the peer. */
  OutputStream output();

  /** Returns the exporter of this connection. */
  TlsExporter exporter();

  /** Returns protocol, suite and certificates of this connection. */
  SSLSession session();

  /**
   * Lets each read fail with {@link java.net.SocketTimeoutException} after {@code timeout}.
   *
   * @param timeout at least a millisecond; {@link Duration#ZERO} waits for ever
   * @throws IOException if the socket refuses
   */
  void setReadTimeout(Duration timeout) throws IOException;

  /**
   * Tells the peer (close_notify) and closes the socket. Closing again does nothing. Where a write
   * of another thread waits for a peer that does not read, this waits, too: close the socket below
   * to break both off.
   *
   * @throws IOException if the socket fails; it is closed all the same
   */
  @Override
  void close() throws IOException;
}
