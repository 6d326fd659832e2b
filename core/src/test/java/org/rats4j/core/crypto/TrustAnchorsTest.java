package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rats4j.core.crypto.TestCa.NOW;
import static org.rats4j.core.crypto.TestCa.der;

import java.security.KeyPair;
import java.security.Security;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

class TrustAnchorsTest {
  private static TestCa root;
  private static TestCa intermediate;
  private static KeyPair signer;
  private static X509Certificate leaf;

  @BeforeAll
  static void issue() throws Exception {
    root = TestCa.root("root", KeyKind.P256);
    intermediate = root.issueCa("intermediate", KeyKind.P384);
    signer = TestKeys.ofJdk(KeyKind.P256);
    leaf = intermediate.issueLeaf(signer);
  }

  private static List<Bytes> chain(X509Certificate... certificates) {
    return Arrays.stream(certificates).map(TestCa::der).toList();
  }

  private static Reason reasonOf(TrustAnchors anchors, List<Bytes> chain, Instant at) {
    return assertThrows(VerificationException.class, () -> anchors.validate(chain, at)).reason();
  }

  @Test
  void findsThePathToAnAnchor() throws Exception {
    TrustAnchors anchors = TrustAnchors.of(root.certificate());

    ValidatedPath path = anchors.validate(chain(leaf, intermediate.certificate()), NOW);

    assertEquals(List.of(leaf, intermediate.certificate()), path.certificates());
    assertEquals(leaf, path.leaf());
    assertEquals(root.certificate(), path.anchor());
    assertEquals(signer.getPublic(), path.verificationKey().publicKey().orElseThrow());
  }

