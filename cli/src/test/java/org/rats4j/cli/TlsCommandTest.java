package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.cli.view.Palette;

/** {@code rats tls}: both commands, over TCP and TLS. */
@Timeout(60)
class TlsCommandTest {
  private static final Pattern PORT = Pattern.compile("listening on localhost:(\\d+)");

  @TempDir private static Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    Path store = folder.resolve("store");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-startdate",
                "2026/11/01 00:00:00",
                "-validity",
                "365")
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    Key key = keys.getKey("server", "changeit".toCharArray());
    write("server.key", "PRIVATE KEY", key.getEncoded());
    write("server.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
    for (String name : List.of("platform", "stranger")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      write(name + ".key", "PRIVATE KEY", pair.getPrivate().getEncoded());
      write(name + ".pem", "PUBLIC KEY", pair.getPublic().getEncoded());
    }
  }

  private static void write(String name, String label, byte[] content) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  /** A server that ends after one connection. */
  private static final class Server {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final CompletableFuture<Integer> exit;

    Server(String... more) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "tls",
                  "server",
                  "--once",
                  "--port",
                  "0",
                  "--certificate",
                  file("server.pem"),
                  "--key",
                  file("server.key"),
                  "--ak",
                  file("platform.key")));
      arguments.addAll(List.of(more));
      PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
      Console console =
          new Console(
              new ByteArrayInputStream(new byte[0]),
              stream,
              stream,
              Palette.PLAIN,
              false,
              Clock.fixed(Run.NOW, ZoneOffset.UTC),
              false);
      exit =
          CompletableFuture.supplyAsync(() -> Rats.run(console, arguments.toArray(String[]::new)));
    }

    String address() throws Exception {
      for (int i = 0; i < 1000; i++) {
        Matcher port = PORT.matcher(text());
        if (port.find()) {
          return "localhost:" + port.group(1);
        }
        Thread.sleep(20);
      }
      throw new AssertionError("server does not listen: " + text());
    }

    String text() {
      return out.toString(StandardCharsets.UTF_8);
    }

    int exit() throws Exception {
      return exit.get(30, TimeUnit.SECONDS);
    }
  }

  private static Run connect(Server server, byte[] input, String platform, String... more)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "tls", "connect", "--trust-anchor", file("server.pem"), "--ak", file(platform)));
    arguments.addAll(List.of(more));
    arguments.add(server.address());
    return Run.withInput(input, arguments.toArray(String[]::new));
  }

  @Test
  void echoesWhatTheClientSends() throws Exception {
    Server server = new Server();

    Run run = connect(server, "hello\n".getBytes(StandardCharsets.UTF_8), "platform.pem");

    assertEquals("", run.err());
    assertEquals("hello\n", run.out());
    assertEquals(ExitCode.OK, run.exit());
    assertEquals(ExitCode.OK, server.exit(), server.text());
    assertTrue(server.text().contains("echoed 6 bytes"), server.text());
  }

  @Test
  void transfersAFile() throws Exception {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    Path original = Files.write(folder.resolve("original"), content);
    Path copy = folder.resolve("copy");
    Server server = new Server("--file", original.toString());

    Run run = connect(server, new byte[0], "platform.pem", "-o", copy.toString());

    assertEquals(ExitCode.OK, run.exit(), run.err());
    assertArrayEquals(content, Files.readAllBytes(copy));
    assertEquals(ExitCode.OK, server.exit());
  }

  @Test
  void explainsEachMessageOnBothSides() throws Exception {
    Server server = new Server("--explain");

    Run run = connect(server, new byte[0], "platform.pem", "--explain");

    assertEquals(ExitCode.OK, run.exit(), run.err());
    assertEquals(ExitCode.OK, server.exit());
    for (String explained :
        List.of(
            "authenticator request (frame 1,",
            "made by the client",
            "takes attestation: yes",
            "certificate: CN=localhost",
            "cmw_attestation (0xff00)",
            "eat_nonce",
            "signature: ecdsa_secp256r1_sha256",
            "Finished: 48 bytes",
            "verdict: accepted (frame 3, 1 bytes)",
            "state: OPEN")) {
      assertTrue(run.err().contains(explained), explained + " in " + run.err());
      assertTrue(server.text().contains(explained), explained + " in " + server.text());
    }
  }

  @Test
  void sendsNothingToAServerThatIsNotTrusted() throws Exception {
    Server server = new Server();

    Run run = connect(server, "secret".getBytes(StandardCharsets.UTF_8), "stranger.pem");

    assertEquals(ExitCode.NOT_VERIFIED, run.exit());
    assertTrue(run.err().contains("APPRAISAL_REJECTED"), run.err());
    assertTrue(run.err().contains("appraiser failed with BAD_SIGNATURE"), run.err());
    assertEquals("", run.out());
    assertEquals(ExitCode.NOT_VERIFIED, server.exit());
    assertTrue(server.text().contains("PEER_REJECTED"), server.text());
  }

  @Test
  void wantsAnAddress() {
    Run run =
        Run.of(
            "tls",
            "connect",
            "--trust-anchor",
            file("server.pem"),
            "--ak",
            file("platform.pem"),
            "nowhere");

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("HOST:PORT"), run.err());
  }
}
