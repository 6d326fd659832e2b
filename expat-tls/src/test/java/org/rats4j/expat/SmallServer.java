package org.rats4j.expat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** Serves each connection that its server socket hands out, on a thread of its own. */
final class SmallServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads;

  /** What is done with one connection. */
  @FunctionalInterface
  interface Service {
    void serve(Socket connection) throws Exception;
  }

  private SmallServer(ServerSocket socket, ExecutorService threads) {
    this.socket = socket;
    this.threads = threads;
  }

  static SmallServer start(AttestedServer attested, Service service) throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    return start(attested.serverSocketFactory(threads, 16), service, threads);
  }

  static SmallServer start(ServerSocketFactory factory, Service service) throws IOException {
    return start(factory, service, Executors.newCachedThreadPool());
  }

  private static SmallServer start(
      ServerSocketFactory factory, Service service, ExecutorService threads) throws IOException {
    ServerSocket socket = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SmallServer server = new SmallServer(socket, threads);
    threads.execute(() -> server.acceptAll(service));
    return server;
  }

  private void acceptAll(Service service) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(service, connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Service service, Socket connection) {
    try (connection) {
      service.serve(connection);
    } catch (Exception e) {
      // the client sees a closed connection, and its test fails
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
