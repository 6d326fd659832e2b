package org.rats4j.expat.stacks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.ExpatCodes;
import org.rats4j.expat.HandshakePki;
import org.rats4j.expat.HandshakePki.Kind;
import org.rats4j.expat.conscrypt.ConscryptTls;
import org.rats4j.expat.jsse.HandshakeStart;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.jsse.TlsExporters;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.expat.tls.TlsServerSettings;

/** Engines in memory. */
class EngineTest {
  private static TlsClientSettings client;
  private static TlsServerSettings server;

  @BeforeAll
  static void issue() throws Exception {
    HandshakePki pki = new HandshakePki("root");
    client = TlsClientSettings.of(pki.anchors());
    server = TlsServerSettings.of(pki.localhost(Kind.P256));
  }

  private static void assertSame(TlsExporter client, TlsExporter server) throws Exception {
    assertEquals(TlsRole.CLIENT, client.info().role());
    assertEquals(TlsRole.SERVER, server.info().role());
    assertArrayEquals(
        client.export("Attestation", new byte[32], 32),
        server.export("Attestation", new byte[32], 32));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void ofJsseExportTheSame() throws Exception {
    for (int suite : new int[] {0x1301, 0x1302, 0x1303}) {
      TlsOptions options = TlsOptions.DEFAULT.withCipherSuites(suite);
      JsseTls stack = JsseTls.stack().ticketsTolerated();
      TlsEngine clientEnd = stack.clientEngine(client.withOptions(options), "localhost", 443);
      TlsEngine serverEnd = stack.serverEngine(server.withOptions(options));
      assertEquals(
          ExpatCodes.NO_EXPORTER,
          assertThrows(VerificationException.class, clientEnd::exporter).code());

      EnginePair.handshake(clientEnd.engine(), serverEnd.engine());

      assertSame(clientEnd.exporter(), serverEnd.exporter());
      assertEquals(Resumption.FULL, clientEnd.exporter().info().resumption());
      assertEquals(suite, serverEnd.exporter().info().cipherSuite());
    }
  }

  @Test
  void ofConscryptExportTheSame() throws Exception {
    ConscryptTls stack = ConscryptTls.stack();
    TlsEngine clientEnd = stack.clientEngine(client, "localhost", 443);
    TlsEngine serverEnd = stack.serverEngine(server);
    assertEquals(
        ExpatCodes.NO_EXPORTER,
        assertThrows(VerificationException.class, clientEnd::exporter).code());

    EnginePair.handshake(clientEnd.engine(), serverEnd.engine());

    assertSame(clientEnd.exporter(), serverEnd.exporter());
    assertEquals(Resumption.FULL, clientEnd.exporter().info().resumption());
    assertEquals(Resumption.FULL, serverEnd.exporter().info().resumption());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void ofOthersExportTheSame() throws Exception {
    JsseTls jsse = JsseTls.stack().ticketsTolerated();
    HandshakeStart start = HandshakeStart.now();
    TlsEngine clientEnd = jsse.clientEngine(client, "localhost", 443);
    TlsEngine serverEnd = ConscryptTls.stack().serverEngine(server);

    EnginePair.handshake(clientEnd.engine(), serverEnd.engine());

    TlsExporter ofClient = TlsExporters.forEngine(clientEnd.engine(), start);
    TlsExporter ofServer = TlsExporters.forEngine(serverEnd.engine(), start);
    assertSame(ofClient, ofServer);
    assertEquals(Resumption.FULL, ofClient.info().resumption());
    assertEquals(Resumption.UNKNOWN, ofServer.info().resumption());
    assertSame(TlsExporters.forSession(clientEnd.engine().getSession(), TlsRole.CLIENT), ofServer);
  }

  @Test
  void ofConscryptExportNothingOnceTheyAreClosed() throws Exception {
    ConscryptTls stack = ConscryptTls.stack();
    TlsEngine clientEnd = stack.clientEngine(client, "localhost", 443);
    EnginePair.handshake(clientEnd.engine(), stack.serverEngine(server).engine());
    TlsExporter exporter = clientEnd.exporter();

    clientEnd.engine().closeOutbound();
    clientEnd.engine().closeInbound();

    assertEquals(
        ExpatCodes.NO_EXPORTER,
        assertThrows(VerificationException.class, () -> exporter.export("label", new byte[0], 32))
            .code());
  }
}
