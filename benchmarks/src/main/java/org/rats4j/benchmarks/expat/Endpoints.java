package org.rats4j.benchmarks.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.rats4j.benchmarks.signature.Scheme;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.AttestedServer;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.BoundValue;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.Identity;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.Verdict;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnector;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsServerSettings;
import org.rats4j.expat.tls.TlsStack;

/**
 * A client and a server on one TLS stack. The evidence is 1 KiB that costs nothing to make or to
 * appraise: what platforms take is not ours to measure.
 */
final class Endpoints {
  private static final int EVIDENCE_BYTES = 1024;
  private static final TlsOptions OPTIONS = TlsOptions.DEFAULT.withClock(Authority.CLOCK);

  private final TlsStack stack;
  private final TrustAnchors anchors;
  private final TlsCredentials credentials;
  private final Identity identity;

  Endpoints(TlsStack stack) throws GeneralSecurityException, IOException {
    this.stack = stack;
    Authority authority = new Authority();
    KeyPair keys = Scheme.ES256.newKeyPair();
    anchors = authority.anchors();
    credentials = new TlsCredentials(keys.getPrivate(), authority.issue(keys));
    identity = Identity.of(credentials.chain(), Scheme.ES256.signer(keys));
  }

  /** Returns a client that demands attestation. */
  AttestedClient client() {
    AttestationConfig config =
        config()
            .requireAttestation(
                PkixChainValidator.of(anchors, Authority.CLOCK).serverName("localhost"),
                (attestation, expected) ->
                    Verdict.accepted(BoundValue.CONFIRMED, BoundValue.CONFIRMED))
            .build();
    return AttestedTls.client(
        stack.connector(TlsClientSettings.of(anchors).withOptions(OPTIONS)), config);
  }

  /** Returns a server that attests. */
  AttestedServer server() throws Exception {
    Cmw evidence =
        CmwRecord.of(MediaType.of("application/eat+cwt"), Bytes.copyOf(new byte[EVIDENCE_BYTES]));
    return AttestedTls.server(
        stack.acceptor(TlsServerSettings.of(credentials).withOptions(OPTIONS)),
        config().attest(identity, request -> evidence).build());
  }

  private static AttestationConfig.Builder config() {
    return AttestationConfig.builder(ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE));
  }

  /** Returns a client of mutual TLS. */
  TlsConnector mutualClient() {
    return stack.connector(
        TlsClientSettings.of(anchors).withCredentials(credentials).withOptions(OPTIONS));
  }

  /** Returns a server of mutual TLS. */
  TlsAcceptor mutualServer() throws Exception {
    return stack.acceptor(
        TlsServerSettings.of(credentials).withTrustAnchors(anchors).withOptions(OPTIONS));
  }
}
