package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

class PkixFuzzTest {
  private static final List<EvidenceOptions> OPTIONS =
      List.of(
          EvidenceOptions.LENIENT,
          EvidenceOptions.builder().oids(EvidenceOids.LEGACY_02_TO_05).build());

  /** What is accepted is given back byte by byte, and keeps the rules of the draft. */
  @FuzzTest
  void readsEvidence(byte[] input) {
    Bytes der = Bytes.copyOf(input);
    for (EvidenceOptions options : OPTIONS) {
      try {
        UnverifiedEvidence evidence = UnverifiedEvidence.decode(der, options);
        assertEquals(der, evidence.encoded());
        for (KeyElement key : evidence.unverifiedTbs().keys()) {
          assertFalse(key.identifiers().isEmpty());
          assertEquals(key, evidence.unverifiedTbs().key(key.identifiers().get(0)).orElseThrow());
        }
        for (SignatureBlock block : evidence.signatures()) {
          SignerIdentifier sid = block.sid();
          assertFalse(
              sid.keyId().isEmpty() && sid.publicKey().isEmpty() && sid.certificate().isEmpty());
        }
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  /** A bare request is never evidence. */
  @FuzzTest
  void readsRequests(byte[] input) {
    Bytes der = Bytes.copyOf(input);
    for (EvidenceOptions options : OPTIONS) {
      try {
        AttestationRequest request = AttestationRequest.decode(der, options);
        assertEquals(der, request.encoded());
        assertFalse(request.tbs().elements().isEmpty());
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  /** A request for a certificate, with or without evidence. */
  @FuzzTest
  void readsCertificationRequests(byte[] input) {
    Bytes der = Bytes.copyOf(input);
    for (EvidenceOptions options : OPTIONS.subList(0, 1)) {
      try {
        CsrAttestation csr = CsrAttestation.decode(der, BundledEvidence.EXPERIMENTAL_TYPE, options);
        assertEquals(der, csr.encoded());
        csr.unverifiedEvidence().forEach(UnverifiedEvidence::unverifiedTbs);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  /** Text around DER: PEM and base64. */
  @FuzzTest
  void readsText(byte[] input) {
    Bytes text = Bytes.copyOf(input);
    try {
      UnverifiedEvidence evidence = UnverifiedEvidence.decodeText(text, EvidenceOptions.STRICT);
      assertEquals(
          evidence,
          UnverifiedEvidence.decodeText(Bytes.ofUtf8(evidence.toPem()), EvidenceOptions.STRICT));
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
