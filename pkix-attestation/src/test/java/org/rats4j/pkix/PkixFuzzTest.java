package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

class PkixFuzzTest {
  private static final EvidenceVerifier NOBODY = nobody();

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
        UnverifiedEvidence evidence = Evidence.decode(der, options);
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

  /** Whatever keys and certificates are in it, nobody's key vouches for evidence of others. */
  @FuzzTest
  void vouchesForNoEvidenceOfOthers(byte[] input) {
    try {
      UnverifiedEvidence evidence = Evidence.decode(Bytes.copyOf(input), EvidenceOptions.LENIENT);
      EvidenceResult result = NOBODY.verify(evidence);
      assertInstanceOf(EvidenceResult.Rejected.class, result);
      assertTrue(
          result.findings().stream().noneMatch(f -> f.code().equals(PkixCodes.INTERNAL_ERROR)));
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  /** Trusts a root of which nobody has the key, and whoever is named to it. */
  private static EvidenceVerifier nobody() {
    try {
      AttestationKey foreign =
          AttestationKey.ofCertificate(
              new TestPki().attestationKey(PublicKeyInfo.of(TestPki.keys("Ed25519").getPublic())));
      return EvidenceVerifier.of(
          new TestPki().expectations().keys(keyId -> Optional.of(foreign)).build());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Text around DER: PEM and base64. */
  @FuzzTest
  void readsText(byte[] input) {
    Bytes text = Bytes.copyOf(input);
    try {
      UnverifiedEvidence evidence = Evidence.decodeText(text, EvidenceOptions.STRICT);
      assertEquals(
          evidence, Evidence.decodeText(Bytes.ofUtf8(evidence.toPem()), EvidenceOptions.STRICT));
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
