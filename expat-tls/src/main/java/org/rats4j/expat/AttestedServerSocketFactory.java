package org.rats4j.expat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes server sockets that hand out attested connections only. */
final class AttestedServerSocketFactory extends SSLServerSocketFactory {
  private final AttestedServer server;
  private final Executor executor;
  private final int maxExchanges;

  AttestedServerSocketFactory(AttestedServer server, Executor executor, int maxExchanges) {
    this.server = server;
    this.executor = Objects.requireNonNull(executor, "executor");
    if (maxExchanges < 1) {
      throw new IllegalArgumentException("maxExchanges is below 1");
    }
    this.maxExchanges = maxExchanges;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new AttestedServerSocket(server, executor, maxExchanges);
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return createServerSocket(port, 0);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return createServerSocket(port, backlog, null);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address)
      throws IOException {
    ServerSocket socket = createServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port), backlog);
      return socket;
    } catch (IOException e) {
      AttestedConnection.closeQuietly(socket);
      throw e;
    }
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
