package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.internal.BundledKeys;

/** What one provider signs, another verifies, whoever made the keys; and what none of them does. */
class ProviderMatrixTest {
  private static final List<Bytes> MESSAGE =
      List.of(Bytes.ofUtf8("to be "), Bytes.EMPTY, Bytes.ofUtf8("signed"));
  private static final SecretKey SECRET = new SecretKeySpec(new byte[64], "HmacSHA512");
  private static final ProviderTable TABLE = ProviderTable.ofGuide();

  /** An algorithm, the kind of its keys, and where the JDK looks for it. */
  private record Row(String name, long algorithm, KeyKind kind, String jca) {
    Provider provider(TestProvider worker) {
      return worker.provider("Signature", jca);
    }

    Signer signer(KeyPair pair, TestProvider worker) {
      return Signers.of(pair.getPrivate(), algorithm, provider(worker));
    }

    VerificationKey key(KeyPair pair, TestProvider worker) {
      return VerificationKey.of(pair.getPublic(), provider(worker));
    }

    boolean isOnlyVerified() {
      return name.startsWith("RS");
    }

    /** Signs with the bundled provider, also what the library itself only verifies. */
    Bytes signed(KeyPair pair) throws Exception {
      if (!isOnlyVerified()) {
        return Bytes.copyOf(Signers.of(pair.getPrivate(), algorithm).sign(MESSAGE));
      }
      Signature signature = Signature.getInstance(jca, provider(TestProvider.BOUNCY_CASTLE));
      signature.initSign(pair.getPrivate());
      for (Bytes part : MESSAGE) {
        part.update(signature);
      }
      return Bytes.copyOf(signature.sign());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Row> ROWS =
      List.of(
          row(Algorithms.ES256, KeyKind.P256, "SHA256withECDSA"),
          row(Algorithms.ES384, KeyKind.P384, "SHA384withECDSA"),
          row(Algorithms.ES512, KeyKind.P521, "SHA512withECDSA"),
          row(Algorithms.ESP256, KeyKind.P256, "SHA256withECDSA"),
          row(Algorithms.ESP384, KeyKind.P384, "SHA384withECDSA"),
          row(Algorithms.ESP512, KeyKind.P521, "SHA512withECDSA"),
          row(Algorithms.ED25519, KeyKind.ED25519, "Ed25519"),
          row(Algorithms.ED448, KeyKind.ED448, "Ed448"),
          new Row("EdDSA", Algorithms.EDDSA, KeyKind.ED25519, "Ed25519"),
          row(Algorithms.PS256, KeyKind.RSA, "RSASSA-PSS"),
          row(Algorithms.PS384, KeyKind.RSA, "RSASSA-PSS"),
          row(Algorithms.PS512, KeyKind.RSA, "RSASSA-PSS"),
          new Row("PS256, key for PSS only", Algorithms.PS256, KeyKind.RSA_PSS, "RSASSA-PSS"),
          row(Algorithms.RS256, KeyKind.RSA, "SHA256withRSA"),
          row(Algorithms.RS384, KeyKind.RSA, "SHA384withRSA"),
          row(Algorithms.RS512, KeyKind.RSA, "SHA512withRSA"),
          row(Algorithms.ML_DSA_44, KeyKind.ML_DSA_44, "ML-DSA"),
          row(Algorithms.ML_DSA_65, KeyKind.ML_DSA_65, "ML-DSA"),
          row(Algorithms.ML_DSA_87, KeyKind.ML_DSA_87, "ML-DSA"));

  static final List<Long> MACS =
      List.of(
          Algorithms.HMAC_256_64, Algorithms.HMAC_256, Algorithms.HMAC_384, Algorithms.HMAC_512);

  /** The names that the Java cryptography architecture has for the hashes of COSE. */
  static final Map<Long, String> HASHES =
      Map.of(
          CoseHash.SHA_256, "SHA-256",
          CoseHash.SHA_384, "SHA-384",
          CoseHash.SHA_512, "SHA-512",
          CoseHash.SHA_512_256, "SHA-512/256",
          CoseHash.SHAKE_128, "SHAKE128-256",
          CoseHash.SHAKE_256, "SHAKE256-512");

  private static Row row(long algorithm, KeyKind kind, String jca) {
    return new Row(Algorithms.name(algorithm), algorithm, kind, jca);
  }

  @Test
  void tableOfTheGuideHasARowForEachAlgorithm() {
    Set<String> expected = new HashSet<>();
    ROWS.forEach(row -> expected.add(row.name()));
    MACS.forEach(mac -> expected.add(Algorithms.name(mac)));
    expected.addAll(HASHES.values());
    expected.addAll(List.of("certificate paths", "revocation lists"));

    assertEquals(expected, Set.copyOf(TABLE.algorithms()));
    for (long algorithm : Algorithms.DEFAULT) {
      assertTrue(expected.contains(Algorithms.name(algorithm)), Algorithms.name(algorithm));
    }
  }

  static Stream<Arguments> cells() {
    return ROWS.stream()
        .flatMap(
            row ->
                Arrays.stream(TestProvider.values()).map(provider -> Arguments.of(row, provider)));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("cells")
  void doesWhatTheTableSays(Row row, TestProvider worker) throws Exception {
    KeyPair pair = TestKeys.ofBundled(row.kind());
    VerificationKey key = row.key(pair, worker);
    Bytes signature = row.signed(pair);

    if (TABLE.has(worker, row.name())) {
      assertDoesNotThrow(() -> key.verify(row.algorithm(), MESSAGE, signature));
      assertRefusesOthers(row, key, signature);
    } else if (row.kind() == KeyKind.RSA_PSS) {
      // The algorithm is there, but not for such a key.
      assertEquals(Reason.KEY_MISMATCH, reasonOf(row, key, MESSAGE, signature));
    } else {
      String message =
          "provider " + row.provider(worker).getName() + " does not have " + row.name();
      assertEquals(
          message,
          assertThrows(
                  IllegalStateException.class,
                  () -> key.verify(row.algorithm(), MESSAGE, signature))
              .getMessage());
      assertEquals(
          message,
          assertThrows(IllegalStateException.class, () -> row.signer(pair, worker).sign(MESSAGE))
              .getMessage());
    }
  }

  private static void assertRefusesOthers(Row row, VerificationKey key, Bytes signature) {
    int middle = signature.size() / 2;
    byte[] flipped = signature.toByteArray();
    flipped[middle] ^= 1;
    assertEquals(Reason.BAD_SIGNATURE, reasonOf(row, key, MESSAGE, Bytes.copyOf(flipped)));
    assertEquals(
        Reason.BAD_SIGNATURE, reasonOf(row, key, List.of(Bytes.ofUtf8("another")), signature));
    assertEquals(
        Reason.BAD_SIGNATURE,
        reasonOf(row, key, MESSAGE, signature.slice(0, signature.size() - 1)));
    assertEquals(
        Reason.BAD_SIGNATURE,
        reasonOf(row, key, MESSAGE, Bytes.copyOf(new byte[signature.size()])));
    assertEquals(
        Reason.BAD_SIGNATURE,
        reasonOf(row, key, MESSAGE, Bytes.ofHex("ff".repeat(signature.size()))));
  }

  private static Reason reasonOf(
      Row row, VerificationKey key, List<Bytes> message, Bytes signature) {
    return assertThrows(
            VerificationException.class, () -> key.verify(row.algorithm(), message, signature))
        .reason();
  }

  /** Each signer with each verifier. */
  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (Row row : ROWS) {
      for (TestProvider signer : TestProvider.values()) {
        for (TestProvider verifier : TestProvider.values()) {
          if (!row.isOnlyVerified()
              && TABLE.has(signer, row.name())
              && TABLE.has(verifier, row.name())) {
            pairs.add(Arguments.of(row, signer, verifier));
          }
        }
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0}: {1} signs, {2} verifies")
  @MethodSource("pairs")
  void verifiesWhatAnotherProviderSigned(Row row, TestProvider signer, TestProvider verifier)
      throws Exception {
    KeyPair pair = TestKeys.ofBundled(row.kind());

    Bytes signature = Bytes.copyOf(row.signer(pair, signer).sign(MESSAGE));

    assertDoesNotThrow(() -> row.key(pair, verifier).verify(row.algorithm(), MESSAGE, signature));
    assertDoesNotThrow(
        () -> VerificationKey.of(pair.getPublic()).verify(row.algorithm(), MESSAGE, signature));
  }

  /** Each maker of keys with each worker. */
  static Stream<Arguments> makers() {
    return ROWS.stream()
        .filter(row -> !row.isOnlyVerified() && row.kind() != KeyKind.RSA_PSS)
        .flatMap(
            row ->
                Arrays.stream(TestProvider.values())
                    .filter(maker -> TABLE.has(maker, row.name()))
                    .flatMap(
                        maker ->
                            Arrays.stream(TestProvider.values())
                                .filter(worker -> TABLE.has(worker, row.name()))
                                .map(worker -> Arguments.of(row, maker, worker))));
  }

  @ParameterizedTest(name = "{0}: {2} with keys of {1}")
  @MethodSource("makers")
  void worksWithKeysOfAnother(Row row, TestProvider maker, TestProvider worker) throws Exception {
    KeyPair pair = TestKeys.of(maker, row.kind());

    Bytes signature = row.signed(pair);
    Signer signer = row.signer(pair, worker);
    if (hasNoSeed(pair) && worker == TestProvider.CONSCRYPT) {
      assertThrows(InvalidKeyException.class, () -> signer.sign(MESSAGE));
    } else {
      Bytes made = Bytes.copyOf(signer.sign(MESSAGE));
      assertDoesNotThrow(
          () -> VerificationKey.of(pair.getPublic()).verify(row.algorithm(), MESSAGE, made));
    }

    assertDoesNotThrow(() -> row.key(pair, worker).verify(row.algorithm(), MESSAGE, signature));
  }

  /** JDK 24 and 25 make keys of ML-DSA without the seed that they come from. */
  private static boolean hasNoSeed(KeyPair pair) {
    return BundledKeys.privateKey(pair.getPrivate().getEncoded()) instanceof MLDSAPrivateKey key
        && key.getSeed() == null;
  }

  static Stream<Arguments> macs() {
    return MACS.stream()
        .flatMap(mac -> Arrays.stream(TestProvider.values()).map(p -> Arguments.of(mac, p)));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("macs")
  void makesTheSameMacWithEach(long algorithm, TestProvider worker) throws Exception {
    assertTrue(TABLE.has(worker, Algorithms.name(algorithm)));
    Provider provider = worker.provider("Mac", "HmacSHA256");

    byte[] mac = Signers.ofMac(SECRET, algorithm, provider).sign(MESSAGE);

    assertEquals(Bytes.copyOf(Signers.ofMac(SECRET, algorithm).sign(MESSAGE)), Bytes.copyOf(mac));
    VerificationKey key = VerificationKey.ofMac(SECRET, provider);
    assertDoesNotThrow(() -> key.verify(algorithm, MESSAGE, Bytes.copyOf(mac)));
    mac[0] ^= 1;
    assertEquals(
        Reason.BAD_SIGNATURE,
        assertThrows(
                VerificationException.class,
                () -> key.verify(algorithm, MESSAGE, Bytes.copyOf(mac)))
            .reason());
  }

  static Stream<Arguments> hashes() {
    return HASHES.keySet().stream()
        .flatMap(hash -> Arrays.stream(TestProvider.values()).map(p -> Arguments.of(hash, p)));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("hashes")
  void makesTheSameDigestWithEach(long algorithm, TestProvider worker) throws Exception {
    String name = HASHES.get(algorithm);
    Provider provider = worker.provider("MessageDigest", "SHA-256");
    boolean has = provider.getService("MessageDigest", name) != null;
    assertEquals(TABLE.has(worker, name), has);
    if (!has) {
      return;
    }
    Bytes data = Bytes.copyOf(new byte[1000]).slice(1, 998);

    MessageDigest digest = MessageDigest.getInstance(name, provider);
    data.update(digest);

    assertEquals(CoseHash.digest(algorithm, data).orElseThrow(), Bytes.copyOf(digest.digest()));
  }

  @ParameterizedTest
  @EnumSource
  void validatesPathsWhereTheTableSaysSo(TestProvider worker) throws Exception {
    Provider provider = worker.provider("CertPathValidator", "PKIX");
    TestCa root = TestCa.root("root", KeyKind.P256);
    TestCa issuer = root.issueCa("issuer", KeyKind.P384);
    List<Bytes> chain =
        List.of(
            TestCa.der(issuer.issueLeaf(TestKeys.ofBundled(KeyKind.ED25519))),
            TestCa.der(issuer.certificate()));
    assertEquals(TABLE.has(worker, "certificate paths"), TABLE.has(worker, "revocation lists"));

    if (!TABLE.has(worker, "certificate paths")) {
      String message = "provider " + provider.getName() + " does not validate certificate paths";
      assertEquals(
          message,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> TrustAnchors.of(List.of(root.certificate()), provider))
              .getMessage());
      assertEquals(
          message,
          assertThrows(
                  IllegalArgumentException.class, () -> RevocationCheck.ofCrls(List.of(), provider))
              .getMessage());
      return;
    }
    TrustAnchors anchors = TrustAnchors.of(List.of(root.certificate()), provider);
    assertEquals(root.certificate(), anchors.validate(chain, TestCa.NOW).anchor());
    TrustAnchors checked =
        anchors.withRevocationCheck(
            RevocationCheck.ofCrls(
                List.of(root.crl(TestCa.UNTIL), issuer.crl(TestCa.UNTIL)), provider));
    assertDoesNotThrow(() -> checked.validate(chain, TestCa.NOW));
    TrustAnchors revoked =
        anchors.withRevocationCheck(
            RevocationCheck.ofCrls(
                List.of(root.crl(TestCa.UNTIL), issuer.crl(TestCa.UNTIL, 3)), provider));
    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        assertThrows(VerificationException.class, () -> revoked.validate(chain, TestCa.NOW))
            .reason());
  }
}
