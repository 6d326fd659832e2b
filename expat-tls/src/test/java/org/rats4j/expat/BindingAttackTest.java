package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rats4j.expat.Attacks.GENUINE;
import static org.rats4j.expat.Attacks.SERVER;
import static org.rats4j.expat.Attacks.codeAtClient;
import static org.rats4j.expat.Attacks.sha256;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsCredentials;

/** Who shows good evidence that is bound to another connection, or to another key. */
@Timeout(120)
class BindingAttackTest {
  @Test
  void diversionToAnotherKey() throws Exception {
    TlsCredentials other = TestSide.PKI.localhost(HandshakePki.Kind.P256);

    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer -> {
              AuthenticatorRequest request = peer.request();
              BinderValues ofMachine =
                  Binder.compute(
                      peer.tls.exporter(), request.context(), SERVER.leaf(), TestSide.PROFILE);
              Cmw evidence = TestSide.PLATFORM.evidence(ofMachine.binder(), ofMachine.aikPubHash());
              peer.send(
                  Frame.AUTHENTICATOR,
                  peer.authenticators.authenticate(
                      request, List.of(TestSide.identity(other)), ignored -> evidence));
            });

    assertEquals("BINDER_MISMATCH", code);
  }

  @Test
  void mismatchedAik() throws Exception {
    Bytes hash = sha256(TestSide.CLIENT.leaf().getPublicKey().getEncoded());

    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer ->
                peer.answer(SERVER, request -> TestSide.PLATFORM.evidence(request.binder(), hash)));

    assertEquals("AIK_HASH_MISMATCH", code);
  }

  @Test
  void wrongLabelFromThePeer() throws Exception {
    ExpatProfile other =
        ExpatProfile.builder(TestSide.PROFILE.extensionType())
            .binderLabel("Attestation Binding")
            .build();

    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer ->
                peer.answer(
                    SERVER,
                    request -> {
                      try {
                        BinderValues values =
                            Binder.compute(
                                peer.tls.exporter(), request.context(), request.leaf(), other);
                        return TestSide.PLATFORM.evidence(values.binder(), values.aikPubHash());
                      } catch (RatsException e) {
                        throw new AssertionError(e);
                      }
                    }));

    assertEquals("BINDER_MISMATCH", code);
  }

  @Test
  void unsignedBinder() throws Exception {
    AttestationAppraiser looksBeside =
        (attestation, expected) -> {
          CmwCollection both = (CmwCollection) attestation;
          CmwRecord beside = (CmwRecord) both.get("binder").orElseThrow();
          assertEquals(expected.binder(), beside.value());
          return Verdict.accepted(BoundValue.MISSING, BoundValue.CONFIRMED);
        };

    String code =
        codeAtClient(
            TestSide.relyingParty().requireAttestation(TestSide.chains(), looksBeside).build(),
            peer ->
                peer.answer(
                    SERVER,
                    request ->
                        CmwCollection.builder()
                            .put("evidence", GENUINE.attest(request))
                            .put(
                                "binder",
                                CmwRecord.of(
                                    MediaType.of("application/octet-stream"), request.binder()))
                            .build()));

    assertEquals("BINDER_NOT_CONFIRMED", code);
  }

  @Test
  void passportOfAnotherDevice() throws Exception {
    Bytes otherKey = sha256(TestSide.CLIENT.leaf().getPublicKey().getEncoded());
    AttestationConfig client = TestSide.relyingParty().model(AttestationModel.PASSPORT).build();
    Bytes otherNonce = Bytes.ofHex("aa".repeat(32));

    assertEquals(
        "BINDER_MISMATCH",
        codeAtClient(
            client,
            peer ->
                peer.answer(
                    SERVER,
                    request -> TestSide.PLATFORM.evidence(otherNonce, request.aikPubHash()))));
    assertEquals(
        "AIK_HASH_MISMATCH",
        codeAtClient(
            client,
            peer ->
                peer.answer(
                    SERVER, request -> TestSide.PLATFORM.evidence(request.binder(), otherKey))));
  }
}
