package org.rats4j.expat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.RatsException;

/**
 * A socket that is attested: its streams are those of an {@link AttestedConnection}. To an
 * application it looks like any other SSL socket whose handshake is complete; what it would set for
 * a handshake has no effect any more, and is refused where it contradicts what was negotiated.
 *
 * <p>A socket that was created without a connection attests when it is connected. The TLS socket
 * below is never handed out.
 */
public final class AttestedSocket extends DelegatingSocket {
  private static final List<String> PROTOCOLS = List.of("TLSv1.3");
  private static final List<String> SUITES =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  /** Makes the connection over a transport that is connected. */
  @FunctionalInterface
  interface Connect {
    AttestedConnection open(Socket transport, String host, int port)
        throws IOException, RatsException;
  }

  private final Connect opening;
  private final boolean client;
  private volatile @Nullable AttestedConnection connection;

  private AttestedSocket(Socket transport, boolean client, Connect opening) {
    super(transport);
    this.client = client;
    this.opening = opening;
  }

  static AttestedSocket unconnected(Connect opening) {
    return new AttestedSocket(new Socket(), true, opening);
  }

  static AttestedSocket of(Socket transport, boolean client, AttestedConnection connection) {
    AttestedSocket socket =
        new AttestedSocket(transport, client, (ignored, host, port) -> connection);
    socket.connection = connection;
    return socket;
  }

  static String[] suites() {
    return SUITES.toArray(String[]::new);
  }

  static String[] protocols() {
    return PROTOCOLS.toArray(String[]::new);
  }

  /** Returns the attested connection, which tells what the peer proved. */
  public Optional<AttestedConnection> connection() {
    return Optional.ofNullable(connection);
  }

  @Override
  public void connect(SocketAddress address) throws IOException {
    connect(address, 0);
  }

  /** Connects and attests; {@code timeout} is that of TCP, attestation has its own deadline. */
  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    if (!(address instanceof InetSocketAddress inet)) {
      throw new IllegalArgumentException("no internet address");
    }
    try {
      transport.connect(inet, timeout);
      connection = opening.open(transport, inet.getHostString(), inet.getPort());
    } catch (RatsException e) {
      throw Driver.asIo(e);
    }
  }

  private AttestedConnection attested() throws SocketException {
    AttestedConnection attested = connection;
    if (attested == null) {
      throw new SocketException("socket is not connected");
    }
    return attested;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return attested().input();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return attested().output();
  }

  @Override
  @SuppressWarnings(
      "UnsynchronizedOverridesSynchronized") // nobody holds a lock while a peer stalls
  public void close() throws IOException {
    AttestedConnection attested = connection;
    if (attested == null) {
      transport.close();
    } else {
      attested.close();
    }
  }

  /** Does nothing: the handshake and the attestation are done. */
  @Override
  public void startHandshake() throws IOException {
    attested();
  }

  /**
   * Returns protocol, suite and certificates of the handshake.
   *
   * @throws IllegalStateException if the socket is not connected
   */
  @Override
  public SSLSession getSession() {
    AttestedConnection attested = connection;
    if (attested == null) {
      throw new IllegalStateException("socket is not connected");
    }
    return attested.session();
  }

  @Override
  public void shutdownInput() throws IOException {
    throw new UnsupportedOperationException("close the socket");
  }

  @Override
  public void shutdownOutput() throws IOException {
    throw new UnsupportedOperationException("close the socket");
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return getEnabledCipherSuites();
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return suites();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    AttestedConnection attested = connection;
    if (attested != null && !Arrays.asList(suites).contains(attested.session().getCipherSuite())) {
      throw new IllegalArgumentException("another cipher suite was negotiated already");
    }
  }

  @Override
  public String[] getSupportedProtocols() {
    return getEnabledProtocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    return protocols();
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    if (!Arrays.asList(protocols).containsAll(PROTOCOLS)) {
      throw new IllegalArgumentException("an attested connection is TLSv1.3");
    }
  }

  /** Does nothing: the handshake is complete when a socket is handed out. */
  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {}

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {}

  @Override
  public void setUseClientMode(boolean mode) {
    if (mode != client) {
      throw new IllegalArgumentException("the role of this side is settled");
    }
  }

  @Override
  public boolean getUseClientMode() {
    return client;
  }

  /** Does nothing: who authenticates is settled. */
  @Override
  public void setNeedClientAuth(boolean need) {}

  @Override
  public boolean getNeedClientAuth() {
    return false;
  }

  /** Does nothing: who authenticates is settled. */
  @Override
  public void setWantClientAuth(boolean want) {}

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  /** Does nothing: each attested connection has a session of its own. */
  @Override
  public void setEnableSessionCreation(boolean flag) {}

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }
}
