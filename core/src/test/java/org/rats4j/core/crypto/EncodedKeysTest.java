package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.internal.BundledProvider;

class EncodedKeysTest {
  private static final List<Bytes> MESSAGE = List.of(Bytes.ofUtf8("message"));

  @ParameterizedTest
  @EnumSource
  void readsPairsOfEveryKind(KeyKind kind) throws Exception {
    KeyPair pair = kind.name().startsWith("ML") ? TestKeys.ofBundled(kind) : TestKeys.ofJdk(kind);

    PublicKey publicKey = EncodedKeys.publicKey(Bytes.copyOf(pair.getPublic().getEncoded()));
    PrivateKey privateKey = EncodedKeys.privateKey(Bytes.copyOf(pair.getPrivate().getEncoded()));

    assertEquals(Bytes.copyOf(pair.getPublic().getEncoded()), Bytes.copyOf(publicKey.getEncoded()));
    assertSignAndVerify(privateKey, publicKey);
    long algorithm = Algorithms.ofKey(privateKey).orElseThrow();
    Bytes signature = Bytes.copyOf(Signers.of(privateKey, algorithm).sign(MESSAGE));
    VerificationKey verifying =
        EncodedKeys.verificationKey(Bytes.copyOf(pair.getPublic().getEncoded()));
    assertDoesNotThrow(() -> verifying.verify(algorithm, MESSAGE, signature));
    assertEquals(publicKey, verifying.publicKey().orElseThrow());
  }

  @Test
  void makesNoVerificationKeyOfAShortModulus() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    Bytes encoded = Bytes.copyOf(generator.generateKeyPair().getPublic().getEncoded());

    DecodingException e =
        assertThrows(DecodingException.class, () -> EncodedKeys.verificationKey(encoded));

    assertEquals(Reason.INVALID_VALUE, e.reason());
  }

  @ParameterizedTest
  @EnumSource(names = "RSA_PSS.*", mode = EnumSource.Mode.MATCH_NONE)
  void findsThePublicHalf(KeyKind kind) throws Exception {
    KeyPair pair = kind.name().startsWith("ML") ? TestKeys.ofBundled(kind) : TestKeys.ofJdk(kind);

    PublicKey half = EncodedKeys.publicHalf(pair.getPrivate());

    assertEquals(Bytes.copyOf(pair.getPublic().getEncoded()), Bytes.copyOf(half.getEncoded()));
  }

  private static void assertSignAndVerify(PrivateKey privateKey, PublicKey publicKey)
      throws Exception {
    long algorithm = Algorithms.ofKey(privateKey).orElseThrow();
    Bytes signature = Bytes.copyOf(Signers.of(privateKey, algorithm).sign(MESSAGE));
    assertDoesNotThrow(() -> VerificationKey.of(publicKey).verify(algorithm, MESSAGE, signature));
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384", "P521"})
  void readsTheOlderFormOfEcKeys(KeyKind kind) throws Exception {
    KeyPair pair = TestKeys.ofBundled(kind);
    Bytes older =
        Bytes.copyOf(
            PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded("DER"));

    assertSignAndVerify(EncodedKeys.ecPrivateKey(older), pair.getPublic());
  }

  @Test
  void readsCertificates() throws Exception {
    TestCa root = TestCa.root("root", KeyKind.P256);
    Bytes der = TestCa.der(root.certificate());

    assertEquals(root.certificate(), EncodedKeys.certificate(der));
    assertEquals(
        Reason.NOT_WELL_FORMED, reasonOf(() -> EncodedKeys.certificate(der.concat(Bytes.of(0)))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/encoded-keys/invalid.csv",
      delimiter = '|',
      emptyValue = "",
      nullValues = "NULL")
  void rejects(String name, String der, Reason publicKey, Reason privateKey, Reason ecKey) {
    Bytes input = der == null ? Bytes.EMPTY : Bytes.ofHex(der);

    assertEquals(publicKey, reasonOf(() -> EncodedKeys.publicKey(input)));
    assertEquals(privateKey, reasonOf(() -> EncodedKeys.privateKey(input)));
    assertEquals(ecKey, reasonOf(() -> EncodedKeys.ecPrivateKey(input)));
    assertEquals(Reason.NOT_WELL_FORMED, reasonOf(() -> EncodedKeys.certificate(input)));
  }

  private static Reason reasonOf(org.junit.jupiter.api.function.Executable reading) {
    return assertThrows(DecodingException.class, reading).reason();
  }

  @Test
  void refusesKindsThatSignNothingHere() throws Exception {
    for (String name : List.of("X25519", "DSA", "ML-KEM-512", "EC")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(name, BundledProvider.get());
      if (name.equals("EC")) {
        generator.initialize(new java.security.spec.ECGenParameterSpec("secp256k1"));
      } else if (name.equals("DSA")) {
        generator.initialize(1024);
      }
      KeyPair pair = generator.generateKeyPair();
      Bytes publicKey = Bytes.copyOf(pair.getPublic().getEncoded());
      Bytes privateKey = Bytes.copyOf(pair.getPrivate().getEncoded());

      assertEquals(Reason.UNSUPPORTED, reasonOf(() -> EncodedKeys.publicKey(publicKey)));
      assertEquals(Reason.UNSUPPORTED, reasonOf(() -> EncodedKeys.privateKey(privateKey)));
      assertThrows(IllegalArgumentException.class, () -> EncodedKeys.publicHalf(pair.getPrivate()));
    }
  }

  /** Ed25519 keys under an OBJECT IDENTIFIER that nobody knows. */
  @Test
  void refusesKindsThatNobodyKnows() {
    Bytes algorithm = Bytes.ofHex("300506032a0304");
    Bytes publicKey = Bytes.ofHex("302a" + algorithm.toHex() + "032100" + "01".repeat(32));
    Bytes privateKey = Bytes.ofHex("302e020100" + algorithm.toHex() + "04220420" + "01".repeat(32));

    assertEquals(Reason.UNSUPPORTED, reasonOf(() -> EncodedKeys.publicKey(publicKey)));
    assertEquals(Reason.UNSUPPORTED, reasonOf(() -> EncodedKeys.privateKey(privateKey)));
  }

  @Tag("seeded")
  @ParameterizedTest
  @EnumSource(names = {"P256", "ED25519", "ED448", "RSA", "ML_DSA_44"})
  void throwsOnlyItsOwnExceptionOnMutatedInput(KeyKind kind) {
    KeyPair pair = TestKeys.ofBundled(kind);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Bytes publicKey = mutated(pair.getPublic().getEncoded(), random);
      Bytes privateKey = mutated(pair.getPrivate().getEncoded(), random);
      try {
        VerificationKey.of(EncodedKeys.publicKey(publicKey));
      } catch (DecodingException | IllegalArgumentException expected) {
        // IllegalArgumentException is of VerificationKey: a weak key
      }
      try {
        EncodedKeys.privateKey(privateKey);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
      try {
        EncodedKeys.ecPrivateKey(privateKey);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  private static Bytes mutated(byte[] der, Random random) {
    byte[] copy = der.clone();
    for (int i = 0; i <= random.nextInt(3); i++) {
      // Mostly in the front, where the structure is.
      copy[random.nextInt(random.nextBoolean() ? Math.min(60, copy.length) : copy.length)] =
          (byte) random.nextInt();
    }
    return Bytes.copyOf(copy);
  }
}
