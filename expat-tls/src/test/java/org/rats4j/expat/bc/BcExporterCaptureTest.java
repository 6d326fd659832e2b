package org.rats4j.expat.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.ExpatCodes;
import org.rats4j.expat.HandshakePki;
import org.rats4j.expat.HandshakePki.Kind;
import org.rats4j.expat.tls.TlsServerSettings;

/** A client of somebody else, who knows of us only the capture. */
class BcExporterCaptureTest {
  private static final String CONTEXT = "EXPORTER-client authenticator handshake context";
  private static final String KEY = "EXPORTER-server authenticator finished key";

  /** Lets a secret go in the handshake, and not behind it: as an HSM does. */
  private static final class HardCrypto extends BcTlsCrypto {
    private final AtomicBoolean hard = new AtomicBoolean();

    HardCrypto() {
      super(new SecureRandom());
    }

    @Override
    public TlsSecret adoptSecret(TlsSecret secret) {
      if (hard.get()) {
        throw new IllegalArgumentException("secret stays where it is");
      }
      return super.adoptSecret(secret);
    }
  }

  private static final class ForeignClient extends DefaultTlsClient {
    private final BcExporterCapture capture = new BcExporterCapture();
    private final HardCrypto crypto;
    private final boolean hardware;
    private byte[] fromLibrary = new byte[0];

    ForeignClient(HardCrypto crypto, boolean hardware) {
      super(crypto);
      this.crypto = crypto;
      this.hardware = hardware;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.TLSv13.only();
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
      super.notifyHandshakeComplete();
      fromLibrary = context.exportKeyingMaterial("Attestation", new byte[] {7}, 40);
      crypto.hard.set(hardware);
      capture.onHandshakeComplete(context);
      crypto.hard.set(false);
    }

    @Override
    public TlsAuthentication getAuthentication() {
      return new TlsAuthentication() {
        @Override
        public void notifyServerCertificate(TlsServerCertificate certificate) {
          // A test of secrets: whose server it is does not matter.
        }

        @Override
        public TlsCredentials getClientCredentials(CertificateRequest request) {
          return null;
        }
      };
    }
  }

  private static BcTlsServer server() throws Exception {
    HandshakePki pki = new HandshakePki("root");
    return new BcTlsServer(BcPair.CRYPTO, TlsServerSettings.of(pki.localhost(Kind.P256)));
  }

  @Test
  void exportsLaterWhatTheLibraryExportsInItsCallback() throws Exception {
    ForeignClient client = new ForeignClient(new HardCrypto(), false);
    assertThrows(IllegalStateException.class, client.capture::exporter);

    BcPair.of(client, server());

    assertArrayEquals(
        client.fromLibrary, client.capture.exporter().export("Attestation", new byte[] {7}, 40));
  }

  @Test
  void keepsTheValuesOfAuthenticatorsWhereSecretsStayInHardware() throws Exception {
    ForeignClient client = new ForeignClient(new HardCrypto(), true);
    client.capture.exportEarly("Attestation", new byte[] {7}, 40);
    BcTlsServer server = server();
    BcPair.of(client, server);
    BcTlsExporter exporter = client.capture.exporter();

    int size = exporter.info().hash().orElseThrow().size();

    assertArrayEquals(
        server.exporter().export(CONTEXT, new byte[0], size),
        exporter.export(CONTEXT, new byte[0], size));
    assertArrayEquals(
        server.exporter().export(KEY, new byte[0], size), exporter.export(KEY, new byte[0], size));
    assertArrayEquals(client.fromLibrary, exporter.export("Attestation", new byte[] {7}, 40));
    VerificationException e =
        assertThrows(
            VerificationException.class, () -> exporter.export("Attestation", new byte[] {8}, 40));
    assertEquals(ExpatCodes.NO_EXPORTER, e.code());
  }

  @ParameterizedTest(name = "label of {0}, context of {1}, length {2}")
  @CsvSource({"0, 0, 32", "250, 0, 32", "8, 256, 32", "8, 0, 0", "8, 0, 256"})
  void refusesWhatTlsCannotExport(int label, int context, int length) throws Exception {
    ForeignClient client = new ForeignClient(new HardCrypto(), false);
    BcPair.of(client, server());
    BcTlsExporter exporter = client.capture.exporter();

    assertThrows(
        IllegalArgumentException.class,
        () -> exporter.export("x".repeat(label), new byte[context], length));
  }
}
