package org.rats4j.expat.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.ExpatCodes;
import org.rats4j.expat.HandshakePki;
import org.rats4j.expat.HandshakePki.Kind;
import org.rats4j.expat.conscrypt.ConscryptTls;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.jsse.TlsExporters;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.expat.tls.TlsServerSettings;

/** What cannot export says so before anything is sent, and names what to use. */
class RefusalTest {
  private static HandshakePki pki;

  @BeforeAll
  static void issue() throws Exception {
    pki = new HandshakePki("root");
  }

  private static void assertRefusal(VerificationException e, String... words) {
    assertEquals(ExpatCodes.NO_EXPORTER, e.code());
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
  }

  /** Returns a client engine of {@code provider} after a handshake with Conscrypt. */
  private static SSLEngine connected(Provider provider) throws Exception {
    SSLContext context = SSLContext.getInstance("TLSv1.3", provider);
    context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
    SSLEngine client = context.createSSLEngine("localhost", 443);
    client.setUseClientMode(true);
    TlsEngine server =
        ConscryptTls.stack().serverEngine(TlsServerSettings.of(pki.localhost(Kind.P256)));
    EnginePair.handshake(client, server.engine());
    return client;
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_24)
  void refusesJsseOfAnOldJdk() throws Exception {
    SSLEngine client = connected(SSLContext.getDefault().getProvider());

    assertRefusal(
        assertThrows(VerificationException.class, () -> TlsExporters.forEngine(client)),
        "JDK 25",
        "BcTls",
        "ConscryptTls");
    assertRefusal(assertThrows(VerificationException.class, JsseTls::stack), "JDK 25");
  }

  @Test
  void refusesBcjsse() throws Exception {
    SSLEngine client = connected(new BouncyCastleJsseProvider(new BouncyCastleProvider()));

    assertRefusal(
        assertThrows(VerificationException.class, () -> TlsExporters.forEngine(client)),
        "BCJSSE",
        "BcTls");
    assertRefusal(
        assertThrows(
            VerificationException.class,
            () -> TlsExporters.forSession(client.getSession(), TlsRole.CLIENT)),
        client.getSession().getClass().getName());
  }

  @Test
  void refusesASessionOfConscryptAndNamesItsEngine() throws Exception {
    TlsEngine client =
        ConscryptTls.stack().clientEngine(TlsClientSettings.of(pki.anchors()), "localhost", 443);
    EnginePair.handshake(
        client.engine(),
        ConscryptTls.stack().serverEngine(TlsServerSettings.of(pki.localhost(Kind.P256))).engine());

    assertRefusal(
        assertThrows(
            VerificationException.class,
            () -> TlsExporters.forSession(client.engine().getSession(), TlsRole.CLIENT)),
        "forEngine");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void refusesServersThatSendTickets() throws Exception {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> JsseTls.stack().acceptor(TlsServerSettings.of(pki.localhost(Kind.P256))));

    assertTrue(e.getMessage().contains("-Djdk.tls.server.newSessionTicketCount=0"));
    assertTrue(
        e.getMessage().contains("-Djdk.tls.server.disableExtensions=psk_key_exchange_modes"));
  }

  @Test
  void refusesForConscryptWhatItCannotDo() throws Exception {
    ConscryptTls stack = ConscryptTls.stack();
    TlsClientSettings client = TlsClientSettings.of(pki.anchors());
    TlsCredentials edwards = pki.localhost(Kind.ED25519);

    assertThrows(
        IllegalArgumentException.class,
        () -> stack.connector(client.withOptions(TlsOptions.DEFAULT.withCipherSuites(0x1301))));
    assertThrows(
        IllegalArgumentException.class, () -> stack.connector(client.withCredentials(edwards)));
    assertThrows(
        IllegalArgumentException.class, () -> stack.acceptor(TlsServerSettings.of(edwards)));
  }

  private static void connect(Stacks stack, TlsClientSettings client, TlsServerSettings server)
      throws Exception {
    Loopback.of(stack.stack().connector(client), stack.stack().acceptor(server)).close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BC", "CONSCRYPT"})
  void refusesWrongServersOnEachStack(Stacks stack) throws Exception {
    TlsClientSettings client = TlsClientSettings.of(pki.anchors());
    HandshakePki other = new HandshakePki("another");

    assertThrows(
        SSLException.class,
        () -> connect(stack, client, TlsServerSettings.of(other.localhost(Kind.P256))));
    assertThrows(
        SSLException.class,
        () ->
            connect(stack, client, TlsServerSettings.of(pki.server(Kind.P256, "DNS:example.com"))));
    assertThrows(
        SSLException.class,
        () -> connect(stack, client, TlsServerSettings.of(pki.client(Kind.P256))));
    assertThrows(
        SSLException.class,
        () -> connect(stack, client, TlsServerSettings.of(pki.localhost(Kind.RSA_SHORT))));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void refusesWrongServersOnJsse() throws Exception {
    refusesWrongServersOnEachStack(Stacks.JSSE);
  }

  @ParameterizedTest
  @EnumSource(names = {"BC", "CONSCRYPT"})
  void refusesClientsWithoutCertificate(Stacks stack) throws Exception {
    TlsServerSettings mutual =
        TlsServerSettings.of(pki.localhost(Kind.P256)).withTrustAnchors(pki.anchors());

    Exception e =
        assertThrows(
            Exception.class, () -> connect(stack, TlsClientSettings.of(pki.anchors()), mutual));

    Throwable cause = e;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    assertTrue(cause instanceof SSLException, String.valueOf(e));
  }
}
