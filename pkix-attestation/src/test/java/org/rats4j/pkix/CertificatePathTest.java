package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.RevocationCheck;
import org.rats4j.core.crypto.Signers;

/** Paths from attestation keys to anchors, and what is revoked on the way. */
class CertificatePathTest {
  private static TestPki root;
  private static TestPki issuing;
  private static Bytes akCertificate;
  private static UnverifiedEvidence evidence;

  @BeforeAll
  static void signEvidence() throws Exception {
    root = new TestPki();
    issuing = root.authority("Devices").authority("Attestation keys");
    var pair = TestPki.keys("EC");
    PublicKeyInfo key = PublicKeyInfo.of(pair.getPublic());
    akCertificate = issuing.attestationKey(key);
    evidence =
        TestPki.evidence(key)
            .signer(
                EvidenceSigner.ofCertificate(
                    akCertificate, Signers.of(pair.getPrivate(), Algorithms.ES256)))
            .sign();
  }

  private static void verify(UnverifiedEvidence it, EvidenceExpectations.Builder expectations)
      throws Exception {
    it.verify(expectations.build());
  }

  private static VerificationException refusal(
      UnverifiedEvidence it, EvidenceExpectations.Builder expectations) {
    return assertThrows(VerificationException.class, () -> verify(it, expectations));
  }

  /** The pool of a maker is long, and has authorities of one name that were renewed. */
  @Test
  void findsItsWayThroughAllCertificatesOfAMaker() throws Exception {
    TestPki devices = root.authority("Devices");
    TestPki keys = devices.authority("Attestation keys");
    List<Bytes> pool = new ArrayList<>(List.of(keys.certificate(), devices.certificate()));
    for (int i = 0; i < 150; i++) {
      pool.add(root.authority("Devices of year " + i).certificate());
    }
    pool.add(root.authority("Devices").certificate());
    Collections.reverse(pool);
    UnverifiedEvidence signed =
        TestPki.evidence(PublicKeyInfo.of(TestPki.keys("EC").getPublic()))
            .signer(keys.signer("EC", Algorithms.ES256))
            .sign();

    verify(signed, root.expectations().certificates(pool));
    assertEquals(PkixCodes.PATH_NOT_FOUND, refusal(signed, root.expectations()).code());
  }

  @Test
  void saysThatACertificateIsRevokedWhoeverLooksForIt() throws Exception {
    RevocationCheck lists =
        RevocationCheck.ofCrls(List.of(issuing.crl(TestPki.serialOf(akCertificate))));
    RevocationCheck fine = RevocationCheck.ofCrls(List.of(issuing.crl()));
    EvidenceExpectations.Builder hook =
        EvidenceExpectations.builder().clock(TestPki.CLOCK).trustAnchors(issuing.anchors());
    EvidenceExpectations.Builder inAnchors =
        EvidenceExpectations.builder()
            .clock(TestPki.CLOCK)
            .trustAnchors(issuing.anchors().withRevocationCheck(lists));

    VerificationException byHook = refusal(evidence, hook.revocation(lists));
    VerificationException byAnchors = refusal(evidence, inAnchors);
    verify(evidence, hook.revocation(fine));

    for (VerificationException e : List.of(byHook, byAnchors)) {
      assertEquals(PkixCodes.CERTIFICATE_REVOKED, e.code());
      assertEquals(Reason.UNTRUSTED_CHAIN, e.reason());
      assertEquals("signatures/0/sid/certificate", e.path());
    }
  }

  @Test
  void takesAnotherPathWhereOneIsRevoked() throws Exception {
    TestPki old = new TestPki();
    TestPki keys = root.authority("Keys");
    Bytes crossed = old.certify(keys);
    UnverifiedEvidence signed =
        TestPki.evidence(PublicKeyInfo.of(TestPki.keys("EC").getPublic()))
            .signer(keys.signer("EC", Algorithms.ES256))
            .intermediateCertificate(crossed)
            .intermediateCertificate(keys.certificate())
            .sign();
    RevocationCheck notOld =
        (path, at) -> {
          if (path.anchor().equals(old.anchors().certificates().get(0))) {
            throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "not by this one");
          }
        };

    verify(signed, TestPki.expectations(root, old).revocation(notOld));
    assertEquals(
        PkixCodes.CERTIFICATE_REVOKED,
        refusal(signed, old.expectations().revocation(notOld)).code());
  }

  @Test
  void takesNoCertificateThatHasAnExtensionTwice() throws Exception {
    Bytes twice = Certificates.withLastExtensionTwice(akCertificate);

    assertThrows(IllegalArgumentException.class, () -> SignerIdentifier.ofCertificate(twice));
    assertThrows(IllegalArgumentException.class, () -> AttestationKey.ofCertificate(twice));
  }
}
