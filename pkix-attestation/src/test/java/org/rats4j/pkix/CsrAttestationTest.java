package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.cmw.x509.AttestationStatement;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;

/** Requests with several pieces of evidence, and with those of others. */
class CsrAttestationTest {
  private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");

  private static TestPki pki;
  private static KeyPair subject;
  private static EvidenceSigner ak;

  @BeforeAll
  static void makeKeys() throws Exception {
    pki = new TestPki();
    subject = TestPki.keys("EC");
    ak = pki.signer("EC", Algorithms.ES256);
  }

  private static UnverifiedEvidence about(KeyPair pair) throws Exception {
    return TestPki.evidence(PublicKeyInfo.of(pair.getPublic()))
        .transaction(t -> t.put(EvidenceClaims.NONCE, NONCE))
        .signer(ak)
        .sign();
  }

  private static CsrAttestation request(EvidenceSigner key, UnverifiedEvidence... evidence)
      throws Exception {
    List<AttestationStatement> statements =
        Stream.of(evidence)
            .map(it -> new AttestationStatement(BundledEvidence.EXPERIMENTAL_TYPE, it.encoded()))
            .toList();
    Bytes der =
        CsrAttestation.write(
            new X500Principal("CN=Issuing CA"), key, new AttestationBundle(statements, List.of()));
    return CsrAttestation.decode(der, BundledEvidence.EXPERIMENTAL_TYPE, EvidenceOptions.STRICT);
  }

  private static EvidenceSigner ofSubject() {
    return EvidenceSigner.ofPublicKey(
        PublicKeyInfo.of(subject.getPublic()), Signers.of(subject.getPrivate(), Algorithms.ES256));
  }

  private static List<String> errors(EvidenceResult result) {
    return result.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::code)
        .toList();
  }

  @Test
  void takesTheOneThatIsAboutTheKeyAndUsesTheNonceForIt() throws Exception {
    Set<Bytes> used = new HashSet<>();
    EvidenceExpectations expected = pki.expectations().nonce(NONCE).replay(used::add).build();
    CsrAttestation csr = request(ofSubject(), about(TestPki.keys("EC")), about(subject));

    EvidenceResult first = csr.check(expected);
    EvidenceResult again = csr.check(expected);

    Evidence evidence = assertInstanceOf(EvidenceResult.Verified.class, first).evidence();
    assertEquals(1, KeyScope.publicKey(csr.publicKey()).select(evidence.tbs()).size());
    assertEquals(List.of(), errors(first));
    assertTrue(
        first.findings().stream().anyMatch(f -> f.code().equals(PkixCodes.CSR_KEY_NOT_ATTESTED)));
    assertTrue(errors(again).contains("POLICY_REQUIRE_NONCE"));
  }

  @Test
  void leavesTheNonceToWhoHasTheKey() throws Exception {
    Set<Bytes> used = new HashSet<>();
    EvidenceExpectations expected = pki.expectations().nonce(NONCE).replay(used::add).build();
    EvidenceSigner thief =
        EvidenceSigner.ofPublicKey(
            PublicKeyInfo.of(subject.getPublic()),
            Signers.of(TestPki.keys("EC").getPrivate(), Algorithms.ES256));

    EvidenceResult stolen = request(thief, about(subject)).check(expected);
    EvidenceResult own = request(ofSubject(), about(subject)).check(expected);

    assertEquals(List.of(PkixCodes.CSR_SIGNATURE_INVALID), errors(stolen));
    assertInstanceOf(EvidenceResult.Verified.class, own);
  }

  @Test
  void saysFirstThatTheEvidenceIsAboutAnotherKey() throws Exception {
    CsrAttestation csr = request(ofSubject(), about(TestPki.keys("EC")));
    EvidenceExpectations expected =
        pki.expectations()
            .policy(EvidencePolicies.nonExportable(KeyScope.publicKey(csr.publicKey())))
            .build();

    assertEquals(
        List.of(PkixCodes.CSR_KEY_NOT_ATTESTED, "POLICY_NON_EXPORTABLE"),
        errors(csr.check(expected)));
  }
}
