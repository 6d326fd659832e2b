package org.rats4j.core.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.cose.CoseSymmetricKey;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.core.jose.Jwk;

class NimbusKeysTest {
  private static final String ED25519 =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\","
          + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"kid\":\"ed\",\"alg\":\"EdDSA\"}";

  static Stream<JWK> keys() throws Exception {
    JWK p256 =
        new ECKeyGenerator(Curve.P_256)
            .keyID("\u00e9")
            .algorithm(JWSAlgorithm.ES256)
            .keyOperations(Set.of(KeyOperation.SIGN))
            .generate();
    JWK p384 = new ECKeyGenerator(Curve.P_384).generate();
    JWK p521 = new ECKeyGenerator(Curve.P_521).keyUse(KeyUse.SIGNATURE).generate();
    JWK rsa = new RSAKeyGenerator(2048).algorithm(JWSAlgorithm.PS384).keyID("r").generate();
    JWK secret =
        new OctetSequenceKeyGenerator(256)
            .algorithm(JWSAlgorithm.HS256)
            .keyOperations(Set.of(KeyOperation.VERIFY))
            .generate();
    JWK ed25519 = JWK.parse(ED25519);
    return Stream.of(p256, p384, p521, rsa, secret, ed25519)
        .flatMap(key -> Stream.of(Optional.of(key), Optional.ofNullable(key.toPublicJWK())))
        .flatMap(Optional::stream);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void jwkComesBackEqual(JWK key) {
    assertEquals(key, NimbusKeys.toNimbus(NimbusKeys.toJwk(key)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void coseKeyKeepsKeyAndRestrictions(JWK key) throws Exception {
    CoseKey cose = NimbusKeys.toCoseKey(key);

    JWK back = NimbusKeys.toNimbus(cose);

    assertEquals(key.computeThumbprint(), back.computeThumbprint());
    assertEquals(key.getKeyID(), back.getKeyID());
    assertEquals(key.getAlgorithm(), back.getAlgorithm());
    assertEquals(key.getKeyOperations(), back.getKeyOperations());
    assertEquals(key.isPrivate(), back.isPrivate());
    assertEquals(cose.encode(), NimbusKeys.toCoseKey(back).encode());
  }

  @Test
  void operationsOfMacsHaveNumbersOfTheirOwn() throws Exception {
    JWK secret =
        new OctetSequenceKeyGenerator(256)
            .keyOperations(Set.of(KeyOperation.SIGN, KeyOperation.VERIFY))
            .generate();

    CoseKey cose = NimbusKeys.toCoseKey(secret);

    assertEquals(Set.of(Label.of(9), Label.of(10)), Set.copyOf(cose.parameters().operations()));
  }

  @ParameterizedTest
  @CsvSource({
    "sign, 9",
    "verify, 10",
    "encrypt, 3",
    "decrypt, 4",
    "wrapKey, 5",
    "unwrapKey, 6",
    "deriveKey, 7",
    "deriveBits, 8"
  })
  void operationOfASecretHasItsNumber(String name, long number) throws Exception {
    JWK secret =
        new OctetSequenceKeyGenerator(256)
            .keyOperations(KeyOperation.parse(List.of(name)))
            .generate();

    CoseKey cose = NimbusKeys.toCoseKey(secret);

    assertEquals(List.of(Label.of(number)), List.copyOf(cose.parameters().operations()));
    assertEquals(secret, NimbusKeys.toNimbus(cose));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "02", "00", "0b", "6178"})
  void operationThatJoseDoesNotKnowIsRefused(String operation) throws Exception {
    CoseKey cose =
        CoseKey.decode(
            Bytes.ofHex("a30104" + "0481" + operation + "2050" + "00".repeat(16)),
            DecodeOptions.STRICT);

    assertThrows(IllegalArgumentException.class, () -> NimbusKeys.toNimbus(cose));
  }

  @Test
  void operationThatCoseDoesNotKnowIsRefused() throws Exception {
    String json = "{\"kty\":\"oct\",\"k\":\"" + "A".repeat(22) + "\",\"key_ops\":[\"x\"]}";
    Jwk jwk = Jwk.decode(Bytes.ofUtf8(json), DecodeOptions.STRICT);

    assertThrows(IllegalArgumentException.class, () -> KeyConversion.toCoseKey(jwk));
  }

  @Test
  void verificationKeyIsKnownAndBound() throws Exception {
    JWK key = new ECKeyGenerator(Curve.P_256).keyID("k").algorithm(JWSAlgorithm.ES256).generate();

    VerificationKey verifying = NimbusKeys.toVerificationKey(key);

    assertEquals(Optional.of(Bytes.ofUtf8("k")), verifying.keyId());
    assertEquals(OptionalLong.of(Algorithms.ES256), verifying.algorithm());
  }

  @Test
  void keyThatMustNotVerifyIsAMismatch() throws Exception {
    JWK key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).generate();

    VerificationException e =
        assertThrows(VerificationException.class, () -> NimbusKeys.toVerificationKey(key));

    assertEquals(VerificationException.Reason.KEY_MISMATCH, e.reason());
    assertThrows(IllegalArgumentException.class, () -> NimbusKeys.toCoseKey(key));
  }

  @Test
  void otherCurvesAreNotSupported() throws Exception {
    JWK key = JWK.parse(ED25519.replace("Ed25519", "X25519").replace(",\"alg\":\"EdDSA\"", ""));

    assertThrows(IllegalArgumentException.class, () -> NimbusKeys.toJwk(key));
  }

  @Test
  void nimbusHasNoKeysOfMlDsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("ML-DSA-44", BundledProvider.get());
    Jwk key = Jwk.of(generator.generateKeyPair().getPublic());

    assertThrows(IllegalArgumentException.class, () -> NimbusKeys.toNimbus(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A256KW", "RSA-OAEP", "x"})
  void algorithmsWithoutNumberAreRefused(String name) {
    JWK key = new OctetSequenceKey.Builder(new byte[32]).algorithm(new Algorithm(name)).build();

    assertThrows(IllegalArgumentException.class, () -> NimbusKeys.toCoseKey(key));
  }

  @Test
  void coseSaysWhatJoseCannot() throws Exception {
    Bytes kid = Bytes.of(0xff);
    CoseSymmetricKey secret = CoseSymmetricKey.of(Bytes.copyOf(new byte[32]));

    assertThrows(IllegalArgumentException.class, () -> NimbusKeys.toNimbus(secret.withKeyId(kid)));
    assertThrows(
        IllegalArgumentException.class,
        () -> NimbusKeys.toNimbus(secret.withAlgorithm(Algorithms.HMAC_256_64)));
  }
}
