package org.rats4j.expat.bc;

import java.io.IOException;
import java.util.Vector;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.internal.HandshakeChain;
import org.rats4j.expat.tls.TlsServerSettings;

/**
 * A server of the BouncyCastle TLS API for one connection: TLS 1.3 only, no session tickets. With
 * anchors for clients, a client must show a certificate that leads to one. For {@code
 * TlsServerProtocol.accept}, blocking or not.
 */
@SuppressWarnings({"exports", "JdkObsolete"}) // callers have the library, and it speaks Vector
public final class BcTlsServer extends DefaultTlsServer {
  private final TlsServerSettings settings;
  private final BcExporterCapture capture = new BcExporterCapture();

  /**
   * Creates a server for one connection.
   *
   * @param crypto the cryptography, such as {@link BcTls#crypto}
   */
  public BcTlsServer(TlsCrypto crypto, TlsServerSettings settings) {
    super(crypto);
    this.settings = settings;
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
  BcTlsSession session() throws IOException {
    return BcTlsSession.of(context, "", -1);
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
  protected boolean preferLocalCipherSuites() {
    return true;
  }

  @Override
  protected @Nullable Vector<?> getProtocolNames() {
    return BcSettings.protocolNames(settings.options());
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    return HandshakeSigner.credentialed(
        context,
        settings.credentials(),
        TlsUtils.EMPTY_BYTES,
        context.getSecurityParametersHandshake().getClientSigAlgs());
  }

  @Override
  public @Nullable CertificateRequest getCertificateRequest() throws IOException {
    if (settings.trustAnchors().isEmpty()) {
      return null;
    }
    TrustAnchors anchors = settings.trustAnchors().get();
    Vector<X500Name> authorities = new Vector<>();
    anchors
        .certificates()
        .forEach(
            anchor ->
                authorities.add(
                    X500Name.getInstance(anchor.getSubjectX500Principal().getEncoded())));
    return new CertificateRequest(
        TlsUtils.EMPTY_BYTES,
        TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
        null,
        authorities);
  }

  @Override
  public void notifyClientCertificate(Certificate received) throws IOException {
    BcCertificates.check(
        received,
        HandshakeChain.ofClients(settings.trustAnchors().orElseThrow(), settings.options().clock()),
        AlertDescription.certificate_required);
  }
}
