package org.rats4j.expat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsConnector;

/** Two TLS connections that are each other's peer, over TCP on this machine. */
final class LoopbackPair implements AutoCloseable {
  final Socket clientSocket;
  final Socket serverSocket;
  final TlsConnection client;
  final TlsConnection server;

  private LoopbackPair(
      Socket clientSocket, Socket serverSocket, TlsConnection client, TlsConnection server) {
    this.clientSocket = clientSocket;
    this.serverSocket = serverSocket;
    this.client = client;
    this.server = server;
  }

  static LoopbackPair open() throws Exception {
    return open(TestSide.connector(), TestSide.acceptor());
  }

  static LoopbackPair open(TlsConnector connector, TlsAcceptor acceptor) throws Exception {
    Socket[] tcp = tcp();
    CompletableFuture<TlsConnection> server = beside(() -> acceptor.accept(tcp[1]));
    TlsConnection client = connector.connect(tcp[0], "localhost", tcp[0].getPort());
    return new LoopbackPair(tcp[0], tcp[1], client, get(server));
  }

  /** Returns two connected sockets: that of the client, then that of the server. */
  static Socket[] tcp() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
      Socket server = listener.accept();
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      return new Socket[] {client, server};
    }
  }

  AttestedConnection client(AttestationConfig config) throws Exception {
    return new AttestedConnection(client, clientSocket, config);
  }

  AttestedConnection server(AttestationConfig config) throws Exception {
    return new AttestedConnection(server, serverSocket, config);
  }

  /** Runs {@code work} on another thread. */
  static <T> CompletableFuture<T> beside(Callable<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        task -> new Thread(task, "peer").start());
  }

  /** Returns what {@code future} gives, or throws what it throws. */
  static <T> T get(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    clientSocket.close();
    serverSocket.close();
  }
}
