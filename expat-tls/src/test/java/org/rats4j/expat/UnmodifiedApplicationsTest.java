package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.test.database.PostgresServer;

/** Applications that know sockets of Java, HTTP or JDBC, and nothing of attestation. */
@Timeout(60)
class UnmodifiedApplicationsTest {
  private final AttestedServer server =
      AttestedTls.server(TestSide.acceptor(), TestSide.attester(TestSide.SERVER).build());
  private final SSLSocketFactory sockets =
      AttestedTls.client(TestSide.connector(), TestSide.relyingParty().build()).socketFactory();

  @Test
  void httpsUrlConnectionSpeaksAttestedTls() throws Exception {
    try (SmallServer http = SmallServer.start(server, SmallHttp::serve)) {
      for (String body : new String[] {"one", "two"}) {
        URL url = new URL("https://localhost:" + http.port() + "/path");
        HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
        connection.setSSLSocketFactory(sockets);
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));

        String answer = new String(connection.getInputStream().readAllBytes(), "UTF-8");

        assertEquals("/path " + body, answer);
        assertEquals(TestSide.SERVER.leaf(), connection.getServerCertificates()[0]);
      }
    }
  }

  @Test
  void httpsUrlConnectionGetsNothingFromAServerThatDoesNotAttest() throws Exception {
    AttestationConfig cloud =
        TestSide.attester(TestSide.SERVER)
            .attest(
                TestSide.identity(TestSide.SERVER),
                new TestEvidence().provider()) // a platform that nobody endorsed
            .build();
    AttestedServer stranger = AttestedTls.server(TestSide.acceptor(), cloud);
    try (SmallServer http = SmallServer.start(stranger, SmallHttp::serve)) {
      URL url = new URL("https://localhost:" + http.port() + "/secret");
      HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
      connection.setSSLSocketFactory(sockets);

      IOException e = assertThrows(IOException.class, connection::getInputStream);

      assertEquals(
          "APPRAISAL_REJECTED", assertInstanceOf(RatsException.class, e.getCause()).code());
    }
  }

  @Test
  void apacheHttpClientSpeaksAttestedTls() throws Exception {
    SSLConnectionSocketFactory factory =
        new SSLConnectionSocketFactory(
            sockets, SSLConnectionSocketFactory.getDefaultHostnameVerifier());
    try (SmallServer http = SmallServer.start(server, SmallHttp::serve);
        CloseableHttpClient client = HttpClients.custom().setSSLSocketFactory(factory).build()) {
      for (String body : new String[] {"one", "two"}) {
        HttpPost post = new HttpPost("https://localhost:" + http.port() + "/path");
        post.setEntity(new StringEntity(body));

        assertEquals(
            "/path " + body,
            client.execute(post, response -> EntityUtils.toString(response.getEntity())));
      }
    }
  }

  @Test
  void postgresqlDriverSpeaksAttestedTls() throws Exception {
    SmallServer.Service postgres = tcp -> SmallPostgres.serve(tcp, server);
    Properties properties = new Properties();
    properties.setProperty("user", "reader");
    properties.setProperty("sslmode", "require");
    properties.setProperty("sslfactory", AttestedForJdbc.class.getName());
    properties.setProperty("preferQueryMode", "simple");
    try (SmallServer database = SmallServer.start(ServerSocketFactory.getDefault(), postgres);
        Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + database.port() + "/cars", properties);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT make FROM cars")) {
      assertTrue(rows.next());
      assertEquals("SELECT make FROM cars", rows.getString(1));
    }
  }

  /** The server knows nothing of attestation: what is in front of it does. */
  @Test
  void postgresqlDriverReachesARealServerBehindAttestedTls() throws Exception {
    PostgresServer postgres = PostgresServer.start();
    SmallServer.Service front = tcp -> SmallPostgres.forward(tcp, server, postgres.port());
    Properties properties = new Properties();
    properties.setProperty("user", PostgresServer.USER);
    properties.setProperty("sslmode", "require");
    properties.setProperty("sslfactory", AttestedForJdbc.class.getName());
    try (SmallServer database = SmallServer.start(ServerSocketFactory.getDefault(), front);
        Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + database.port() + "/" + PostgresServer.DATABASE,
                properties);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE cars (id INT, make TEXT)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO cars VALUES (?, ?)")) {
        for (int id = 1; id <= 1000; id++) {
          insert.setInt(1, id);
          insert.setString(2, "make ".repeat(100) + id);
          insert.addBatch();
        }
        insert.executeBatch();
      }

      try (ResultSet rows = statement.executeQuery("SELECT id, make FROM cars ORDER BY id")) {
        for (int id = 1; id <= 1000; id++) {
          assertTrue(rows.next());
          assertEquals(id, rows.getInt(1));
          assertEquals("make ".repeat(100) + id, rows.getString(2));
        }
        assertFalse(rows.next());
      }
    } finally {
      postgres.stop();
    }
  }

  @Test
  void factoryAttestsHoweverASocketIsMade() throws Exception {
    try (SmallServer http = SmallServer.start(server, SmallHttp::serve)) {
      InetAddress local = InetAddress.getLoopbackAddress();
      Socket unconnected = sockets.createSocket();
      unconnected.connect(new InetSocketAddress("localhost", http.port()), 5000);
      Socket[] all = {
        unconnected,
        sockets.createSocket("localhost", http.port()),
        sockets.createSocket("localhost", http.port(), local, 0),
        sockets.createSocket(InetAddress.getByName("localhost"), http.port()),
        sockets.createSocket(new Socket("localhost", http.port()), "localhost", http.port(), true)
      };
      for (Socket socket : all) {
        AttestedSocket attested = assertInstanceOf(AttestedSocket.class, socket);
        assertEquals(ConnectionState.OPEN, attested.connection().orElseThrow().state());
        assertEquals("TLSv1.3", attested.getSession().getProtocol());
        socket.close();
        assertTrue(socket.isClosed());
      }
    }
  }

  @Test
  void socketWithoutConnectionHasNoStreams() throws Exception {
    try (Socket socket = sockets.createSocket()) {
      assertThrows(SocketException.class, socket::getInputStream);
      assertThrows(SocketException.class, socket::getOutputStream);
      assertThrows(IllegalStateException.class, () -> ((AttestedSocket) socket).getSession());
    }
  }

  @Test
  void serverSocketHandsOutNoClientThatDoesNotAttest() throws Exception {
    AttestedServer demanding =
        AttestedTls.server(TestSide.acceptor(), TestSide.relyingParty().build());
    AtomicInteger handedOut = new AtomicInteger();
    try (SmallServer picky =
        SmallServer.start(demanding, connection -> handedOut.incrementAndGet())) {
      try (Socket tcp = new Socket("localhost", picky.port());
          TlsConnection tls = TestSide.connector().connect(tcp, "localhost", picky.port())) {
        RawPeer raw = new RawPeer(tls);
        raw.request();
        raw.sendBytes(new Frame(Frame.DATA, Bytes.of(1)).encode());
        assertEquals(Frame.verdict(false), raw.receive());
      }
      AttestedClient honest =
          AttestedTls.client(TestSide.connector(), TestSide.attester(TestSide.CLIENT).build());
      try (Socket socket = honest.connect("localhost", picky.port())) {
        assertEquals(-1, socket.getInputStream().read());
      }
      assertEquals(1, handedOut.get());
    }
  }

  @Test
  void slowClientDoesNotDelayOthers() throws Exception {
    try (SmallServer http = SmallServer.start(server, SmallHttp::serve);
        Socket slow = new Socket("localhost", http.port())) {
      try (Socket quick = sockets.createSocket("localhost", http.port())) {
        quick.getOutputStream().write("GET /quick HTTP/1.1\r\n\r\n".getBytes("US-ASCII"));
        quick.getOutputStream().flush();

        assertEquals('H', quick.getInputStream().read());
      }
      assertTrue(slow.isConnected());
    }
  }

  @Test
  void clientThatStallsInTheHandshakeMeetsTheDeadline() throws Exception {
    AttestedServer hasty =
        AttestedTls.server(
            TestSide.acceptor(),
            TestSide.attester(TestSide.SERVER).deadline(Duration.ofMillis(300)).build());
    Socket[] tcp = LoopbackPair.tcp();
    try (Socket silent = tcp[0]) {
      RatsException e = assertThrows(RatsException.class, () -> hasty.accept(tcp[1]));

      assertEquals("TIMEOUT", e.code());
      assertTrue(silent.isConnected());
      assertTrue(tcp[1].isClosed());
    }
  }

  @Test
  void serverSocketEndsItsWaitingWhenClosed() throws Exception {
    ServerSocket socket =
        server
            .serverSocketFactory(Runnable::run, 1)
            .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(50);
    assertThrows(SocketTimeoutException.class, socket::accept);
    socket.setSoTimeout(0);
    CompletableFuture<IOException> waiting =
        LoopbackPair.beside(() -> assertThrows(SocketException.class, socket::accept));

    socket.close();

    assertEquals("Socket is closed", LoopbackPair.get(waiting).getMessage());
    assertThrows(SocketException.class, socket::accept);
  }

  @Test
  void refusesWhatContradictsTheConnection() throws Exception {
    try (SmallServer http = SmallServer.start(server, SmallHttp::serve);
        AttestedSocket socket = (AttestedSocket) sockets.createSocket("localhost", http.port())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
      socket.setEnabledCipherSuites(socket.getSupportedCipherSuites());
      socket.setUseClientMode(true);
      socket.startHandshake();

      assertThrows(
          IllegalArgumentException.class,
          () -> socket.setEnabledProtocols(new String[] {"TLSv1.2"}));
      assertThrows(
          IllegalArgumentException.class,
          () -> socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA"}));
      assertThrows(IllegalArgumentException.class, () -> socket.setUseClientMode(false));
      assertThrows(UnsupportedOperationException.class, socket::shutdownOutput);
    }
  }

  @Test
  void aClosedServerLeavesNoThreadThatWaitsForAPlace() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    ServerSocket listener =
        server
            .serverSocketFactory(threads, 1)
            .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    CompletableFuture<Socket> first = LoopbackPair.beside(listener::accept);
    try (Socket one = sockets.createSocket("localhost", listener.getLocalPort());
        Socket accepted = LoopbackPair.get(first);
        Socket waiting = sockets.createSocket("localhost", listener.getLocalPort())) {
      assertTrue(one.isConnected() && accepted.isConnected() && waiting.isConnected());
      assertTrue(accepts(), "waits for a place");

      listener.close();

      while (accepts()) {
        Thread.sleep(20); // until the time limit of the test
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean accepts() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(
            call ->
                call.getClassName().equals(AttestedServerSocket.class.getName())
                    && call.getMethodName().equals("acceptAll"));
  }

  @Test
  void aServerThatIsOutOfThreadsOnceGoesOnAccepting() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    AtomicInteger calls = new AtomicInteger();
    Executor scarce =
        task -> {
          if (calls.getAndIncrement() == 0) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          threads.execute(task);
        };
    try (ServerSocket listener =
        server
            .serverSocketFactory(scarce, 1)
            .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Socket> accepted = LoopbackPair.beside(listener::accept);

      assertThrows(
          IOException.class, () -> sockets.createSocket("localhost", listener.getLocalPort()));
      sockets.createSocket("localhost", listener.getLocalPort()).close();

      LoopbackPair.get(accepted).close();
    } finally {
      threads.shutdownNow();
    }
  }
}
