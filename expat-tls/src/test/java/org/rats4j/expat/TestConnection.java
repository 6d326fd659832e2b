package org.rats4j.expat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/** Two ends of one connection, without TLS, and the identities of a test. */
final class TestConnection {
  static final ExpatProfile PROFILE = ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE);
  static final ExpatOptions OPTIONS = ExpatOptions.of(PROFILE);
  static final Bytes SECRET = Bytes.ofHex("07".repeat(32));

  final ExportedAuthenticators client;
  final ExportedAuthenticators server;

  TestConnection(int suite, ExpatOptions options) throws VerificationException {
    FixedTlsExporter exporter = FixedTlsExporter.of(TlsRole.CLIENT, suite, SECRET);
    client = ExportedAuthenticators.of(exporter, options);
    server = ExportedAuthenticators.of(exporter.peer(), options);
  }

  static TestConnection open() throws VerificationException {
    return new TestConnection(TlsInfo.AES_128_GCM_SHA256, OPTIONS);
  }

  static Identity identity(TlsCredentials credentials) {
    long algorithm = Algorithms.ofKey(credentials.key()).orElseThrow();
    return Identity.of(credentials.chain(), Signers.of(credentials.key(), algorithm));
  }

  static ChainValidator validator(HandshakePki pki) {
    return PkixChainValidator.of(pki.anchors(), Clock.fixed(Instant.now(), ZoneOffset.UTC))
        .serverName("localhost");
  }

  /** "Evidence" that is nothing but binder and AIK hash; its appraiser believes it. */
  static Cmw evidence(BinderRequest request) {
    return CmwRecord.of(
        MediaType.of("application/octet-stream"), request.binder().concat(request.aikPubHash()));
  }

  static Verdict believe(Cmw attestation, BinderRequest expected) {
    Bytes said = ((CmwRecord) attestation).value();
    int half = said.size() / 2;
    return Verdict.accepted(
        BoundValue.found(said.slice(0, half)), BoundValue.found(said.slice(half, half)));
  }

  /** Lets the client ask and the server attest. */
  AttestedAuthenticator serverAttests(Identity identity, ChainValidator validator)
      throws Exception {
    AuthenticatorRequest request = client.request(RequestOptions.ATTESTED);
    AuthenticatorRequest received = server.accept(request.encoded());
    Bytes answer = server.authenticate(received, List.of(identity), TestConnection::evidence);
    return client.appraise(
        client.validate(request, answer, validator).authenticator(),
        AttestationModel.BACKGROUND_CHECK,
        TestConnection::believe);
  }
}
