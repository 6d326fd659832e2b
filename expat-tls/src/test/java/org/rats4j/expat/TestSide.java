package org.rats4j.expat;

import java.time.Clock;
import java.time.Duration;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnector;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsServerSettings;

/** Two machines, each with TLS credentials, a platform, and the roots of the other. */
public final class TestSide {
  /** What both sides agreed on. */
  public static final ExpatProfile PROFILE = ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE);

  /** The PKI of both. */
  public static final HandshakePki PKI = pki();

  /** The server's credentials in the handshake, and in authenticators. */
  public static final TlsCredentials SERVER = localhost();

  /** The client's. */
  public static final TlsCredentials CLIENT = client();

  /** The platforms of both. */
  public static final TestEvidence PLATFORM = new TestEvidence();

  private TestSide() {}

  private static HandshakePki pki() {
    try {
      return new HandshakePki("root");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static TlsCredentials localhost() {
    try {
      return PKI.localhost(HandshakePki.Kind.P256);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static TlsCredentials client() {
    try {
      return PKI.client(HandshakePki.Kind.P256);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Returns who answers with these credentials. */
  public static Identity identity(TlsCredentials credentials) {
    return Identity.of(credentials.chain(), Signers.of(credentials.key(), Algorithms.ES256));
  }

  /** Returns what takes the certificates of both. */
  public static ChainValidator chains() {
    return PkixChainValidator.of(PKI.anchors(), Clock.systemUTC()).serverName("localhost");
  }

  /** Returns a side that attests with {@code credentials}. */
  public static AttestationConfig.Builder attester(TlsCredentials credentials) {
    return config().attest(identity(credentials), PLATFORM.provider());
  }

  /** Returns a side that requires attestation. */
  public static AttestationConfig.Builder relyingParty() {
    return config().requireAttestation(chains(), PLATFORM.appraiser());
  }

  /** Returns a side that does both. */
  public static AttestationConfig.Builder both(TlsCredentials credentials) {
    return attester(credentials).requireAttestation(chains(), PLATFORM.appraiser());
  }

  private static AttestationConfig.Builder config() {
    return AttestationConfig.builder(PROFILE).deadline(Duration.ofSeconds(20));
  }

  /** Returns what opens plain TLS connections. */
  public static TlsConnector connector() {
    return BcTls.stack().connector(TlsClientSettings.of(PKI.anchors()));
  }

  /** Returns what answers plain TLS clients. */
  public static TlsAcceptor acceptor() {
    return BcTls.stack().acceptor(TlsServerSettings.of(SERVER));
  }
}
