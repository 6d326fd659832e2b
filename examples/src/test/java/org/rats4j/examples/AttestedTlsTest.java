package org.rats4j.examples;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Pem;

/** The attested client and the attested server, over a connection of this machine. */
@Timeout(60)
class AttestedTlsTest {
  private static final String PASSWORD = "worthless";

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @TempDir private Path folder;
  private KeyFiles device;
  private KeyFiles endorser;
  private Path serverKey;
  private Path certificate;

  @BeforeEach
  void releasesFirmware() throws Exception {
    device = KeyFiles.make(folder, "device");
    endorser = KeyFiles.make(folder, "endorser");
    issueCertificate();
    Files.writeString(folder.resolve("released"), "firmware 1.4.0");
    Files.writeString(folder.resolve("changed"), "firmware 1.4.0 and a visitor");
    EndorserExample.main(
        new String[] {
          endorser.privateKey().toString(),
          device.publicKey().toString(),
          folder.resolve("released").toString(),
          folder.resolve("corim").toString()
        });
  }

  @AfterEach
  void stops() {
    thread.shutdownNow();
  }

  /** The JDK has no class that issues certificates, but a tool. */
  private void issueCertificate() throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                (Path.of(System.getProperty("java.home"), "bin", "keytool")
                        + " -genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 2"
                        + " -dname CN=localhost -ext san=dns:localhost -storepass "
                        + PASSWORD
                        + " -keystore "
                        + store)
                    .split(" "))
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    byte[] key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
    serverKey = KeyFiles.write(folder.resolve("server.key"), Pem.PRIVATE_KEY, key);
    certificate =
        KeyFiles.write(
            folder.resolve("server.crt"),
            Pem.CERTIFICATE,
            keys.getCertificate("server").getEncoded());
  }

  private ServerSocket listen(String firmware) throws Exception {
    String[] args = {
      "0",
      certificate.toString(),
      serverKey.toString(),
      device.privateKey().toString(),
      folder.resolve(firmware).toString()
    };
    ServerSocket listener = AttestedServerExample.listen(args);
    thread.execute(
        () ->
            assertThrows(
                SocketException.class,
                () -> AttestedServerExample.serve(listener),
                "until it is closed"));
    return listener;
  }

  private void connect(ServerSocket listener) throws Exception {
    AttestedClientExample.main(
        new String[] {
          "localhost",
          Integer.toString(listener.getLocalPort()),
          certificate.toString(),
          endorser.publicKey().toString(),
          folder.resolve("corim").toString()
        });
  }

  @Test
  void clientSpeaksToAServerWithReleasedFirmware() throws Exception {
    try (ServerSocket listener = listen("released")) {
      assertDoesNotThrow(() -> connect(listener));
    }
  }

  @Test
  void clientDoesNotSpeakToAServerWithOtherFirmware() throws Exception {
    try (ServerSocket listener = listen("changed")) {
      VerificationException e = assertThrows(VerificationException.class, () -> connect(listener));

      assertEquals("APPRAISAL_REJECTED", e.code());
      assertTrue(e.detail().contains("NOT_AFFIRMING at eat/executables: "), e.detail());
    }
  }
}
