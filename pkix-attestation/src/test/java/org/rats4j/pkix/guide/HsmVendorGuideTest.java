package org.rats4j.pkix.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerCodec;
import org.rats4j.core.der.DerValue;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceClaimKey;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.KeyElement;
import org.rats4j.pkix.PkixCodes;
import org.rats4j.pkix.Presenter;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.ReportedElement;
import org.rats4j.pkix.TestPki;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.pkix.hsm.Attester;
import org.rats4j.pkix.hsm.ClaimValues;
import org.rats4j.pkix.hsm.KeySource;
import org.rats4j.pkix.hsm.PlatformSource;

/** The code of the guide for makers of modules, as a whole that runs. */
class HsmVendorGuideTest {
  static final EvidenceClaimKey<String> PARTITION =
      EvidenceClaimKey.of(Oid.of("1.3.6.1.4.1.32473.2.1"), "partition", DerCodec.UTF8);

  static final EvidenceClaimKey<List<BigInteger>> COUNTERS =
      EvidenceClaimKey.of(
          Oid.of("1.3.6.1.4.1.32473.2.2"),
          "counters",
          DerCodec.of(
              value -> {
                List<BigInteger> counters = new ArrayList<>();
                for (DerValue member : value.sequence()) {
                  counters.add(member.integer());
                }
                return List.copyOf(counters);
              },
              counters -> Der.sequence(counters.stream().map(Der::integer).toList())));

  private static final Oid CLUSTER = Oid.of("1.3.6.1.4.1.32473.3.1");
  private static final Optional<Boolean> observedOrigin = Optional.empty();

  private static TestPki pki;
  private static Bytes akCertificate;
  private static Signer attestationKey;
  private static PublicKeyInfo key;
  private static EvidenceExpectations expected;

  @BeforeAll
  static void makeKeys() throws Exception {
    pki = new TestPki();
    KeyPair ak = TestPki.keys("EC");
    akCertificate = pki.attestationKey(PublicKeyInfo.of(ak.getPublic()));
    attestationKey = Signers.of(ak.getPrivate(), Algorithms.ES256);
    key = PublicKeyInfo.of(TestPki.keys("EC").getPublic());
    expected = pki.expectations().build();
  }

  private static UnverifiedEvidence answer(AttestationRequest request) throws Exception {
    KeySource keys =
        new KeySource() {
          @Override
          public Optional<ClaimValues> find(String identifier) throws GeneralSecurityException {
            return list().stream()
                .filter(it -> it.all(EvidenceClaims.IDENTIFIER).contains(identifier))
                .findFirst();
          }

          @Override
          public List<ClaimValues> list() throws GeneralSecurityException {
            return List.of(
                ClaimValues.builder()
                    .add(EvidenceClaims.IDENTIFIER, "issuing-ca")
                    .add(EvidenceClaims.SPKI, key)
                    .add(EvidenceClaims.EXTRACTABLE, false)
                    .addIfPresent(EvidenceClaims.LOCAL, observedOrigin)
                    .add(PARTITION, "tenant-7")
                    .build());
          }
        };
    PlatformSource platform =
        () -> ClaimValues.builder().add(EvidenceClaims.SWVERSION, "4.2.0").build();
    Attester attester =
        Attester.builder()
            .platform(platform)
            .keys(keys)
            .signer(EvidenceSigner.ofCertificate(akCertificate, attestationKey))
            .authorization(asked -> asked.tbs().key("of-another-tenant").isEmpty())
            .build();
    UnverifiedEvidence answer = attester.answer(request);
    return answer;
  }

  @Test
  void answersRequestsWithClaimsOfItsOwn() throws Exception {
    AttestationRequest request =
        AttestationRequest.decode(
            AttestationRequest.builder(EvidenceOids.PLACEHOLDER)
                .platform(EvidenceClaims.SWVERSION, EvidenceClaims.FIPSBOOT)
                .key("issuing-ca", EvidenceClaims.SPKI, EvidenceClaims.LOCAL, PARTITION)
                .build()
                .encoded(),
            EvidenceOptions.builder().claim(PARTITION).build());

    UnverifiedEvidence answer = answer(request);

    KeyElement element = answer.verify(expected).tbs().key("issuing-ca").orElseThrow();
    assertEquals(Optional.of(key), element.spki());
    assertEquals(Optional.empty(), element.local());
    assertEquals(Optional.empty(), element.extractable());
    assertEquals(Optional.of("tenant-7"), element.get(PARTITION));
    assertEquals(Optional.of("4.2.0"), answer.unverifiedTbs().platform().orElseThrow().swversion());
    assertEquals(
        List.of(),
        Presenter.review(
            request,
            Evidence.decode(answer.encoded(), EvidenceOptions.builder().claim(PARTITION).build())));
  }

  @Test
  void answersNobodyWhoMayNotSeeTheKey() {
    AttestationRequest request =
        AttestationRequest.builder(EvidenceOids.PLACEHOLDER)
            .key("of-another-tenant", EvidenceClaims.EXTRACTABLE)
            .build();

    VerificationException e = assertThrows(VerificationException.class, () -> answer(request));

    assertEquals(PkixCodes.REQUEST_REFUSED, e.code());
  }

  private static UnverifiedEvidence ofCluster() throws Exception {
    UnverifiedEvidence evidence =
        Evidence.builder(EvidenceOids.PLACEHOLDER)
            .element(
                CLUSTER, c -> c.put(PARTITION, "tenant-7").put(COUNTERS, List.of(BigInteger.TWO)))
            .signer(EvidenceSigner.ofCertificate(akCertificate, attestationKey))
            .sign();
    return evidence;
  }

  @Test
  void readsElementsAndClaimsOfItsOwn() throws Exception {
    Bytes received = ofCluster().encoded();
    List<String> audit = new ArrayList<>();
    EvidenceOptions options = EvidenceOptions.builder().claim(PARTITION, COUNTERS).build();
    Evidence verified = Evidence.decode(received, options).verify(expected);
    for (ReportedElement element : verified.tbs().elements()) {
      if (element.type().equals(CLUSTER)) {
        audit.add(element.get(PARTITION).orElseThrow() + " " + element.get(COUNTERS).orElseThrow());
      }
    }

    assertEquals(List.of("tenant-7 [2]"), audit);
  }

  @Test
  void checksClaimsOfItsOwnWhileReading() throws Exception {
    EvidenceClaimKey<Boolean> wrong =
        EvidenceClaimKey.of(
            PARTITION.type(EvidenceOids.PLACEHOLDER), "partition", DerCodec.BOOLEAN);
    EvidenceOptions options = EvidenceOptions.builder().claim(wrong).build();
    Bytes received = ofCluster().encoded();

    DecodingException e =
        assertThrows(DecodingException.class, () -> Evidence.decode(received, options));

    assertEquals(PkixCodes.CLAIM_VALUE_TYPE, e.code());
    assertEquals("elements/1/claims/0", e.path());
  }

  @Test
  void takesAssignedNumbersAsData() {
    EvidenceOids assigned =
        EvidenceOids.underArc(Oid.of("1.3.6.1.5.5.999"))
            .withAttestationKeyPurpose(Oid.of("1.3.6.1.5.5.7.3.999"));

    assertEquals(EvidenceOids.PLACEHOLDER, assigned);
  }
}
