package org.rats4j.benchmarks.expat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.rats4j.benchmarks.Goal;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.AttestedServer;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsConnector;

/**
 * Sets up a connection over TCP on this machine, from connect to the first byte that comes back:
 * the server attests, or both sides show certificates in the handshake (mutual TLS of the same
 * stack).
 */
@State(Scope.Benchmark)
@Goal(peer = "mutualTls", speed = 1 / 1.5)
public class ConnectionSetup {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private @Nullable ServerSocket attested;
  private @Nullable ServerSocket mutual;
  private @Nullable AttestedClient client;
  private @Nullable TlsConnector mutualClient;

  /** Starts both servers. */
  @Setup
  public void setUp() throws Exception {
    Endpoints endpoints = new Endpoints(BcTls.stack());
    client = endpoints.client();
    mutualClient = endpoints.mutualClient();
    AttestedServer attester = endpoints.server();
    attested =
        listen(
            tcp -> {
              try (Socket socket = attester.accept(tcp)) {
                echo(socket.getInputStream(), socket.getOutputStream());
              }
            });
    TlsAcceptor acceptor = endpoints.mutualServer();
    mutual =
        listen(
            tcp -> {
              try (TlsConnection tls = acceptor.accept(tcp)) {
                echo(tls.input(), tls.output());
              }
            });
  }

  private interface Service {
    void serve(Socket tcp) throws Exception;
  }

  private ServerSocket listen(Service service) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          try {
            while (true) {
              Socket tcp = listener.accept();
              tcp.setTcpNoDelay(true);
              threads.execute(() -> serve(service, tcp));
            }
          } catch (IOException e) {
            // closed at the end
          }
        });
    return listener;
  }

  private static void serve(Service service, Socket tcp) {
    try (tcp) {
      service.serve(tcp);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void echo(InputStream in, OutputStream out) throws IOException {
    out.write(in.read());
    out.flush();
  }

  /** Stops both servers. */
  @TearDown
  public void close() throws IOException {
    Objects.requireNonNull(attested).close();
    Objects.requireNonNull(mutual).close();
    threads.shutdownNow();
  }

  /** Ours: the handshake, and the server attests. */
  @Benchmark
  public int rats4j() throws Exception {
    int port = Objects.requireNonNull(attested).getLocalPort();
    try (Socket tcp = connect(port);
        Socket socket = Objects.requireNonNull(client).connect(tcp, "localhost", port)) {
      return talk(socket.getInputStream(), socket.getOutputStream());
    }
  }

  /** Mutual TLS. */
  @Benchmark
  public int mutualTls() throws Exception {
    int port = Objects.requireNonNull(mutual).getLocalPort();
    try (Socket tcp = connect(port);
        TlsConnection tls = Objects.requireNonNull(mutualClient).connect(tcp, "localhost", port)) {
      return talk(tls.input(), tls.output());
    }
  }

  private static Socket connect(int port) throws IOException {
    Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port);
    tcp.setTcpNoDelay(true);
    return tcp;
  }

  private static int talk(InputStream in, OutputStream out) throws IOException {
    out.write(7);
    out.flush();
    return in.read();
  }
}
