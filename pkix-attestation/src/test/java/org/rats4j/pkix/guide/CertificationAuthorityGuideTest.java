package org.rats4j.pkix.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.pkix.BundledEvidence;
import org.rats4j.pkix.CsrAttestation;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.EvidenceResult;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.KeyElement;
import org.rats4j.pkix.KeyScope;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.TestPki;
import org.rats4j.pkix.UnverifiedEvidence;

/** The code of the guide, as a whole that runs. */
class CertificationAuthorityGuideTest {
  private static final Clock clock = TestPki.CLOCK;
  private static final Bytes nonce = Bytes.ofHex("00112233445566778899aabbccddeeff");

  private static TestPki pki;
  private static Bytes akCertificate;
  private static Signer attestationKey;
  private static KeyPair subject;

  @BeforeAll
  static void makeKeys() throws Exception {
    pki = new TestPki();
    KeyPair ak = TestPki.keys("EC");
    akCertificate = pki.attestationKey(PublicKeyInfo.of(ak.getPublic()));
    attestationKey = Signers.of(ak.getPrivate(), Algorithms.ES256);
    subject = TestPki.keys("EC");
  }

  private static Bytes request(UnverifiedEvidence evidence) throws Exception {
    return CsrAttestation.write(
        new X500Principal("CN=Issuing CA"),
        EvidenceSigner.ofPublicKey(
            PublicKeyInfo.of(subject.getPublic()),
            Signers.of(subject.getPrivate(), Algorithms.ES256)),
        BundledEvidence.bundle(BundledEvidence.EXPERIMENTAL_TYPE, evidence, List.of()));
  }

  private static UnverifiedEvidence ofMaker() throws Exception {
    PublicKeyInfo key = PublicKeyInfo.of(subject.getPublic());
    UnverifiedEvidence evidence =
        Evidence.builder(EvidenceOids.PLACEHOLDER)
            .transaction(t -> t.put(EvidenceClaims.NONCE, nonce))
            .platform(p -> p.put(EvidenceClaims.FIPSBOOT, true).put(EvidenceClaims.FIPSLEVEL, 3))
            .key(
                k ->
                    k.put(EvidenceClaims.IDENTIFIER, "issuing-ca")
                        .put(EvidenceClaims.SPKI, key)
                        .put(EvidenceClaims.EXTRACTABLE, false))
            .signer(EvidenceSigner.ofCertificate(akCertificate, attestationKey))
            .sign();
    return evidence;
  }

  private static EvidenceExpectations ofAuthority(TrustAnchors makers) {
    EvidenceExpectations expected =
        EvidenceExpectations.builder()
            .trustAnchors(makers)
            .policy(
                EvidencePolicies.neverExportable(),
                EvidencePolicies.keyOriginLocal(),
                EvidencePolicies.sensitive())
            .clock(clock)
            .build();
    return expected;
  }

  private static List<String> judge(Bytes received, EvidenceExpectations expected)
      throws Exception {
    List<String> audit = new ArrayList<>();
    CsrAttestation csr =
        CsrAttestation.decode(received, BundledEvidence.EXPERIMENTAL_TYPE, EvidenceOptions.STRICT);
    EvidenceResult result = csr.check(expected);
    if (result instanceof EvidenceResult.Verified verified) {
      KeyElement key = KeyScope.publicKey(csr.publicKey()).select(verified.evidence().tbs()).get(0);
      audit.add("attested: " + key.identifiers());
    } else {
      for (Finding finding : result.findings()) {
        audit.add(finding.code() + " at " + finding.path() + ": " + finding.message());
      }
    }
    return audit;
  }

  @Test
  void refusesWhatTheModuleDoesNotSay() throws Exception {
    List<String> audit = judge(request(ofMaker()), ofAuthority(pki.anchors()));

    assertEquals(3, audit.size(), audit.toString());
    assertTrue(audit.get(0).startsWith("POLICY_NEVER_EXPORTABLE at elements/2: absent"));
  }

  @Test
  void attestsTheKeyWhereThePolicyIsMet() throws Exception {
    EvidenceExpectations expected =
        EvidenceExpectations.builder()
            .trustAnchors(pki.anchors())
            .policy(EvidencePolicies.nonExportable(), EvidencePolicies.fipsMode(3))
            .clock(clock)
            .build();

    assertEquals(List.of("attested: [issuing-ca]"), judge(request(ofMaker()), expected));
  }

  @Test
  void takesANonceOnce() throws Exception {
    EvidenceExpectations expected = pki.expectations().build();
    Set<Bytes> used = new HashSet<>();
    EvidenceExpectations fresh = expected.toBuilder().nonce(nonce).replay(used::add).build();

    ofMaker().verify(fresh);
    VerificationException e =
        assertThrows(VerificationException.class, () -> ofMaker().verify(fresh));
    assertEquals("POLICY_REQUIRE_NONCE", e.code());
  }
}
