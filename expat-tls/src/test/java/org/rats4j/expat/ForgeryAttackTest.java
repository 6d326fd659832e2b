package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rats4j.expat.Attacks.GENUINE;
import static org.rats4j.expat.Attacks.SERVER;
import static org.rats4j.expat.Attacks.codeAtClient;
import static org.rats4j.expat.Attacks.codeOfForged;
import static org.rats4j.expat.Attacks.codeWithTamperedRequest;
import static org.rats4j.expat.Attacks.genuine;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsCredentials;

/** Who changes a request on its way, or answers with what was not asked for. */
@Timeout(120)
class ForgeryAttackTest {
  @Test
  void requestForgeryOfSchemes() throws Exception {
    String code =
        codeWithTamperedRequest(
            request -> {
              byte[] forged = request.toByteArray();
              int last = forged.length - 6; // in front of the offer, which is last
              assertEquals(0x0806, (forged[last] << 8 | forged[last + 1]) & 0xffff);
              forged[last + 1] = 0x04;
              return Bytes.copyOf(forged);
            });

    assertEquals("BAD_SIGNATURE", code);
  }

  @Test
  void requestForgeryOfContext() throws Exception {
    String code =
        codeWithTamperedRequest(
            request -> {
              byte[] forged = request.toByteArray();
              forged[10] ^= 1;
              return Bytes.copyOf(forged);
            });

    assertEquals("CONTEXT_MISMATCH", code);
  }

  @Test
  void downgradeByDroppingTheAnswer() throws Exception {
    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer ->
                peer.send(
                    Frame.AUTHENTICATOR,
                    peer.authenticators.authenticate(peer.request(), List.of(SERVER))));

    assertEquals("ATTESTATION_MISSING", code);
  }

  @Test
  void downgradeByDroppingTheOffer() throws Exception {
    String code =
        codeWithTamperedRequest(
            request -> {
              byte[] forged = request.slice(0, request.size() - 4).toByteArray();
              forged[3] -= 4;
              int block = 4 + 1 + 32;
              forged[block + 1] -= 4;
              return Bytes.copyOf(forged);
            });

    assertEquals("PEER_REJECTED", code);
  }

  @Test
  void downgradeByDroppingTheOfferWithoutTheHelpOfTheServer() throws Exception {
    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer -> {
              byte[] forged = peer.receive().payload().toByteArray();
              byte[] shorter = Arrays.copyOf(forged, forged.length - 4);
              shorter[3] -= 4;
              shorter[4 + 1 + 32 + 1] -= 4;
              AuthenticatorRequest request = peer.authenticators.accept(Bytes.copyOf(shorter));
              peer.send(
                  Frame.AUTHENTICATOR,
                  peer.authenticators.authenticate(request, List.of(SERVER), GENUINE));
            });

    assertEquals("BAD_SIGNATURE", code);
  }

  @Test
  void refusalAsSuccess() throws Exception {
    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer -> peer.send(Frame.AUTHENTICATOR, peer.authenticators.refuse(peer.request())));

    assertEquals("REFUSED", code);
  }

  @Test
  void attestationOnANonLeafEntry() throws Exception {
    String code =
        codeOfForged(
            (forger, request, evidence) ->
                forger.authenticator(
                    request, 0x0403, List.of(Bytes.EMPTY, Forger.attestation(evidence))));

    assertEquals("MISPLACED_ATTESTATION", code);
  }

  @Test
  void unsolicitedAttestation() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      ExportedAuthenticators client = new RawPeer(pair.client).authenticators;
      AuthenticatorRequest request =
          client.request(RequestOptions.builder().withoutAttestation().build());
      Forger forger = new Forger(pair.server.exporter(), TestSide.SERVER);
      Bytes forged =
          forger.authenticator(
              request, 0x0403, List.of(Forger.attestation(genuine(pair.server, request))));

      RatsException e =
          assertThrows(
              RatsException.class, () -> client.validate(request, forged, TestSide.chains()));

      assertEquals("UNSUPPORTED_EXTENSION", e.code());
    }
  }

  @Test
  void authenticatorThatNobodyAskedFor() throws Exception {
    String code =
        codeAtClient(
            TestSide.attester(TestSide.CLIENT).build(),
            peer -> peer.send(Frame.AUTHENTICATOR, Bytes.of(20, 0, 0, 0)));

    assertEquals("NOT_REQUESTED", code);
  }

  @Test
  void substitutedChain() throws Exception {
    TlsCredentials ofStranger = new HandshakePki("stranger").localhost(HandshakePki.Kind.P256);
    TlsCredentials ofOtherHost = TestSide.PKI.server(HandshakePki.Kind.P256, "DNS:other.example");
    for (TlsCredentials substituted : List.of(ofStranger, ofOtherHost)) {
      String code =
          codeAtClient(
              TestSide.relyingParty().build(),
              peer -> peer.answer(TestSide.identity(substituted), GENUINE));

      assertEquals("CHAIN_REJECTED", code);
    }
  }

  @Test
  void keyMix() throws Exception {
    String code =
        codeOfForged(
            (forger, request, evidence) ->
                forger.authenticator(request, 0x0503, List.of(Forger.attestation(evidence))));

    assertEquals("KEY_SCHEME_MISMATCH", code);
  }
}
