package org.rats4j.expat.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.ExpatCodes;
import org.rats4j.expat.ExpatOptions;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.ExportedAuthenticators;
import org.rats4j.expat.HandshakePki;
import org.rats4j.expat.HandshakePki.Kind;
import org.rats4j.expat.jsse.HandshakeStart;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.jsse.TlsExporters;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsExporter;

/** A server of the JDK that hands out tickets, as JDK servers do, and its clients. */
@EnabledForJreRange(min = JRE.JAVA_25)
class ResumptionTest {
  private final HandshakePki pki;
  private final SSLContext serverContext;
  private final SSLContext clientContext;

  /** What both sides know of one connection. */
  private record Seen(TlsExporter client, TlsExporter server) {}

  ResumptionTest() throws Exception {
    pki = new HandshakePki("root");
    TlsCredentials credentials = pki.localhost(Kind.P256);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "server", credentials.key(), new char[0], new X509Certificate[] {credentials.leaf()});
    KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
    keyManagers.init(keys, new char[0]);
    serverContext = SSLContext.getInstance("TLSv1.3");
    serverContext.init(keyManagers.getKeyManagers(), null, new SecureRandom());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    byte[] root = pki.anchors().certificates().get(0).getEncoded();
    trusted.setCertificateEntry(
        "root",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(root)));
    TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
    trustManagers.init(trusted);
    clientContext = SSLContext.getInstance("TLSv1.3");
    clientContext.init(null, trustManagers.getTrustManagers(), new SecureRandom());
  }

  private interface Connecting {
    TlsExporter connect(int port) throws Exception;
  }

  /** Serves one connection: greets, so that the client meets the ticket, and waits for the end. */
  private Seen connect(ServerSocket listener, Connecting client) throws Exception {
    CompletableFuture<TlsExporter> server =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                HandshakeStart start = HandshakeStart.now();
                Socket transport = listener.accept();
                SSLSocket socket =
                    (SSLSocket)
                        serverContext
                            .getSocketFactory()
                            .createSocket(transport, "localhost", 1, true);
                socket.setUseClientMode(false);
                socket.startHandshake();
                socket.getOutputStream().write('!');
                socket.getOutputStream().flush();
                socket.getInputStream().read();
                return TlsExporters.forSocket(socket, start);
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            });
    return new Seen(client.connect(listener.getLocalPort()), server.get());
  }

  private TlsExporter shared(int port) throws Exception {
    HandshakeStart start = HandshakeStart.now();
    try (SSLSocket socket =
        (SSLSocket) clientContext.getSocketFactory().createSocket("localhost", port)) {
      socket.startHandshake();
      socket.getInputStream().read();
      TlsExporter exporter = TlsExporters.forSocket(socket, start);
      socket.getOutputStream().write('!');
      socket.getOutputStream().flush();
      return exporter;
    }
  }

  private TlsExporter fresh(int port) throws Exception {
    TlsClientSettings settings = TlsClientSettings.of(pki.anchors());
    try (TlsConnection connection =
        JsseTls.stack()
            .connector(settings)
            .connect(new Socket("localhost", port), "localhost", port)) {
      connection.input().read();
      connection.output().write('!');
      connection.output().flush();
      return connection.exporter();
    }
  }

  @Test
  void isDetectedOnBothSidesForAClientWithASharedContext() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
      Seen first = connect(listener, this::shared);
      assertEquals(Resumption.FULL, first.client().info().resumption());
      assertEquals(Resumption.FULL, first.server().info().resumption());

      Seen second = connect(listener, this::shared);

      assertEquals(Resumption.RESUMED, second.client().info().resumption());
      assertEquals(Resumption.RESUMED, second.server().info().resumption());
      VerificationException e =
          assertThrows(
              VerificationException.class,
              () ->
                  ExportedAuthenticators.of(
                      second.client(), ExpatOptions.of(ExpatProfile.draft03(0xff00))));
      assertEquals(ExpatCodes.RESUMED, e.code());
    }
  }

  @Test
  void doesNotHappenToConnectionsOfOurs() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
      for (int i = 0; i < 3; i++) {
        Seen seen = connect(listener, this::fresh);

        assertEquals(Resumption.FULL, seen.client().info().resumption());
        assertEquals(Resumption.FULL, seen.server().info().resumption());
      }
    }
  }
}
