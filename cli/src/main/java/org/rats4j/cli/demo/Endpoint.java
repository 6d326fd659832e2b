package org.rats4j.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLSession;
import org.rats4j.cli.tls.BoundEvidence;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestationModel;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.Identity;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsServerSettings;
import org.rats4j.expat.tls.TlsStack;

/** One end of an attested TLS connection: its TLS, and whom it knows. */
final class Endpoint {
  private final TlsCredentials credentials;
  private final Clock clock;
  private final TlsStack stack;

  /** Is told of a handshake that is complete, before anything is attested. */
  interface Handshake {
    void complete(String stack, SSLSession session) throws IOException;
  }

  private final Handshake handshake;

  private Endpoint(TlsCredentials credentials, Clock clock, Handshake handshake)
      throws VerificationException {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.handshake = Objects.requireNonNull(handshake, "handshake");
    // The tickets that JDK servers send open nothing: no other connection knows their keys.
    stack = JsseTls.isAvailable() ? JsseTls.stack().ticketsTolerated() : BcTls.stack();
  }

  /**
   * Returns an endpoint with a new key and certificate.
   *
   * @param owner whose
   */
  static Endpoint of(String owner, Clock clock, Handshake handshake)
      throws GeneralSecurityException, IOException, VerificationException {
    KeyPair key = Certificates.newKey();
    X509Certificate certificate =
        Certificates.selfSigned(
            owner, key.getPublic(), Signers.of(key.getPrivate(), Algorithms.ES256), clock);
    return new Endpoint(
        new TlsCredentials(key.getPrivate(), List.of(certificate)), clock, handshake);
  }

  /** Returns key and certificate that it shows in the handshake. */
  TlsCredentials credentials() {
    return credentials;
  }

  /** Returns what it shows in authenticators: the same certificate. */
  Identity identity() {
    return Identity.of(credentials.chain(), Signers.of(credentials.key(), Algorithms.ES256));
  }

  /** Returns what has to be the same at both ends, to which each adds what it attests or wants. */
  static AttestationConfig.Builder config(AttestationModel model) {
    return AttestationConfig.builder(BoundEvidence.PROFILE).model(model);
  }

  /** Returns what takes only the certificates of the peer in authenticators, too. */
  PkixChainValidator knowing(List<X509Certificate> peer) {
    return PkixChainValidator.of(TrustAnchors.of(peer), clock).serverName(Certificates.HOST);
  }

  /** Opens a listener that only this machine reaches. */
  static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Connects to a server that has one of {@code certificates}, and attests. */
  AttestedSocket connect(int port, List<X509Certificate> certificates, AttestationConfig config)
      throws IOException, RatsException {
    TlsClientSettings settings =
        TlsClientSettings.of(TrustAnchors.of(certificates))
            .withOptions(TlsOptions.DEFAULT.withClock(clock));
    var connector = stack.connector(settings);
    return AttestedTls.client(
            (transport, host, to) -> told(connector.connect(transport, host, to)), config)
        .connect(Certificates.HOST, port);
  }

  /** Answers the next client, and attests. */
  AttestedSocket accept(ServerSocket listener, AttestationConfig config)
      throws IOException, RatsException {
    TlsServerSettings settings =
        TlsServerSettings.of(credentials).withOptions(TlsOptions.DEFAULT.withClock(clock));
    var acceptor = stack.acceptor(settings);
    Socket transport = listener.accept();
    return AttestedTls.server(accepted -> told(acceptor.accept(accepted)), config)
        .accept(transport);
  }

  private TlsConnection told(TlsConnection connection) throws IOException {
    handshake.complete(stack.toString(), connection.session());
    return connection;
  }
}
