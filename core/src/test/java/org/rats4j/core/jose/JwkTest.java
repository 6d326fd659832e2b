package org.rats4j.core.jose;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonValue;

class JwkTest {
  private static final List<Bytes> MESSAGE = List.of(Bytes.ofUtf8("message"));

  private static Jwk decode(String json) throws DecodingException {
    return Jwk.decode(Bytes.ofUtf8(json), DecodeOptions.STRICT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/jwk/valid.csv", delimiter = '|')
  void decodesAndEncodesTheSameBytes(String name, String json, String keyType, String thumbprint)
      throws Exception {
    Jwk key = decode(json);

    assertEquals(keyType, key.parameters().keyType());
    assertEquals(Bytes.ofUtf8(json), key.encode());
    assertEquals(thumbprint, Base64Url.encode(key.thumbprint().orElseThrow()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/jwk/invalid.csv",
      delimiter = '|',
      emptyValue = "",
      nullValues = "NULL")
  void rejects(String name, String json, DecodingException.Reason reason, String path) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> decode(json == null ? "" : json));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/jwk/valid.csv", delimiter = '|')
  void throwsOnlyItsOwnExceptionsOnMutatedInput(String name, String json) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] wire = Bytes.ofUtf8(json).toByteArray();
      for (int i = 0; i <= seed % 3; i++) {
        wire[random.nextInt(wire.length)] = (byte) (seed % 2 == 0 ? random.nextInt() : '!' + seed);
      }
      try {
        Jwk key = Jwk.decode(Bytes.copyOf(wire), DecodeOptions.STRICT);
        key.thumbprint();
        key.toVerificationKey();
      } catch (DecodingException | VerificationException expected) {
        // the two permitted failures
      }
    }
  }

