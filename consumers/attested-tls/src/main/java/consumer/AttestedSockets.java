package consumer;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rats4j.core.RatsException;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.AttestedServer;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsServerSettings;

/** Attested TLS over sockets, with the TLS of BouncyCastle. */
public final class AttestedSockets {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

  private AttestedSockets() {}

  /** Runs the program; whatever goes wrong ends it. */
  public static void main(String[] args) throws Exception {
    Platform platform = new Platform();
    AttestedClient knowing = client(platform, platform);
    AttestedClient stranger = client(platform, new Platform());
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket listener =
        server(platform)
            .serverSocketFactory(threads, 10)
            .createServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Future<?> served = threads.submit(() -> serve(listener));
      try (AttestedSocket socket = knowing.connect("localhost", listener.getLocalPort())) {
        socket.getOutputStream().write(HELLO);
        socket.getOutputStream().flush();
        expect(new String(socket.getInputStream().readNBytes(5), "US-ASCII").equals("hello"));
      }
      served.get();
      try (AttestedSocket socket = stranger.connect("localhost", listener.getLocalPort())) {
        throw new IllegalStateException("nobody knows this platform: " + socket);
      } catch (RatsException e) {
        expect(!e.code().isEmpty());
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.println("attested sockets on Java " + Runtime.version().feature());
  }

  private static AttestedServer server(Platform platform) {
    return AttestedTls.server(
        BcTls.stack().acceptor(TlsServerSettings.of(platform.credentials())), platform.server());
  }

  private static AttestedClient client(Platform certified, Platform known) {
    return AttestedTls.client(
        BcTls.stack().connector(TlsClientSettings.of(certified.anchors())),
        known.client(certified.anchors()));
  }

  private static Void serve(ServerSocket listener) throws Exception {
    try (Socket client = listener.accept()) {
      client.getInputStream().transferTo(client.getOutputStream());
    }
    return null;
  }

  private static void expect(boolean truth) {
    if (!truth) {
      throw new IllegalStateException("not as expected");
    }
  }
}