  @Test
  void trustsNoRootOfTheChain() throws Exception {
    TrustAnchors others = TrustAnchors.of(TestCa.root("other", KeyKind.P384).certificate());

    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        reasonOf(others, chain(leaf, intermediate.certificate(), root.certificate()), NOW));
  }

  @Test
  void endsThePathAtAnAnchorInsideTheChain() throws Exception {
    List<Bytes> chain = chain(leaf, intermediate.certificate(), root.certificate());

    assertEquals(2, TrustAnchors.of(root.certificate()).validate(chain, NOW).certificates().size());
    assertEquals(
        1, TrustAnchors.of(intermediate.certificate()).validate(chain, NOW).certificates().size());
  }

  @Test
  void validatesCertificatesThatAreParsedAlready() throws Exception {
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    List<X509Certificate> parsed = new ArrayList<>();
    for (Bytes der : chain(leaf, intermediate.certificate(), root.certificate())) {
      parsed.add(EncodedKeys.certificate(der));
    }

    ValidatedPath path = anchors.validatePath(parsed, NOW);

    assertEquals(parsed.subList(0, 2), path.certificates());
    assertEquals(root.certificate(), path.anchor());
    assertEquals("ValidatedPath[" + leaf.getSubjectX500Principal() + "]", path.toString());
    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        assertThrows(
                VerificationException.class, () -> anchors.validatePath(parsed.subList(0, 1), NOW))
            .reason());
    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        assertThrows(VerificationException.class, () -> anchors.validatePath(List.of(), NOW))
            .reason());
    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        assertThrows(
                VerificationException.class,
                () -> anchors.validatePath(Collections.nCopies(10, leaf), NOW))
            .reason());
    assertEquals(
        Reason.LIMIT_EXCEEDED,
        assertThrows(
                VerificationException.class,
                () -> anchors.validatePath(Collections.nCopies(11, leaf), NOW))
            .reason());
  }

  @Test
  void choosesAmongAnchorsOfOneName() throws Exception {
    X509Certificate namesake = TestCa.root("root", KeyKind.P384).certificate();
    TrustAnchors anchors = TrustAnchors.of(namesake, root.certificate());

    ValidatedPath path = anchors.validate(chain(leaf, intermediate.certificate()), NOW);

    assertEquals(root.certificate(), path.anchor());
  }

  @Test
  void refusesWhatIsNotAPath() throws Exception {
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    X509Certificate ca = intermediate.certificate();
    X509Certificate ofAnotherCa =
        new TestCa("intermediate", TestKeys.ofBundled(KeyKind.P521), KeyKind.P521, ca)
            .issueLeaf(signer);

    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, List.of(), NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain(leaf), NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain(ca, leaf), NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain(leaf, leaf, ca), NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain(ofAnotherCa, ca), NOW));
  }

  @Test
  void refusesCertificatesOutOfTheirTime() throws Exception {
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    List<Bytes> chain = chain(leaf, intermediate.certificate());

    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain, TestCa.FROM.minusSeconds(1)));
    assertDoesNotThrow(() -> anchors.validate(chain, TestCa.FROM));
    assertDoesNotThrow(() -> anchors.validate(chain, TestCa.UNTIL));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain, TestCa.UNTIL.plusSeconds(1)));
  }

  @Test
  void refusesAnIssuerThatIsNoCa() throws Exception {
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    KeyPair pair = TestKeys.another(KeyKind.P384);
    X509Certificate noCa =
        root.issue(
            "intermediate", pair, b -> TestCa.basicConstraints(b, new BasicConstraints(false)), 5);
    X509Certificate noCertSign =
        root.issue(
            "intermediate",
            pair,
            builder -> {
              TestCa.basicConstraints(builder, new BasicConstraints(true));
              TestCa.keyUsage(builder, KeyUsage.digitalSignature);
            },
            6);

    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain(leaf, noCa), NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain(leaf, noCertSign), NOW));
  }

  @Test
  void refusesACriticalExtensionThatNobodyKnows() throws Exception {
    X509Certificate strange = root.issue("leaf", signer, TestCa::unknownCritical, 7);

    assertEquals(
        Reason.UNTRUSTED_CHAIN, reasonOf(TrustAnchors.of(root.certificate()), chain(strange), NOW));
  }

  @Test
  void refusesWhatIsNotOneCertificateInDer() {
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    Bytes good = der(leaf);
    Bytes pem = Bytes.ofUtf8("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
    Bytes ca = der(intermediate.certificate());

    for (Bytes bad :
        List.of(
            Bytes.EMPTY,
            Bytes.of(0x30, 0),
            Bytes.ofHex("3003020140"),
            pem,
            good.concat(Bytes.of(0)),
            good.slice(0, good.size() - 1))) {
      assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, List.of(bad, ca), NOW));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BC", "SUN"})
  void survivesNestingWithoutEnd(String provider) {
    TrustAnchors anchors =
        provider.equals("BC")
            ? TrustAnchors.of(root.certificate())
            : TrustAnchors.of(List.of(root.certificate()), Security.getProvider(provider));
    Bytes indefinite = Bytes.ofHex("3080".repeat(30000));
    String inside = "3080".repeat(10000) + "0000".repeat(10000);
    Bytes wrapped = Bytes.ofHex("30829c40" + inside);

    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, List.of(indefinite), NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, List.of(wrapped), NOW));
  }

  @Test
  void limitsChainAndCertificates() {
    TrustAnchors anchors = TrustAnchors.of(root.certificate());

    assertEquals(
        Reason.UNTRUSTED_CHAIN, reasonOf(anchors, Collections.nCopies(10, der(leaf)), NOW));
    assertEquals(Reason.LIMIT_EXCEEDED, reasonOf(anchors, Collections.nCopies(11, der(leaf)), NOW));
    assertEquals(
        Reason.UNTRUSTED_CHAIN, reasonOf(anchors, List.of(Bytes.copyOf(new byte[65536])), NOW));
    assertEquals(
        Reason.LIMIT_EXCEEDED, reasonOf(anchors, List.of(Bytes.copyOf(new byte[65537])), NOW));
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "P521", "ED25519", "ED448", "RSA", "ML_DSA_44", "ML_DSA_65"})
  void validatesCertificatesOfEveryKind(KeyKind kind) throws Exception {
    TestCa first = TestCa.root("root of " + kind, kind);
    TestCa second = first.issueCa("intermediate of " + kind, kind);
    X509Certificate end = second.issueLeaf(TestKeys.ofBundled(kind));

    ValidatedPath path =
        TrustAnchors.of(first.certificate()).validate(chain(end, second.certificate()), NOW);

    assertEquals(end, path.leaf());
    assertDoesNotThrow(path::verificationKey);
  }

  @Test
  void validatesWithTheProviderOfTheCaller() {
    TrustAnchors anchors =
        TrustAnchors.of(List.of(root.certificate()), Security.getProvider("SUN"));

    assertDoesNotThrow(() -> anchors.validate(chain(leaf, intermediate.certificate()), NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(anchors, chain(leaf), NOW));
  }

  @Test
  void refusesAKeyThatIsNotForSignatures() throws Exception {
    X509Certificate agreement =
        root.issue("leaf", signer, b -> TestCa.keyUsage(b, KeyUsage.keyAgreement), 8);
    X509Certificate unsaid = root.issue("leaf", signer, builder -> {}, 9);
    TrustAnchors anchors = TrustAnchors.of(root.certificate());

    ValidatedPath path = anchors.validate(chain(agreement), NOW);

    VerificationException e = assertThrows(VerificationException.class, path::verificationKey);
    assertEquals(Reason.KEY_MISMATCH, e.reason());
    assertDoesNotThrow(() -> anchors.validate(chain(unsaid), NOW).verificationKey());
  }

  @Test
  void asksTheRevocationCheckOfTheCaller() {
    TrustAnchors anchors =
        TrustAnchors.of(root.certificate())
            .withRevocationCheck(
                (path, at) -> {
                  assertEquals(leaf, path.leaf());
                  assertEquals(NOW, at);
                  throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "revoked");
                });

    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> anchors.validate(chain(leaf, intermediate.certificate()), NOW));

    assertEquals("revoked", e.detail());
    assertEquals(CoreCodes.CERTIFICATE_REVOKED, e.code());
    assertEquals(Reason.UNTRUSTED_CHAIN, e.reason());
  }

  @Test
  void comparesWithCrls() throws Exception {
    List<Bytes> chain = chain(leaf, intermediate.certificate());
    X509CRL ofRoot = root.crl(TestCa.UNTIL);
    X509CRL clean = intermediate.crl(TestCa.UNTIL);
    X509CRL stale = intermediate.crl(NOW.minusSeconds(1));
    X509CRL revoking = intermediate.crl(TestCa.UNTIL, 3);
    X509CRL revokingCa = root.crl(TestCa.UNTIL, 2);

    assertDoesNotThrow(() -> withCrls(ofRoot, clean).validate(chain, NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(withCrls(ofRoot), chain, NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(withCrls(ofRoot, stale), chain, NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(withCrls(ofRoot, revoking), chain, NOW));
    assertEquals(Reason.UNTRUSTED_CHAIN, reasonOf(withCrls(revokingCa, clean), chain, NOW));
  }

  private static TrustAnchors withCrls(X509CRL... lists) {
    return TrustAnchors.of(root.certificate())
        .withRevocationCheck(RevocationCheck.ofCrls(List.of(lists)));
  }

  @Test
  void tellsItsCertificatesInTheirOrder() throws Exception {
    X509Certificate other = TestCa.root("other", KeyKind.P384).certificate();

    assertEquals(
        List.of(other, root.certificate()),
        TrustAnchors.of(other, root.certificate(), other).certificates());
  }

  @Test
  void needsAnAnchor() {
    assertThrows(IllegalArgumentException.class, TrustAnchors::of);
  }

  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedCertificates(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    byte[] mutated = der(leaf).toByteArray();
    for (int i = 0; i < 1 + repetition.getCurrentRepetition() % 3; i++) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
    }
    try {
      anchors
          .validate(List.of(Bytes.copyOf(mutated), der(intermediate.certificate())), NOW)
          .verificationKey();
    } catch (VerificationException expected) {
      // the one permitted failure
    }
  }
}
