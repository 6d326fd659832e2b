package org.rats4j.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Security;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.test.crypto.KeyInHardware;

class KeyMaterialTest {
  private static KeyPair rsa;

  @BeforeAll
  static void makeKeys() throws Exception {
    rsa = pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
  }

  private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BundledProvider.get());
    if (parameters != null) {
      generator.initialize(parameters);
    }
    return generator.generateKeyPair();
  }

  private static PrivateMaterial material(KeyPair pair) {
    return PrivateMaterial.of(PublicMaterial.of(pair.getPublic()), pair.getPrivate());
  }

  @ParameterizedTest
  @CsvSource({
    "Ed25519, -19, -8, -53",
    "Ed448, -53, -8, -19",
    "ML-DSA-44, -48, -48, -49",
    "ML-DSA-65, -49, -49, -50",
    "ML-DSA-87, -50, -50, -48",
  })
  void pairComesBackAndFitsItsAlgorithms(String name, long one, long other, long wrong)
      throws Exception {
    KeyPair pair = pair(name, null);

    PrivateMaterial material = material(pair);

    assertEquals(pair.getPublic(), material.publicMaterial().toPublicKey());
    assertEquals(pair.getPublic(), PrivateMaterial.publicHalf(material.toPrivateKey()));
    assertTrue(material.publicMaterial().fits(one));
    assertTrue(material.publicMaterial().fits(other));
    assertFalse(material.publicMaterial().fits(wrong));
    assertEquals("private half of " + material.publicMaterial(), material.toString());
  }

  @Test
  void ellipticAndRsaPairsFitTheirAlgorithms() throws Exception {
    PrivateMaterial ec = material(pair("EC", new ECGenParameterSpec("secp384r1")));

    assertTrue(ec.publicMaterial().fits(Algorithms.ES384));
    assertFalse(ec.publicMaterial().fits(Algorithms.ES256));
    assertEquals("private half of " + ec.publicMaterial(), ec.toString());
    assertTrue(PublicMaterial.of(rsa.getPublic()).fits(Algorithms.PS512));
    assertFalse(PublicMaterial.of(rsa.getPublic()).fits(Algorithms.ES512));
  }

  @Test
  void rsaKeyCountsWithoutItsFactors() {
    PrivateMaterial.Rsa whole = (PrivateMaterial.Rsa) material(rsa);
    PrivateMaterial.Rsa bare =
        new PrivateMaterial.Rsa(whole.publicMaterial(), whole.d(), Optional.empty());

    RSAPrivateKey key = (RSAPrivateKey) bare.toPrivateKey();

    assertEquals(rsa.getPrivate(), whole.toPrivateKey());
    assertEquals(whole.d(), key.getPrivateExponent());
    assertEquals(whole.publicMaterial().n(), key.getModulus());
    assertEquals("private half of " + whole.publicMaterial(), whole.toString());
    assertEquals("Crt", whole.crt().orElseThrow().toString());
  }

  @Test
  void refusesFactorsOfAnotherModulus() {
    PrivateMaterial.Rsa whole = (PrivateMaterial.Rsa) material(rsa);
    PrivateMaterial.Crt crt = whole.crt().orElseThrow();
    BigInteger huge = BigInteger.TWO.pow(5000);

    for (BigInteger q : new BigInteger[] {crt.q().add(BigInteger.TWO), BigInteger.ONE, huge}) {
      Optional<PrivateMaterial.Crt> wrong =
          Optional.of(new PrivateMaterial.Crt(crt.p(), q, crt.dp(), crt.dq(), crt.qi()));
      assertThrows(
          IllegalArgumentException.class,
          () -> new PrivateMaterial.Rsa(whole.publicMaterial(), whole.d(), wrong));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "n", "n+1"})
  void refusesAnExponentOutsideOfTheModulus(String exponent) {
    PrivateMaterial.Rsa whole = (PrivateMaterial.Rsa) material(rsa);
    BigInteger n = whole.publicMaterial().n();
    BigInteger d =
        switch (exponent) {
          case "n" -> n;
          case "n+1" -> n.add(BigInteger.ONE);
          default -> new BigInteger(exponent);
        };

    assertThrows(
        IllegalArgumentException.class,
        () -> new PrivateMaterial.Rsa(whole.publicMaterial(), d, whole.crt()));
  }

  @ParameterizedTest
  @EnumSource
  void edwardsKeysHaveTheirSize(EdwardsCurve curve) throws Exception {
    PrivateMaterial.Okp key = (PrivateMaterial.Okp) material(pair(curve.label(), null));
    Bytes shortSeed = key.d().slice(0, key.d().size() - 1);

    assertSize("d", () -> new PrivateMaterial.Okp(key.publicMaterial(), shortSeed));
    assertSize(
        "x", () -> new PublicMaterial.Okp(curve, key.publicMaterial().x().concat(Bytes.of(0))));
  }

  @ParameterizedTest
  @EnumSource
  void mlDsaKeysHaveTheirSize(MlDsa set) throws Exception {
    PrivateMaterial.Akp key = (PrivateMaterial.Akp) material(pair(set.label(), null));
    Bytes longSeed = key.priv().concat(Bytes.of(0));
    Bytes pub = key.publicMaterial().pub();

    assertSize("priv", () -> new PrivateMaterial.Akp(key.publicMaterial(), longSeed));
    assertSize("pub", () -> new PublicMaterial.Akp(set, pub.slice(0, pub.size() - 1)));
  }

  private static void assertSize(String name, Runnable making) {
    String message = assertThrows(IllegalArgumentException.class, making::run).getMessage();
    assertTrue(message.startsWith(name + " has "), message);
  }

  @Test
  void refusesWeakRsaKeys() {
    BigInteger e = BigInteger.valueOf(65537);
    BigInteger small = BigInteger.TWO.pow(1024).subtract(BigInteger.ONE);
    BigInteger n = BigInteger.TWO.pow(2048).subtract(BigInteger.ONE);

    assertThrows(IllegalArgumentException.class, () -> new PublicMaterial.Rsa(small, e));
    assertThrows(IllegalArgumentException.class, () -> new PublicMaterial.Rsa(n, BigInteger.ONE));
  }

  @Test
  void refusesCurvesAndKindsThatSignNothingHere() throws Exception {
    KeyPair bitcoin = pair("EC", new ECGenParameterSpec("secp256k1"));
    KeyPair agreement = pair("X25519", null);
    KeyPair p256 = pair("EC", new ECGenParameterSpec("secp256r1"));
    PublicMaterial other = PublicMaterial.of(rsa.getPublic());

    for (KeyPair pair : new KeyPair[] {bitcoin, agreement}) {
      assertThrows(IllegalArgumentException.class, () -> PublicMaterial.of(pair.getPublic()));
      assertThrows(
          IllegalArgumentException.class, () -> PrivateMaterial.publicHalf(pair.getPrivate()));
    }
    assertThrows(
        IllegalArgumentException.class, () -> PrivateMaterial.of(other, p256.getPrivate()));
  }

  @Test
  void refusesKeysThatStayWhereTheyAre() {
    PublicMaterial other = PublicMaterial.of(rsa.getPublic());
    KeyInHardware hidden = new KeyInHardware("EC");

    for (Runnable use :
        new Runnable[] {
          () -> PublicMaterial.of((PublicKey) hidden),
          () -> PrivateMaterial.of(other, hidden),
          () -> PrivateMaterial.publicHalf(hidden)
        }) {
      assertEquals(
          "key has no encoding",
          assertThrows(IllegalArgumentException.class, use::run).getMessage());
    }
  }

  @Test
  void knowsTheProviderOfItsKeys() {
    assertTrue(BundledKeys.areOf(BundledProvider.get()));
    assertFalse(BundledKeys.areOf(Security.getProvider("SunEC")));
  }
}
