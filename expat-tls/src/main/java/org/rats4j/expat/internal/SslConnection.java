package org.rats4j.expat.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsExporter;

/** A connection over a socket of {@code javax.net.ssl}. */
public final class SslConnection implements TlsConnection {
  private static final int FAREWELL_MILLIS = 500;

  private final SSLSocket socket;
  private final TlsExporter exporter;
  private final InputStream input;
  private final OutputStream output;

  /** Creates the connection of a socket after its handshake. */
  public SslConnection(SSLSocket socket, TlsExporter exporter) throws IOException {
    this.socket = socket;
    this.exporter = exporter;
    this.input = socket.getInputStream();
    this.output = socket.getOutputStream();
  }

  @Override
  public InputStream input() {
    return input;
  }

  @Override
  public OutputStream output() {
    return output;
  }

  @Override
  public TlsExporter exporter() {
    return exporter;
  }

  @Override
  public SSLSession session() {
    return socket.getSession();
  }

  @Override
  public void setReadTimeout(Duration timeout) throws IOException {
    Transport.setReadTimeout(socket, timeout);
  }

  /** JSSE reads once more before it closes, and would wait for ever for a peer that is silent. */
  @Override
  public void close() throws IOException {
    if (!socket.isClosed()) {
      socket.setSoTimeout(FAREWELL_MILLIS);
      socket.close();
    }
  }
}
