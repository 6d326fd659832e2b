package org.rats4j.expat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.RatsException;

/** Attests before it hands a socket out. */
final class AttestedSocketFactory extends SSLSocketFactory {
  private final AttestedClient client;

  AttestedSocketFactory(AttestedClient client) {
    this.client = client;
  }

  @Override
  public Socket createSocket() {
    return AttestedSocket.unconnected(client::open);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(null, new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(local, localPort), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(null, new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(local, localPort), new InetSocketAddress(host, port));
  }

  private Socket connected(@Nullable InetSocketAddress local, InetSocketAddress peer)
      throws IOException {
    Socket socket = createSocket();
    try {
      if (local != null) {
        socket.bind(local);
      }
      socket.connect(peer);
      return socket;
    } catch (IOException e) {
      AttestedConnection.closeQuietly(socket);
      throw e;
    }
  }

  /** Attests over {@code transport}, which is closed with the result whatever is said here. */
  @Override
  public Socket createSocket(Socket transport, String host, int port, boolean autoClose)
      throws IOException {
    try {
      return client.connect(transport, host, port);
    } catch (RatsException e) {
      throw Driver.asIo(e);
    }
  }

  @Override
  public Socket createSocket(Socket transport, InputStream consumed, boolean autoClose) {
    throw new UnsupportedOperationException("this side is a client");
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return AttestedSocket.suites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return AttestedSocket.suites();
  }
}
