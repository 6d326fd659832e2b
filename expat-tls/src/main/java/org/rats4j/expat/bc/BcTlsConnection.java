package org.rats4j.expat.bc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsException;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerProtocol;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.Transport;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsExporter;

/** A connection over a socket. The library buffers nothing beyond the record that it reads. */
final class BcTlsConnection implements TlsConnection {
  private final Socket transport;
  private final TlsProtocol protocol;
  private final BcTlsExporter exporter;
  private final BcTlsSession session;

  private BcTlsConnection(
      Socket transport, TlsProtocol protocol, BcTlsExporter exporter, BcTlsSession session) {
    this.transport = transport;
    this.protocol = protocol;
    this.exporter = exporter;
    this.session = session;
  }

  static BcTlsConnection connect(Socket transport, BcTlsClient client, String host, int port)
      throws IOException, VerificationException {
    return Transport.closedOnFailure(
        transport,
        () -> {
          TlsClientProtocol protocol =
              new TlsClientProtocol(transport.getInputStream(), transport.getOutputStream());
          handshake(() -> protocol.connect(client));
          return new BcTlsConnection(
              transport, protocol, client.exporter(), client.session(host, port));
        });
  }

  static BcTlsConnection accept(Socket transport, BcTlsServer server)
      throws IOException, VerificationException {
    return Transport.closedOnFailure(
        transport,
        () -> {
          TlsServerProtocol protocol =
              new TlsServerProtocol(transport.getInputStream(), transport.getOutputStream());
          handshake(() -> protocol.accept(server));
          return new BcTlsConnection(transport, protocol, server.exporter(), server.session());
        });
  }

  private interface Handshake {
    void run() throws IOException;
  }

  /** Callers on all stacks see one type of exception for what is wrong with a handshake. */
  private static void handshake(Handshake handshake) throws IOException {
    try {
      handshake.run();
    } catch (TlsException e) {
      throw new SSLException("handshake failed: " + e.getMessage(), e);
    }
  }

  @Override
  public InputStream input() {
    return protocol.getInputStream();
  }

  @Override
  public OutputStream output() {
    return protocol.getOutputStream();
  }

  @Override
  public TlsExporter exporter() {
    return exporter;
  }

  @Override
  public SSLSession session() {
    return session;
  }

  @Override
  public void setReadTimeout(Duration timeout) throws IOException {
    Transport.setReadTimeout(transport, timeout);
  }

  @Override
  public void close() throws IOException {
    exporter.close();
    session.invalidate();
    try {
      protocol.close();
    } finally {
      transport.close();
    }
  }
}
