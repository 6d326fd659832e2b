package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.BundledProvider;

class CoseKeyTest {
  private static final List<Bytes> MESSAGE = List.of(Bytes.ofUtf8("message"));

  private static CoseKey decode(String hex) throws DecodingException {
    return CoseKey.decode(Bytes.ofHex(hex), DecodeOptions.STRICT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cose-key/valid.csv", delimiter = '|')
  void decodesAndEncodesTheSameBytes(String name, String cbor, long keyType, String thumbprint)
      throws Exception {
    CoseKey key = decode(cbor);

    assertEquals(keyType, key.parameters().keyType());
    assertEquals(Bytes.ofHex(cbor), key.encode());
    assertEquals(Bytes.ofHex(thumbprint), key.thumbprint().orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/cose-key/invalid.csv",
      delimiter = '|',
      emptyValue = "",
      nullValues = "NULL",
      maxCharsPerColumn = 10000)
  void rejects(String name, String cbor, DecodingException.Reason reason, String path) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> decode(cbor == null ? "" : cbor));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @Tag("seeded")
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cose-key/valid.csv", delimiter = '|')
  void throwsOnlyItsOwnExceptionsOnMutatedInput(String name, String cbor) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] wire = Bytes.ofHex(cbor).toByteArray();
      for (int i = 0; i <= seed % 3; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        CoseKey key = CoseKey.decode(Bytes.copyOf(wire), DecodeOptions.STRICT);
        assertEquals(Bytes.copyOf(wire), key.encode());
        key.thumbprint();
        key.toVerificationKey();
      } catch (DecodingException | VerificationException expected) {
        // the two permitted failures
      }
    }
  }

  @Test
  void keepsWhatItSaysOfItselfAndWhatNobodyKnows() throws Exception {
    CoseKey key = byName("p-256 with everything");

    CoseKeyParameters parameters = key.parameters();
    assertEquals(Optional.of(Bytes.ofUtf8("k")), parameters.keyId());
    assertEquals(Optional.of(Label.of(-7)), parameters.algorithm());
    assertEquals(List.of(Label.of(2), Label.of("mine")), parameters.operations());
    assertEquals(Optional.of(Bytes.ofUtf8("iv")), parameters.baseIv());
    assertEquals(java.util.Set.of(Label.of("x"), Label.of(-70000)), parameters.others().keySet());
  }

  private static CoseKey byName(String name) throws Exception {
    String table =
        new String(
            CoseKeyTest.class
                .getResourceAsStream("/test-vectors/cose-key/valid.csv")
                .readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    String row =
        table.lines().filter(line -> line.startsWith(name + " |")).findFirst().orElseThrow();
    return decode(row.split("\\|")[1].strip());
  }

  @Test
  void separatesThePublicHalf() throws Exception {
    for (String name : List.of("p-256", "ed25519", "ml-dsa-44")) {
      CosePrivateKey key = assertInstanceOf(CosePrivateKey.class, byName(name + " private"));

      assertEquals(byName(name), key.publicKey());
      assertEquals(byName(name).hashCode(), key.publicKey().hashCode());
      assertEquals(byName(name).thumbprint(), key.thumbprint());
      assertEquals(
          key.publicKey().toVerificationKey().publicKey(), key.toVerificationKey().publicKey());
    }
    assertEquals(byName("rsa"), ((CosePrivateKey) byName("rsa without primes")).publicKey());
  }

  @Test
  void showsNoSecret() throws Exception {
    String d = "ab".repeat(32);
    CoseKey key =
        decode(
            "a4010120062158205866666666666666666666666666666666666666666666666666666666666666"
                + "235820"
                + d);
    CoseKey symmetric = CoseSymmetricKey.of(Bytes.ofHex(d)).withKeyId(Bytes.of(1));

    assertEquals("CosePrivateKey[kty 1]", key.toString());
    assertEquals("CosePublicKey[kty 1]", ((CosePrivateKey) key).publicKey().toString());
    assertFalse(symmetric.toString().contains("abab"));
    assertTrue(symmetric.toString().contains("kid"));
  }

  @ParameterizedTest
  @CsvSource({
    "EC, secp256r1, -7, -9",
    "EC, secp384r1, -35, -51",
    "EC, secp521r1, -36, -52",
    "Ed25519, , -8, -19",
    "Ed448, , -8, -53",
    "RSA, , -37, -39",
    "ML-DSA-44, , -48, -48",
    "ML-DSA-65, , -49, -49",
    "ML-DSA-87, , -50, -50",
  })
  void signsWithWhatTheJdkMadeAndReadsItAgain(String name, String curve, long usual, long other)
      throws Exception {
    KeyPair pair = pair(name, curve);
    CosePrivateKey made = CoseKey.of(pair.getPublic(), pair.getPrivate());
    CosePrivateKey key =
        assertInstanceOf(CosePrivateKey.class, CoseKey.decode(made.encode(), DecodeOptions.STRICT));

    assertEquals(usual, key.toSigner().algorithm());
    Signer signer = key.withAlgorithm(other).withKeyId(Bytes.of(7)).toSigner();
    assertEquals(other, signer.algorithm());
    Bytes signature = Bytes.copyOf(signer.sign(MESSAGE));

    VerificationKey verifier =
        CoseKey.of(pair.getPublic())
            .withAlgorithm(other)
            .withKeyId(Bytes.of(7))
            .toVerificationKey();
    assertDoesNotThrow(() -> verifier.verify(other, MESSAGE, signature));
    assertEquals(Optional.of(Bytes.of(7)), verifier.keyId());
    assertEquals(OptionalLong.of(other), verifier.algorithm());
    assertEquals(CoseKey.of(pair.getPublic()), key.publicKey());
    assertEquals(made.encode(), CoseKey.of(pair.getPublic(), key.toPrivateKey()).encode());
  }

  private static KeyPair pair(String name, String curve) throws Exception {
    KeyPairGenerator generator =
        name.startsWith("ML")
            ? KeyPairGenerator.getInstance(name, BundledProvider.get())
            : KeyPairGenerator.getInstance(name);
    if (curve != null) {
      generator.initialize(new ECGenParameterSpec(curve));
    }
    return generator.generateKeyPair();
  }

  @Test
  void refusesHalvesOfDifferentKinds() throws Exception {
    KeyPair ec = pair("EC", "secp256r1");
    KeyPair other = pair("EC", "secp384r1");

    assertThrows(
        IllegalArgumentException.class, () -> CoseKey.of(ec.getPublic(), other.getPrivate()));
    assertThrows(
        IllegalArgumentException.class,
        () -> CoseKey.of(ec.getPublic(), pair("Ed25519", null).getPrivate()));
  }

  @Test
  void refusesAnAlgorithmThatDoesNotFit() throws Exception {
    CosePublicKey key = (CosePublicKey) byName("p-256");

    assertThrows(IllegalArgumentException.class, () -> key.withAlgorithm(Algorithms.ES384));
    assertNotEquals(key, key.withAlgorithm(Algorithms.ES256));
  }

  @ParameterizedTest
  @CsvSource({"p-256 for key agreement", "p-256 with text alg"})
  void verifiesNothingWithAKeyForSomethingElse(String name) throws Exception {
    CoseKey key = byName(name);

    VerificationException e = assertThrows(VerificationException.class, key::toVerificationKey);

    assertEquals(Reason.KEY_MISMATCH, e.reason());
  }

  @Test
  void signsNothingWithAnAlgorithmNamedByText() throws Exception {
    CosePrivateKey key =
        CoseKeyCodec.with(
            (CosePrivateKey) byName("p-256 private"),
            CosePrivateKey.class,
            CoseKeyCodec.ALG,
            new CborText("mine"));

    assertThrows(IllegalArgumentException.class, key::toSigner);
  }

  @Test
  void honoursKeyOps() throws Exception {
    CoseKey p256 = byName("p-256 private");
    String head = "a601022001" + "0481%s"; // kty, crv, key_ops
    String rest = p256.encode().toHex().substring("a50102".length() + "2001".length());
    CosePrivateKey signing = (CosePrivateKey) decode(head.formatted("01") + rest);
    CosePrivateKey verifying = (CosePrivateKey) decode(head.formatted("02") + rest);

    assertDoesNotThrow(signing::toSigner);
    assertDoesNotThrow(signing::toVerificationKey);
    assertTrue(signing.publicKey().parameters().permits(CoseKeyOperation.VERIFY));
    assertFalse(signing.publicKey().parameters().permits(CoseKeyOperation.SIGN));
    assertThrows(IllegalStateException.class, verifying::toSigner);
    assertDoesNotThrow(verifying::toVerificationKey);
  }

  @ParameterizedTest
  @CsvSource({"09, true, false", "0a, false, true", "01, false, false", "02, false, false"})
  void honoursKeyOpsOfMacKeys(String operation, boolean creates, boolean verifies)
      throws Exception {
    CoseSymmetricKey key = (CoseSymmetricKey) decode("a4010403050481" + operation + "2041aa");

    assertEquals(creates, succeeds(key::toSigner));
    assertEquals(verifies, succeeds(key::toVerificationKey));
  }

  private interface Action {
    Object run() throws Exception;
  }

  private static boolean succeeds(Action action) throws Exception {
    try {
      action.run();
      return true;
    } catch (IllegalStateException | VerificationException e) {
      return false;
    }
  }

  @Test
  void makesMacsOnlyWithAnAlgorithm() throws Exception {
    CoseSymmetricKey key = CoseSymmetricKey.of(Bytes.of(1, 2, 3));

    assertThrows(IllegalStateException.class, key::toSigner);
    Signer signer = key.withAlgorithm(Algorithms.HMAC_256_64).toSigner();
    Bytes mac = Bytes.copyOf(signer.sign(MESSAGE));
    assertEquals(8, mac.size());
    assertDoesNotThrow(() -> key.toVerificationKey().verify(Algorithms.HMAC_256_64, MESSAGE, mac));
    assertThrows(IllegalArgumentException.class, () -> CoseSymmetricKey.of(Bytes.EMPTY));
  }

  @Test
  void keepsAnUnknownTypeWhenAsked() throws Exception {
    DecodeOptions options = DecodeOptions.builder().allow(CoseLeniencies.UNKNOWN_KEY_TYPE).build();
    Bytes cbor = Bytes.ofHex("a3011863024161206178");
    CborReader in = CborReader.of(cbor, options, "cose-key");

    CoseKey key = CoseKey.read(in);

    assertInstanceOf(CoseOpaqueKey.class, key);
    assertEquals(cbor, key.encode());
    assertEquals(99, key.parameters().keyType());
    assertEquals(Optional.of(Bytes.ofUtf8("a")), key.parameters().keyId());
    assertEquals(Optional.empty(), key.thumbprint());
    assertEquals(
        Reason.KEY_MISMATCH,
        assertThrows(VerificationException.class, key::toVerificationKey).reason());
    Finding finding = in.findings().toList().get(0);
    assertEquals("UNKNOWN_KEY_TYPE", finding.code());
    assertEquals("cose-key/1", finding.path());
  }

  @Test
  void acceptsALeadingZeroWhenAsked() throws Exception {
    String modulus = "00ff" + "ff".repeat(255);
    Bytes cbor = Bytes.ofHex("a3010320590101" + modulus + "2143010001");
    DecodeOptions options = DecodeOptions.builder().allow(CoseLeniencies.RSA_LEADING_ZERO).build();

    CosePublicKey key = (CosePublicKey) CoseKey.decode(cbor, options);

    assertEquals(cbor, key.encode());
    assertEquals(
        "RSA_LEADING_ZERO",
        assertThrows(DecodingException.class, () -> CoseKey.decode(cbor, DecodeOptions.STRICT))
            .code());
    assertEquals(
        decode("a3010320590100" + modulus.substring(2) + "2143010001").thumbprint(),
        key.thumbprint());
    assertEquals(Map.of(), key.withKeyId(Bytes.of(1)).parameters().others());
  }

  @Test
  void answersKeyMismatchForAModulusThatIsNone() throws Exception {
    String modulus = "ff".repeat(256); // divisible by 3
    CoseKey key = decode("a3010320590100" + modulus + "2143010001");

    VerificationException e = assertThrows(VerificationException.class, key::toVerificationKey);

    assertEquals(Reason.KEY_MISMATCH, e.reason());
  }

  @Test
  void namesTheWeaknessOfAShortModulus() {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> decode("a30103205880" + "ff".repeat(128) + "2143010001"));

    assertEquals("KEY_MISMATCH", e.code());
  }

  @Test
  void leavesTheReaderBehindTheKey() throws Exception {
    Bytes two = Bytes.ofHex("82" + byName("p-256").encode().toHex() + "07");
    CborReader in = CborReader.of(two, DecodeOptions.STRICT, "pair");
    in.startArray(2);

    CoseKey key = CoseKey.read(in);

    assertEquals(byName("p-256"), key);
    assertEquals(CborInteger.of(7), in.readItem());
  }

  /** RFC 8230, section 4: all of p, q, dP, dQ and qInv, or none; and none without d. */
  @ParameterizedTest
  @CsvSource({"true, -5", "true, -6", "true, -7", "true, -8", "false, -4", "false, -8"})
  void leavesNoMemberOfAPrivateRsaKeyInAPublicOne(boolean withD, long label) throws Exception {
    KeyPair pair = pair("RSA", null);
    Bytes key = CoseKey.of(pair.getPublic(), pair.getPrivate()).encode();
    CborMap whole = (CborMap) CborItem.decode(key, DecodeOptions.STRICT);
    Map<CborItem, CborItem> members = new LinkedHashMap<>();
    for (long kept : withD ? new long[] {1, -1, -2, -3, label} : new long[] {1, -1, -2, label}) {
      members.put(CborInteger.of(kept), whole.get(kept).orElseThrow());
    }
    Bytes partial = new CborMap(members).encode();

    DecodingException e =
        assertThrows(DecodingException.class, () -> CoseKey.decode(partial, DecodeOptions.STRICT));

    assertEquals(DecodingException.Reason.UNEXPECTED_STRUCTURE, e.reason());
  }
}
