package org.rats4j.expat.stacks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsConnector;

/** Both ends of a TLS connection over the loopback interface. */
public record Loopback(TlsConnection client, TlsConnection server) implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  /** Returns both ends after the handshake; throws what the client throws, or else the server. */
  public static Loopback of(TlsConnector connector, TlsAcceptor acceptor) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<TlsConnection> accepted =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  Socket transport = listener.accept();
                  transport.setSoTimeout(PATIENCE_MS);
                  return acceptor.accept(transport);
                } catch (Exception e) {
                  throw new CompletionException(e);
                }
              },
              task -> new Thread(task, "server").start());
      Socket transport = new Socket(listener.getInetAddress(), listener.getLocalPort());
      transport.setSoTimeout(PATIENCE_MS);
      TlsConnection client = connector.connect(transport, "localhost", listener.getLocalPort());
      client.setReadTimeout(Duration.ofMillis(PATIENCE_MS));
      return new Loopback(client, accepted.get(PATIENCE_MS, TimeUnit.MILLISECONDS));
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
