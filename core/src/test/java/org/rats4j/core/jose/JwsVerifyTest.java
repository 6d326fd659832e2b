package org.rats4j.core.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNull;
import org.rats4j.core.json.JsonString;

class JwsVerifyTest {
  private static final Bytes PAYLOAD = Bytes.ofUtf8("{\"iat\":1}");

  private static KeyPair p256;
  private static Signer es256;
  private static VerificationKey key;

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException {
    p256 = pair("EC", 256);
    es256 = Signers.of(p256.getPrivate(), Algorithms.ES256);
    key = VerificationKey.of(p256.getPublic());
  }

  private static KeyPair pair(String name, int size) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(name, BundledProvider.get());
    if (size > 0) {
      generator.initialize(size);
    }
    return generator.generateKeyPair();
  }

  private static UnverifiedJws decode(String compact) throws Exception {
    return Jws.decode(compact, DecodeOptions.STRICT);
  }

  private static JwsExpectations trusting(VerificationKey... keys) {
    return JwsExpectations.builder().keys(hints -> List.of(keys)).build();
  }

  private static Reason refusal(String compact, JwsExpectations expectations) throws Exception {
    UnverifiedJws jws = decode(compact);
    return assertThrows(VerificationException.class, () -> jws.verify(expectations)).reason();
  }

  @ParameterizedTest
  @CsvSource({
    "EC,256,-7,ES256",
    "EC,256,-9,ES256",
    "EC,384,-35,ES384",
    "EC,384,-51,ES384",
    "EC,521,-36,ES512",
    "EC,521,-52,ES512",
    "Ed25519,0,-8,EdDSA",
    "Ed25519,0,-19,Ed25519",
    "Ed448,0,-8,EdDSA",
    "Ed448,0,-53,Ed448",
    "RSA,2048,-37,PS256",
    "RSA,2048,-38,PS384",
    "RSA,2048,-39,PS512",
    "ML-DSA-44,0,-48,ML-DSA-44",
    "ML-DSA-65,0,-49,ML-DSA-65",
    "ML-DSA-87,0,-50,ML-DSA-87"
  })
  void verifiesWhatItSigns(String kind, int size, long algorithm, String name) throws Exception {
    KeyPair pair = pair(kind, size);
    Signer signer = Signers.of(pair.getPrivate(), algorithm);
    VerificationKey free = VerificationKey.of(pair.getPublic());
    VerificationKey bound = free.withAlgorithm(algorithm);

    UnverifiedJws compact = decode(Jws.builder().payload(PAYLOAD).sign(signer));
    UnverifiedJws flattened =
        Jws.decodeFlattened(
            Jws.builder().payload(PAYLOAD).signFlattened(signer), DecodeOptions.STRICT);

    assertEquals(Optional.of(name), compact.protectedHeader().algorithmName());
    for (UnverifiedJws jws : List.of(compact, flattened)) {
      assertEquals(PAYLOAD, jws.verify(trusting(free)).payload());
      Jws verified = jws.verify(trusting(bound));
      assertSame(bound, verified.key());
      assertEquals(algorithm, verified.algorithm());
      assertEquals(compact.protectedHeader(), verified.protectedHeader());
    }
  }

  @ParameterizedTest
  @CsvSource({"5,HS256", "6,HS384", "7,HS512"})
  void verifiesMacsWithSecretKeysAlone(long algorithm, String name) throws Exception {
    SecretKeySpec secret = new SecretKeySpec(new byte[64], "HMAC");
    String compact = Jws.builder().payload(PAYLOAD).sign(Signers.ofMac(secret, algorithm));

    Jws jws = decode(compact).verify(trusting(VerificationKey.ofMac(secret)));

    assertEquals(Optional.of(name), jws.protectedHeader().algorithmName());
    assertEquals(Reason.KEY_MISMATCH, refusal(compact, trusting(key)));
  }

  @Test
  void aPublicKeyIsNoMacKey() throws Exception {
    Signer confused =
        Signers.ofMac(
            new SecretKeySpec(p256.getPublic().getEncoded(), "HMAC"), Algorithms.HMAC_256);
    String compact = Jws.builder().payload(PAYLOAD).sign(confused);

    assertEquals(Reason.KEY_MISMATCH, refusal(compact, trusting(key)));
  }

  @Test
  void everyChangedByteIsNoticed() throws Exception {
    String compact = Jws.builder().payload(PAYLOAD).sign(es256);
    int start = compact.indexOf('.') + 1;
    for (int i = start; i < compact.length(); i++) {
      char changed = compact.charAt(i) == 'g' ? 'w' : 'g';
      String text = compact.substring(0, i) + changed + compact.substring(i + 1);
      if (compact.charAt(i) != '.') {
        assertFalse(isVerified(text), "position " + i);
      }
    }
  }

  private static boolean isVerified(String compact) {
    try {
      decode(compact).verify(trusting(key));
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  @Test
  void algorithmIsRefusedUnlessAllowed() throws Exception {
    String compact = Jws.builder().payload(PAYLOAD).sign(es256);
    JwsExpectations other =
        JwsExpectations.builder().key(key).algorithms(Set.of(Algorithms.EDDSA)).build();

    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, refusal(compact, other));
    VerificationException e =
        assertThrows(VerificationException.class, () -> decode(compact).verify(other));
    assertTrue(e.getMessage().contains("ES256 is not among"), e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> JwsExpectations.builder().algorithms(Set.of()));
  }

  @Test
  void eitherNumberAllowsTheOneName() throws Exception {
    String compact = Jws.builder().payload(PAYLOAD).sign(es256);
    JwsExpectations esp256 =
        JwsExpectations.builder().key(key).algorithms(Set.of(Algorithms.ESP256)).build();

    assertEquals(PAYLOAD, decode(compact).verify(esp256).payload());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256K", "HS1", "es256", "ESP256", "A128GCMKW", ""})
  void otherAlgorithmsAreNotAllowed(String name) throws Exception {
    String header = "{\"alg\":\"" + name + "\"}";
    String compact = org.rats4j.core.json.Base64Url.encode(Bytes.ofUtf8(header)) + ".AA.AA";

    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, refusal(compact, trusting(key)));
  }

  @Test
  void noKeyIsAnUnknownKey() throws Exception {
    String compact = Jws.builder().payload(PAYLOAD).sign(es256);

    assertEquals(Reason.UNKNOWN_KEY, refusal(compact, trusting()));
  }

  @Test
  void keyOfAnotherKindOrBindingIsAMismatch() throws Exception {
    String compact = Jws.builder().payload(PAYLOAD).sign(es256);
    VerificationKey p384 = VerificationKey.of(pair("EC", 384).getPublic());

    assertEquals(Reason.KEY_MISMATCH, refusal(compact, trusting(p384)));
    assertEquals(Reason.BAD_SIGNATURE, refusal(compact, trusting(p384, other())));
    assertEquals(PAYLOAD, decode(compact).verify(trusting(p384, other(), key)).payload());
  }

  private static VerificationKey other() throws GeneralSecurityException {
    return VerificationKey.of(pair("EC", 256).getPublic());
  }

  @Test
  void criticalMembersMustBeUnderstood() throws Exception {
    String compact =
        Jws.builder()
            .payload(PAYLOAD)
            .protectedMember("x", new JsonNull())
            .critical("x")
            .sign(es256);
    JwsExpectations understanding =
        JwsExpectations.builder().key(key).understoodCritical("x").build();

    assertEquals(Reason.UNKNOWN_CRITICAL, refusal(compact, trusting(key)));
    assertEquals(PAYLOAD, decode(compact).verify(understanding).payload());
  }

  @Test
  void b64MaySayWhatHoldsAnyway() throws Exception {
    String compact =
        Jws.builder()
            .payload(PAYLOAD)
            .protectedMember("b64", new JsonBoolean(true))
            .critical("b64")
            .sign(es256);

    assertEquals(PAYLOAD, decode(compact).verify(trusting(key)).payload());
  }

  @ParameterizedTest
  @CsvSource({
    "eat+jwt,eat+jwt,true",
    "EAT+jwt,application/eat+jwt,true",
    "application/eat+jwt,eat+JWT,true",
    "JWT,eat+jwt,false",
    ",JWT,false",
    "text/eat+jwt,eat+jwt,false",
  })
  void typIsComparedAsMediaType(String typ, String expected, boolean verifies) throws Exception {
    JwsBuilder builder = Jws.builder().payload(PAYLOAD);
    if (typ != null) {
      builder.typ(typ);
    }
    String compact = builder.sign(es256);
    JwsExpectations expectations = JwsExpectations.builder().key(key).typ(expected).build();

    if (verifies) {
      assertEquals(PAYLOAD, decode(compact).verify(expectations).payload());
    } else {
      assertEquals(Reason.TYPE_MISMATCH, refusal(compact, expectations));
    }
  }

  @Test
  void aKeyInTheHeaderIsNeverUsed() throws Exception {
    String compact =
        Jws.builder()
            .payload(PAYLOAD)
            .protectedMember("jwk", new JsonString("never looked at"))
            .protectedMember("jku", new JsonString("https://example.com"))
            .sign(es256);

    assertEquals(Reason.BAD_SIGNATURE, refusal(compact, trusting(other())));
    assertEquals(PAYLOAD, decode(compact).verify(trusting(key)).payload());
  }

  @Test
  void resolverSeesTheHints() throws Exception {
    String compact = Jws.builder().payload(PAYLOAD).kid("right").sign(es256);
    Map<Bytes, VerificationKey> keys = Map.of(Bytes.ofUtf8("right"), key);
    JwsExpectations expectations =
        JwsExpectations.builder()
            .keys(hints -> hints.keyId().map(keys::get).stream().toList())
            .build();

    assertEquals(PAYLOAD, decode(compact).verify(expectations).payload());
  }

  @Test
  void expectationsNeedKeys() {
    assertThrows(IllegalStateException.class, () -> JwsExpectations.builder().build());
  }
}
