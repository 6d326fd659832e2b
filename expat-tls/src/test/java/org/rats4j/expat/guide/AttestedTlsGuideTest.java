package org.rats4j.expat.guide;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.AttestationAppraiser;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestationProvider;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.AttestedConnection;
import org.rats4j.expat.AttestedServer;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.BoundValue;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.Identity;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.TestEvidence;
import org.rats4j.expat.TestSide;
import org.rats4j.expat.Verdict;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsServerSettings;

/** The code of {@code docs/guide/attested-tls.md}. */
@Timeout(60)
class AttestedTlsGuideTest {
  private static final ExpatProfile PROFILE = ExpatProfile.draft03(0xff00);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TestEvidence platform = TestSide.PLATFORM;
  private final TestEvidence verifier = TestSide.PLATFORM;
  private final TlsCredentials credentials = TestSide.SERVER;
  private final TrustAnchors anchors = TestSide.PKI.anchors();
  private final Clock clock = Clock.systemUTC();
  private final AttestationProvider attester = attester();
  private final AttestationAppraiser appraiser = appraiser();
  private final CompletableFuture<ServerSocket> listening = new CompletableFuture<>();
  private int port;

  private AttestationProvider attester() {
    AttestationProvider attester =
        request -> platform.evidence(request.binder(), request.aikPubHash());
    return attester;
  }

  private AttestationAppraiser appraiser() {
    AttestationAppraiser appraiser =
        (attestation, expected) -> {
          TestEvidence.Claims claims = verifier.verify(attestation);
          return Verdict.accepted(
              BoundValue.found(claims.nonce()), BoundValue.found(claims.aikPubHash()));
        };
    return appraiser;
  }

  private AttestedServer server() {
    AttestationConfig config =
        AttestationConfig.builder(PROFILE)
            .attest(
                Identity.of(credentials.chain(), Signers.of(credentials.key(), Algorithms.ES256)),
                attester)
            .build();
    AttestedServer server =
        AttestedTls.server(BcTls.stack().acceptor(TlsServerSettings.of(credentials)), config);
    return server;
  }

  private void serve(AttestedServer server) throws IOException {
    ServerSocket listener =
        server
            .serverSocketFactory(threads, 100)
            .createServerSocket(port, 50, InetAddress.getLoopbackAddress());
    listening.complete(listener);
    while (!listener.isClosed()) {
      Socket client = listener.accept(); // has passed, or is not handed out
      threads.execute(() -> serve(client));
    }
  }

  private AttestedClient client() {
    AttestedClient client =
        AttestedTls.client(
            BcTls.stack().connector(TlsClientSettings.of(anchors)),
            host ->
                AttestationConfig.builder(PROFILE)
                    .requireAttestation(
                        PkixChainValidator.of(anchors, clock).serverName(host), appraiser)
                    .build());
    return client;
  }

  private static void serve(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // the client is gone
    }
  }

  @BeforeEach
  void listen() throws Exception {
    AttestedServer server = server();
    threads.execute(
        () -> assertThrows(SocketException.class, () -> serve(server), "until it is closed"));
    port = listening.get().getLocalPort();
  }

  @AfterEach
  void close() throws Exception {
    listening.get().close();
    threads.shutdown();
  }

  @Test
  void clientTalksToAServerThatHasAttested() throws Exception {
    AttestedClient client = client();
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);

    try (AttestedSocket socket = client.connect("localhost", port)) {
      socket.getOutputStream().write(hello);
      socket.getOutputStream().flush();

      assertArrayEquals(hello, socket.getInputStream().readNBytes(hello.length));
    }
  }

  @Test
  void applicationsNeedNotKnow() throws Exception {
    AttestedClient client = client();
    URL url = new URL("https://localhost:" + port + "/");

    HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
    connection.setSSLSocketFactory(client.socketFactory());

    connection.connect();
    assertEquals(credentials.leaf(), connection.getServerCertificates()[0]);
    connection.disconnect();
  }

  @Test
  void peerIsShown() throws Exception {
    AttestedClient client = client();
    try (AttestedSocket socket = client.connect("localhost", port)) {
      AttestedConnection connection = socket.connection().orElseThrow();
      Verdict verdict = connection.peer().orElseThrow().verdict();

      assertEquals(true, verdict.accepted());
    }
  }
}
