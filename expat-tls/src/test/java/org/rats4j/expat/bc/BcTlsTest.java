package org.rats4j.expat.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.ExpatCodes;
import org.rats4j.expat.HandshakePki;
import org.rats4j.expat.HandshakePki.Kind;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.expat.tls.TlsServerSettings;

class BcTlsTest {
  private static final String LABEL = "EXPORTER-client authenticator handshake context";
  private static HandshakePki pki;
  private static TlsClientSettings trusting;

  @BeforeAll
  static void issue() throws Exception {
    pki = new HandshakePki("BC root");
    trusting = TlsClientSettings.of(pki.anchors());
  }

  private static BcTlsClient client(TlsClientSettings settings) {
    return new BcTlsClient(BcPair.CRYPTO, settings, "localhost");
  }

  private static BcTlsServer server(TlsServerSettings settings) {
    return new BcTlsServer(BcPair.CRYPTO, settings);
  }

  private static TlsServerSettings showing(Kind kind) throws Exception {
    return TlsServerSettings.of(pki.localhost(kind));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1301, 0x1302, 0x1303})
  void exportsTheSameOnBothSides(int suite) throws Exception {
    TlsOptions options = TlsOptions.DEFAULT.withCipherSuites(suite);
    BcTlsClient client = client(trusting.withOptions(options));
    BcTlsServer server = server(showing(Kind.P256));
    BcPair.of(client, server);

    byte[] ofClient = client.exporter().export("Attestation", new byte[] {1, 2}, 32);

    assertArrayEquals(ofClient, server.exporter().export("Attestation", new byte[] {1, 2}, 32));
    assertFalse(Arrays.equals(ofClient, client.exporter().export("Attestation", new byte[0], 32)));
    assertEquals(
        new TlsInfo(TlsRole.CLIENT, TlsInfo.TLS_1_3, suite, Resumption.FULL),
        client.exporter().info());
    assertEquals(TlsRole.SERVER, server.exporter().info().role());
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384", "ED25519", "RSA", "RSA_PSS"})
  void showsEachKindOfKeyOnBothSides(Kind kind) throws Exception {
    BcTlsClient client = client(trusting.withCredentials(pki.client(kind)));
    BcTlsServer server = server(showing(kind).withTrustAnchors(pki.anchors()));

    BcPair.of(client, server);

    assertArrayEquals(
        client.exporter().export(LABEL, new byte[0], 32),
        server.exporter().export(LABEL, new byte[0], 32));
    assertEquals(1, server.session().getPeerCertificates().length);
    assertEquals(1, client.session("localhost", 443).getPeerCertificates().length);
  }

  private static int alertOf(TlsClientSettings client, TlsServerSettings server) {
    TlsFatalAlert alert =
        assertThrows(TlsFatalAlert.class, () -> BcPair.of(client(client), server(server)));
    return alert.getAlertDescription();
  }

  @Test
  void refusesAServerOfAnotherRoot() throws Exception {
    TlsClientSettings other = TlsClientSettings.of(new HandshakePki("another").anchors());

    assertEquals(AlertDescription.bad_certificate, alertOf(other, showing(Kind.P256)));
  }

  @Test
  void refusesAServerOfAnotherName() throws Exception {
    TlsCredentials other = pki.server(Kind.P256, "DNS:example.com", "IP:127.0.0.1");

    assertEquals(AlertDescription.bad_certificate, alertOf(trusting, TlsServerSettings.of(other)));
  }

  @Test
  void refusesAServerWithTheCertificateOfAClient() throws Exception {
    assertEquals(
        AlertDescription.bad_certificate,
        alertOf(trusting, TlsServerSettings.of(pki.client(Kind.P256))));
  }

  @Test
  void refusesAnExpiredServer() throws Exception {
    TlsOptions later =
        TlsOptions.DEFAULT.withClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(60)));

    assertEquals(
        AlertDescription.bad_certificate, alertOf(trusting.withOptions(later), showing(Kind.P256)));
  }

  @Test
  void refusesAClientWithoutCertificate() throws Exception {
    TlsServerSettings mutual = showing(Kind.P256).withTrustAnchors(pki.anchors());

    assertEquals(AlertDescription.certificate_required, alertOf(trusting, mutual));
  }

  @Test
  void refusesAClientOfAnotherRoot() throws Exception {
    TlsCredentials other = new HandshakePki("another").client(Kind.P256);
    TlsServerSettings mutual = showing(Kind.P256).withTrustAnchors(pki.anchors());

    assertEquals(
        AlertDescription.bad_certificate, alertOf(trusting.withCredentials(other), mutual));
  }

  @Test
  void exportsNothingBeforeTheHandshakeAndAfterTheEnd() throws Exception {
    BcTlsClient client = client(trusting);
    assertThrows(IllegalStateException.class, client::exporter);
    BcPair.of(client, server(showing(Kind.P256)));
    BcTlsExporter exporter = client.exporter();

    exporter.close();

    VerificationException e =
        assertThrows(VerificationException.class, () -> exporter.export(LABEL, new byte[0], 32));
    assertEquals(ExpatCodes.NO_EXPORTER, e.code());
  }
}