  private static Jwk byName(String name) throws Exception {
    try (InputStream in = JwkTest.class.getResourceAsStream("/test-vectors/jwk/valid.csv")) {
      String row =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith(name + " |"))
              .findFirst()
              .orElseThrow();
      return decode(row.split("\\|")[1].strip());
    }
  }

  @Test
  void keepsWhatItSaysOfItselfAndWhatNobodyKnows() throws Exception {
    JwkParameters parameters = byName("p-256 with everything").parameters();

    assertEquals(Optional.of("sig"), parameters.use());
    assertEquals(List.of("verify", "mine"), parameters.operations());
    assertEquals(Optional.of("ES256"), parameters.algorithm());
    assertEquals(Optional.of("ключ"), parameters.keyId());
    assertEquals(Set.of("x5t", "mine"), parameters.others().keySet());
  }

  @Test
  void namesTheVerificationKeyInUtf8() throws Exception {
    VerificationKey key = byName("p-256 with everything").toVerificationKey();

    assertEquals(Optional.of(Bytes.ofUtf8("ключ")), key.keyId());
    assertEquals(OptionalLong.of(Algorithms.ES256), key.algorithm());
  }

  @Test
  void separatesThePublicHalf() throws Exception {
    for (String name : List.of("p-256", "ed25519", "ml-dsa-44")) {
      PrivateJwk key = assertInstanceOf(PrivateJwk.class, byName(name + " private"));

      assertEquals(byName(name), key.publicKey());
      assertEquals(byName(name).thumbprint(), key.thumbprint());
    }
    PrivateJwk rsa = (PrivateJwk) byName("rsa without primes");
    assertEquals(byName("rsa"), rsa.publicKey());
    assertEquals(Optional.of("k"), rsa.withKeyId("k").publicKey().parameters().keyId());
  }

  @Test
  void showsNoSecret() throws Exception {
    String secret = "q".repeat(42) + "w";
    Jwk okp =
        decode(
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"d\":\""
                + secret
                + "\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
    Jwk symmetric = decode("{\"kty\":\"oct\",\"kid\":\"b\",\"k\":\"" + secret + "\"}");

    assertEquals("PrivateJwk[kty OKP, kid a]", okp.toString());
    assertEquals("SymmetricJwk[kty oct, kid b]", symmetric.toString());
    assertFalse(((PrivateJwk) okp).publicKey().encode().equals(okp.encode()));
  }

  @ParameterizedTest
  @CsvSource({
    "EC, secp256r1, ES256, ES256",
    "EC, secp384r1, ES384, ES384",
    "EC, secp521r1, ES512, ES512",
    "Ed25519, , EdDSA, Ed25519",
    "Ed448, , EdDSA, Ed448",
    "RSA, , PS256, PS512",
    "ML-DSA-44, , ML-DSA-44, ML-DSA-44",
    "ML-DSA-87, , ML-DSA-87, ML-DSA-87",
  })
  void signsWithWhatTheJdkMadeAndReadsItAgain(String name, String curve, String usual, String other)
      throws Exception {
    KeyPair pair = pair(name, curve);
    PrivateJwk made = Jwk.of(pair.getPublic(), pair.getPrivate());
    PrivateJwk key =
        assertInstanceOf(PrivateJwk.class, Jwk.decode(made.encode(), DecodeOptions.STRICT));
    long number = Algorithms.ofJoseName(other).orElseThrow();

    assertEquals(usual, Algorithms.joseName(key.toSigner().algorithm()).orElseThrow());
    Signer signer = key.withAlgorithm(other).withKeyId("a").toSigner();
    assertEquals(number, signer.algorithm());
    Bytes signature = Bytes.copyOf(signer.sign(MESSAGE));

    VerificationKey verifier =
        Jwk.of(pair.getPublic()).withAlgorithm(other).withKeyId("a").toVerificationKey();
    assertDoesNotThrow(() -> verifier.verify(number, MESSAGE, signature));
    assertEquals(Jwk.of(pair.getPublic()), key.publicKey());
    assertEquals(pair.getPublic(), VerificationKey.of(pair.getPublic()).publicKey().orElseThrow());
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
  void refusesAnAlgorithmThatDoesNotFit() throws Exception {
    PublicJwk key = (PublicJwk) byName("p-256");

    assertThrows(IllegalArgumentException.class, () -> key.withAlgorithm("ES384"));
    assertNotEquals(key, key.withAlgorithm("ES256"));
  }

  @ParameterizedTest
  @CsvSource({"p-256 for key agreement", "p-256 for encryption"})
  void verifiesNothingWithAKeyForSomethingElse(String name) throws Exception {
    Jwk key = byName(name);

    assertEquals(
        Reason.KEY_MISMATCH,
        assertThrows(VerificationException.class, key::toVerificationKey).reason());
  }

  @Test
  void honoursKeyOpsAndUse() throws Exception {
    String json = byName("p-256 private").encode().toUtf8();
    PrivateJwk signing =
        (PrivateJwk) decode(json.replace("}", ",\"key_ops\":[\"sign\"],\"use\":\"sig\"}"));
    PrivateJwk verifying = (PrivateJwk) decode(json.replace("}", ",\"key_ops\":[\"verify\"]}"));
    PrivateJwk encrypting = (PrivateJwk) decode(json.replace("}", ",\"use\":\"enc\"}"));

    assertDoesNotThrow(signing::toSigner);
    assertDoesNotThrow(signing::toVerificationKey);
    assertEquals(List.of("verify"), signing.publicKey().parameters().operations());
    assertThrows(IllegalStateException.class, verifying::toSigner);
    assertDoesNotThrow(verifying::toVerificationKey);
    assertThrows(IllegalStateException.class, encrypting::toSigner);
    assertThrows(VerificationException.class, encrypting::toVerificationKey);
  }

  @Test
  void makesMacsOnlyWithAnAlgorithm() throws Exception {
    SymmetricJwk key = SymmetricJwk.of(Bytes.of(1, 2, 3));

    assertThrows(IllegalStateException.class, key::toSigner);
    Bytes mac = Bytes.copyOf(key.withAlgorithm("HS384").toSigner().sign(MESSAGE));
    assertDoesNotThrow(() -> key.toVerificationKey().verify(Algorithms.HMAC_384, MESSAGE, mac));
    assertThrows(IllegalArgumentException.class, () -> SymmetricJwk.of(Bytes.EMPTY));
  }

  @Test
  void keepsAnUnknownTypeWhenAsked() throws Exception {
    DecodeOptions options = DecodeOptions.builder().allow(CoseLeniencies.UNKNOWN_KEY_TYPE).build();
    Bytes json = Bytes.ofUtf8("{\"kty\":\"XYZ\",\"q\":1}");
    JsonReader in = JsonReader.of(json, options, "jwk");

    Jwk key = Jwk.read(in);

    assertInstanceOf(OpaqueJwk.class, key);
    assertEquals(json, key.encode());
    assertEquals(Optional.empty(), key.thumbprint());
    assertThrows(VerificationException.class, key::toVerificationKey);
    Finding finding = in.findings().toList().get(0);
    assertEquals("UNKNOWN_KEY_TYPE", finding.code());
    assertEquals("jwk/kty", finding.path());
  }

  @Test
  void acceptsALeadingZeroWhenAsked() throws Exception {
    Bytes modulus = Bytes.ofHex("ff".repeat(256));
    String template = "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}";
    String zero = template.formatted(Base64Url.encode(Bytes.of(0).concat(modulus)));
    DecodeOptions options = DecodeOptions.builder().allow(CoseLeniencies.RSA_LEADING_ZERO).build();

    Jwk key = Jwk.decode(Bytes.ofUtf8(zero), options);

    assertEquals(
        decode(template.formatted(Base64Url.encode(modulus))).thumbprint(), key.thumbprint());
    assertEquals(
        "RSA_LEADING_ZERO", assertThrows(DecodingException.class, () -> decode(zero)).code());
  }

  @Test
  void leavesOutKeysOfASetThatAreNone() throws Exception {
    String good = byName("ed25519").encode().toUtf8();
    String json = "{\"a\":1,\"keys\":[{\"kty\":\"XYZ\"}," + good + ",7]}";

    JwkSet set = JwkSet.decode(Bytes.ofUtf8(json), DecodeOptions.STRICT);

    assertEquals(List.of(byName("ed25519")), set.keys());
    assertEquals(
        List.of("jwk-set/keys/0/kty", "jwk-set/keys/2"),
        set.findings().stream().map(Finding::path).toList());
    assertEquals(Bytes.ofUtf8("{\"keys\":[" + good + "]}"), set.encode());
    assertEquals(set.keys(), JwkSet.decode(set.encode(), DecodeOptions.STRICT).keys());
    assertTrue(JwkSet.of(set.keys()).findings().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | UNEXPECTED_STRUCTURE",
        "[] | UNEXPECTED_STRUCTURE",
        "{\"keys\":{}} | UNEXPECTED_STRUCTURE",
        "{\"keys\":[],\"keys\":[]} | DUPLICATE_KEY",
        "{\"keys\":[} | NOT_WELL_FORMED",
      })
  void rejectsWhatIsNoSet(String json, DecodingException.Reason reason) {
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> JwkSet.decode(Bytes.ofUtf8(json), DecodeOptions.STRICT));

    assertEquals(reason, e.reason());
  }

  /** RFC 7518, section 6.3.2: all of p, q, dp, dq and qi, or none; and none without d. */
  @ParameterizedTest
  @CsvSource({"true, q", "true, dp", "true, dq", "true, qi", "false, p", "false, qi"})
  void leavesNoMemberOfAPrivateRsaKeyInAPublicOne(boolean withD, String name) throws Exception {
    KeyPair pair = pair("RSA", null);
    Bytes key = Jwk.of(pair.getPublic(), pair.getPrivate()).encode();
    Map<String, JsonValue> members = new LinkedHashMap<>();
    JsonObject whole = (JsonObject) JsonValue.decode(key.toByteArray(), DecodeOptions.STRICT);
    for (String kept :
        withD ? List.of("kty", "n", "e", "d", name) : List.of("kty", "n", "e", name)) {
      members.put(kept, whole.get(kept).orElseThrow());
    }
    Bytes partial = new JsonObject(members).encode();

    DecodingException e =
        assertThrows(DecodingException.class, () -> Jwk.decode(partial, DecodeOptions.STRICT));

    assertEquals(DecodingException.Reason.UNEXPECTED_STRUCTURE, e.reason());
  }
}
