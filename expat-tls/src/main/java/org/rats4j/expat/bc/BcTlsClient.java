package org.rats4j.expat.bc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.NewSessionTicket;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;
import org.rats4j.expat.internal.HandshakeChain;
import org.rats4j.expat.internal.ServerName;
import org.rats4j.expat.tls.TlsClientSettings;

/**
 * A client of the BouncyCastle TLS API for one connection: TLS 1.3 only, full handshakes only. The
 * certificate of the server must lead to an anchor and name the host. For {@code
 * TlsClientProtocol.connect}, blocking or not.
 */
@SuppressWarnings({"exports", "JdkObsolete"}) // callers have the library, and it speaks Vector
public final class BcTlsClient extends DefaultTlsClient {
  private final TlsClientSettings settings;
  private final ServerName server;
  private final BcExporterCapture capture = new BcExporterCapture();

  /**
   * Creates a client for one connection.
   *
   * @param crypto the cryptography, such as {@link BcTls#crypto}
   * @param host the DNS name or IP address of the server
   * @throws IllegalArgumentException if {@code host} is neither
   */
  public BcTlsClient(TlsCrypto crypto, TlsClientSettings settings, String host) {
    super(crypto);
    this.settings = settings;
    this.server = ServerName.of(host);
  }

  /**
   * Returns the exporter of the connection.
   *
   * @throws IllegalStateException before the handshake is complete
   */
  public BcTlsExporter exporter() {
    return capture.exporter();
  }

  /** Returns protocol, suite and certificates of the connection, once it is there. */
  BcTlsSession session(String host, int port) throws IOException {
    return BcTlsSession.of(context, host, port);
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    capture.onHandshakeComplete(context);
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.TLSv13.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return BcSettings.suites(getCrypto(), settings.options());
  }

  @Override
  protected @Nullable Vector<?> getSNIServerNames() {
    Vector<org.bouncycastle.tls.ServerName> names = new Vector<>();
    server
        .dns()
        .ifPresent(
            name ->
                names.add(
                    new org.bouncycastle.tls.ServerName(
                        NameType.host_name, name.getBytes(StandardCharsets.US_ASCII))));
    return names.isEmpty() ? null : names;
  }

  @Override
  protected @Nullable Vector<?> getProtocolNames() {
    return BcSettings.protocolNames(settings.options());
  }

  /** A ticket is thrown away: the next connection has a full handshake, too. */
  @Override
  public void notifyNewSessionTicket(NewSessionTicket ticket) {}

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
        BcCertificates.check(
            certificate.getCertificate(),
            HandshakeChain.ofServer(settings.trustAnchors(), settings.options().clock(), server),
            AlertDescription.bad_certificate);
      }

      @Override
      public @Nullable TlsCredentials getClientCredentials(CertificateRequest request)
          throws IOException {
        return settings.credentials().isEmpty()
            ? null
            : HandshakeSigner.credentialed(
                context,
                settings.credentials().get(),
                request.getCertificateRequestContext(),
                request.getSupportedSignatureAlgorithms());
      }
    };
  }
}
