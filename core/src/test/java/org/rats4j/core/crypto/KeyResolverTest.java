package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rats4j.core.crypto.TestCa.der;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

class KeyResolverTest {
  private static final Clock CLOCK = Clock.fixed(TestCa.NOW, ZoneOffset.UTC);

  private record Hints(
      OptionalLong algorithm,
      Optional<Bytes> keyId,
      List<Bytes> certificateChain,
      Optional<CertificateThumbprint> certificateThumbprint)
      implements KeyHints {
    static final Hints NONE =
        new Hints(OptionalLong.empty(), Optional.empty(), List.of(), Optional.empty());

    Hints named(String keyId) {
      return new Hints(
          algorithm, Optional.of(Bytes.ofUtf8(keyId)), certificateChain, certificateThumbprint);
    }

    Hints of(long algorithm) {
      return new Hints(OptionalLong.of(algorithm), keyId, certificateChain, certificateThumbprint);
    }

    Hints chain(X509Certificate... chain) {
      List<Bytes> ders = java.util.Arrays.stream(chain).map(TestCa::der).toList();
      return new Hints(algorithm, keyId, ders, certificateThumbprint);
    }

    Hints x5t(long hash, byte[] value) {
      return new Hints(
          algorithm,
          keyId,
          certificateChain,
          Optional.of(new CertificateThumbprint(hash, Bytes.copyOf(value))));
    }
  }

  private static byte[] hash(String name, X509Certificate certificate) throws Exception {
    return MessageDigest.getInstance(name).digest(der(certificate).toByteArray());
  }

  private static PublicKey onlyKey(List<VerificationKey> keys) {
    assertEquals(1, keys.size());
    return keys.get(0).publicKey().orElseThrow();
  }

  private static Reason refusal(KeyResolver resolver, KeyHints hints) {
    return assertThrows(VerificationException.class, () -> resolver.resolve(hints)).reason();
  }

  @Test
  void choosesByNameThenByFit() throws Exception {
    VerificationKey a = key(KeyKind.P256).withKeyId(Bytes.ofUtf8("a"));
    VerificationKey b = key(KeyKind.P384).withKeyId(Bytes.ofUtf8("b"));
    VerificationKey c = key(KeyKind.ED25519);
    KeyResolver resolver = KeyResolver.of(List.of(a, b, c));

    assertEquals(List.of(c, a, b), resolver.resolve(Hints.NONE));
    assertEquals(List.of(b, c), resolver.resolve(Hints.NONE.named("b")));
    assertEquals(List.of(c), resolver.resolve(Hints.NONE.named("z")));
    assertEquals(List.of(c, b, a), resolver.resolve(Hints.NONE.of(Algorithms.ES384)));
    assertEquals(List.of(b, c), resolver.resolve(Hints.NONE.named("b").of(Algorithms.ED25519)));
  }

  private static VerificationKey key(KeyKind kind) {
    return VerificationKey.of(TestKeys.ofBundled(kind).getPublic());
  }

  @Test
  void takesTheKeyOfAValidChain() throws Exception {
    TestCa root = TestCa.root("root", KeyKind.P256);
    X509Certificate leaf = root.issueLeaf(TestKeys.ofJdk(KeyKind.P384));
    KeyResolver resolver = KeyResolver.x5chain(TrustAnchors.of(root.certificate()), CLOCK);

    assertEquals(leaf.getPublicKey(), onlyKey(resolver.resolve(Hints.NONE.chain(leaf))));
    assertEquals(List.of(), resolver.resolve(Hints.NONE));
    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        refusal(
            KeyResolver.x5chain(
                TrustAnchors.of(TestCa.root("root", KeyKind.P521).certificate()), CLOCK),
            Hints.NONE.chain(leaf)));
  }

  @Test
  void refusesAChainWhoseLeafIsNotForSignatures() throws Exception {
    TestCa root = TestCa.root("root", KeyKind.P256);
    X509Certificate leaf =
        root.issue(
            "leaf",
            TestKeys.ofJdk(KeyKind.P384),
            builder -> TestCa.keyUsage(builder, KeyUsage.keyCertSign),
            1);

    assertEquals(
        Reason.KEY_MISMATCH,
        refusal(
            KeyResolver.x5chain(TrustAnchors.of(root.certificate()), CLOCK),
            Hints.NONE.chain(leaf)));
  }

  @ParameterizedTest
  @CsvSource({"-16, SHA-256", "-43, SHA-384", "-44, SHA-512"})
  void findsTheCertificateOfAThumbprint(long number, String name) throws Exception {
    TestCa root = TestCa.root("root", KeyKind.P256);
    X509Certificate leaf = root.issueLeaf(TestKeys.ofJdk(KeyKind.P384));
    X509Certificate other = root.issueLeaf(TestKeys.ofJdk(KeyKind.P256));
    KeyResolver resolver = KeyResolver.x5t(List.of(other, leaf));

    Hints hints = Hints.NONE.x5t(number, hash(name, leaf));

    assertEquals(leaf.getPublicKey(), onlyKey(resolver.resolve(hints)));
    assertEquals(List.of(), resolver.resolve(Hints.NONE));
    assertEquals(List.of(), resolver.resolve(Hints.NONE.x5t(number, new byte[32])));
    assertEquals(List.of(), resolver.resolve(Hints.NONE.x5t(-14, hash("SHA-1", leaf))));
  }

  @Test
  void refusesAThumbprintThatIsNotOfTheLeaf() throws Exception {
    TestCa root = TestCa.root("root", KeyKind.P256);
    X509Certificate leaf = root.issueLeaf(TestKeys.ofJdk(KeyKind.P384));
    X509Certificate other = root.issueLeaf(TestKeys.ofJdk(KeyKind.P256));
    KeyResolver byChain = KeyResolver.x5chain(TrustAnchors.of(root.certificate()), CLOCK);
    KeyResolver byThumbprint = KeyResolver.x5t(List.of(other, leaf));

    Hints agree = Hints.NONE.chain(leaf).x5t(-16, hash("SHA-256", leaf));
    Hints disagree = Hints.NONE.chain(leaf).x5t(-16, hash("SHA-256", other));

    assertEquals(leaf.getPublicKey(), onlyKey(byChain.resolve(agree)));
    assertEquals(leaf.getPublicKey(), onlyKey(byThumbprint.resolve(agree)));
    assertEquals(Reason.KEY_MISMATCH, refusal(byChain, disagree));
    assertEquals(Reason.KEY_MISMATCH, refusal(byThumbprint, disagree));
  }

  @Test
  void asksOneResolverAfterTheOther() throws Exception {
    VerificationKey a = key(KeyKind.P256);
    VerificationKey b = key(KeyKind.P384);
    KeyResolver none = hints -> List.of();
    KeyResolver refusing =
        hints -> {
          throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "no");
        };

    assertEquals(
        List.of(a),
        KeyResolver.firstOf(none, KeyResolver.of(a), KeyResolver.of(b), refusing)
            .resolve(Hints.NONE));
    assertEquals(List.of(), KeyResolver.firstOf(none, none).resolve(Hints.NONE));
    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        refusal(KeyResolver.firstOf(refusing, KeyResolver.of(a)), Hints.NONE));
  }
}
