package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.core.internal.Curve;

class VerificationKeyTest {
  private static final List<Bytes> MESSAGE = List.of(Bytes.ofUtf8("message"));

  private static Reason reasonOf(VerificationKey key, long algorithm, Bytes signature) {
    return assertThrows(
            VerificationException.class, () -> key.verify(algorithm, MESSAGE, signature))
        .reason();
  }

  private static Bytes sign(KeyKind kind, long algorithm) throws Exception {
    return Bytes.copyOf(Signers.of(TestKeys.ofBundled(kind).getPrivate(), algorithm).sign(MESSAGE));
  }

  private static VerificationKey key(KeyKind kind) {
    return VerificationKey.of(TestKeys.ofBundled(kind).getPublic());
  }

  @Test
  void verifiesTheMessageWhereverItIsCut() throws Exception {
    Bytes signature = sign(KeyKind.P256, Algorithms.ES256);
    Bytes message = MESSAGE.get(0);

    for (int i = 0; i <= message.size(); i++) {
      List<Bytes> parts = List.of(message.slice(0, i), message.slice(i, message.size() - i));
      assertDoesNotThrow(() -> key(KeyKind.P256).verify(Algorithms.ES256, parts, signature));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "P256, -7 -9",
    "P384, -35 -51",
    "P521, -36 -52",
    "ED25519, -8 -19",
    "ED448, -8 -53",
    "RSA, -37 -38 -39 -257 -258 -259",
    "RSA_PSS, -37 -38 -39",
    "RSA_PSS_SHA256, -37",
    "RSA_PSS_SHA384, -38",
    "RSA_PSS_SHA512, -39",
    "ML_DSA_44, -48",
    "ML_DSA_65, -49",
    "ML_DSA_87, -50",
  })
  void fitsTheAlgorithmsOfItsKindAndCurveOnly(KeyKind kind, String fitting) {
    VerificationKey key = key(kind);

    StringBuilder found = new StringBuilder();
    for (long algorithm = 100; algorithm > -300; algorithm--) {
      if (key.fits(algorithm)) {
        found.append(algorithm).append(' ');
      }
    }

    assertEquals(fitting, found.toString().strip());
  }

  @Test
  void fitsOneAlgorithmWhenBoundToIt() throws Exception {
    VerificationKey key = key(KeyKind.P256).withAlgorithm(Algorithms.ESP256);

    assertEquals(OptionalLong.of(Algorithms.ESP256), key.algorithm());
    assertTrue(key.fits(Algorithms.ESP256));
    assertFalse(key.fits(Algorithms.ES256));
    Bytes signature = sign(KeyKind.P256, Algorithms.ES256);
    assertEquals(Reason.KEY_MISMATCH, reasonOf(key, Algorithms.ES256, signature));
    assertDoesNotThrow(() -> key.verify(Algorithms.ESP256, MESSAGE, signature));
  }

  @Test
  void cannotBeBoundToAnAlgorithmOfAnotherKind() {
    VerificationKey key = key(KeyKind.P256);

    assertThrows(IllegalArgumentException.class, () -> key.withAlgorithm(Algorithms.ES384));
  }

  @Test
  void keepsItsNameAndKey() {
    PublicKey publicKey = TestKeys.ofBundled(KeyKind.P256).getPublic();
    VerificationKey key = VerificationKey.of(publicKey).withKeyId(Bytes.of(1, 2));

    assertEquals(Optional.of(Bytes.of(1, 2)), key.keyId());
    assertEquals(Optional.of(publicKey), key.publicKey());
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000000000000000000000000000000000000000000000000000",
    "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
    "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632552",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  })
  void refusesHalvesOutsideOneToTheOrder(String half) throws Exception {
    Bytes signature = sign(KeyKind.P256, Algorithms.ES256);

    for (VerificationKey key :
        List.of(
            key(KeyKind.P256),
            VerificationKey.of(
                TestKeys.ofBundled(KeyKind.P256).getPublic(), Security.getProvider("SunEC")))) {
      assertEquals(
          Reason.BAD_SIGNATURE,
          reasonOf(key, Algorithms.ES256, Bytes.ofHex(half).concat(signature.slice(32, 32))));
      assertEquals(
          Reason.BAD_SIGNATURE,
          reasonOf(key, Algorithms.ES256, signature.slice(0, 32).concat(Bytes.ofHex(half))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesASignatureOfAnotherLength(KeyKind kind) throws Exception {
    long algorithm = Algorithms.DEFAULT.stream().filter(kind::fits).findFirst().orElseThrow();
    Bytes signature = sign(kind, algorithm);

    for (Bytes wrong :
        List.of(
            Bytes.EMPTY,
            signature.slice(0, signature.size() - 1),
            signature.slice(0, signature.size() / 2),
            signature.concat(Bytes.of(0)),
            Bytes.of(0).concat(signature),
            signature.concat(signature))) {
      assertEquals(Reason.BAD_SIGNATURE, reasonOf(key(kind), algorithm, wrong));
    }
  }

  @Test
  void refusesDerWhereRawIsDue() throws Exception {
    Bytes der = EcdsaSignature.toDer(sign(KeyKind.P256, Algorithms.ES256));

    assertEquals(Reason.BAD_SIGNATURE, reasonOf(key(KeyKind.P256), Algorithms.ES256, der));
  }

  @ParameterizedTest
  @CsvSource({
    "ED25519, 32, -19, 1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed",
    "ED448, 57, -53, 3fffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        + "7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3",
  })
  void refusesTheSecondFormOfAnEddsaSignature(
      KeyKind kind, int half, long algorithm, String orderHex) throws Exception {
    Bytes signature = sign(kind, algorithm);
    BigInteger s = new BigInteger(1, reversed(signature.slice(half, half)));
    byte[] moved = s.add(new BigInteger(orderHex, 16)).toByteArray();
    byte[] padded = new byte[half];
    System.arraycopy(moved, 0, padded, half - moved.length, moved.length);

    Bytes second = signature.slice(0, half).concat(Bytes.copyOf(reversed(Bytes.copyOf(padded))));

    assertEquals(Reason.BAD_SIGNATURE, reasonOf(key(kind), algorithm, second));
    Signature bare = Signature.getInstance(kind.name(), BundledProvider.get());
    bare.initVerify(TestKeys.ofBundled(kind).getPublic());
    MESSAGE.get(0).update(bare);
    assertFalse(bare.verify(second.toByteArray()), "the provider by itself");
  }

  private static byte[] reversed(Bytes bytes) {
    byte[] result = new byte[bytes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) bytes.at(result.length - 1 - i);
    }
    return result;
  }

  @Test
  void refusesAnRsaSignatureAboveTheModulus() {
    Bytes signature = Bytes.ofHex("ff".repeat(256));

    assertEquals(Reason.BAD_SIGNATURE, reasonOf(key(KeyKind.RSA), Algorithms.PS256, signature));
    assertEquals(Reason.BAD_SIGNATURE, reasonOf(key(KeyKind.RSA), Algorithms.RS256, signature));
  }

  @ParameterizedTest
  @CsvSource({"SHA256, -257", "SHA384, -258", "SHA512, -259"})
  void verifiesPkcs1WhenAsked(String hash, long algorithm) throws Exception {
    KeyPair pair = TestKeys.ofJdk(KeyKind.RSA);
    Signature signer = Signature.getInstance(hash + "withRSA");
    signer.initSign(pair.getPrivate());
    MESSAGE.get(0).update(signer);
    Bytes signature = Bytes.copyOf(signer.sign());

    VerificationKey key = VerificationKey.of(pair.getPublic());

    assertDoesNotThrow(() -> key.verify(algorithm, MESSAGE, signature));
    assertEquals(Reason.BAD_SIGNATURE, reasonOf(key, Algorithms.PS256, signature));
  }

  @Test
  void refusesAPointOffItsCurve() throws Exception {
    ECPublicKey good = (ECPublicKey) TestKeys.ofJdk(KeyKind.P256).getPublic();
    ECPoint off =
        new ECPoint(good.getW().getAffineX(), good.getW().getAffineY().add(BigInteger.ONE));
    PublicKey bad =
        KeyFactory.getInstance("EC", "SunEC")
            .generatePublic(new ECPublicKeySpec(off, good.getParams()));

    assertThrows(IllegalArgumentException.class, () -> VerificationKey.of(bad));
    assertThrows(
        IllegalArgumentException.class,
        () -> VerificationKey.of(bad, Security.getProvider("SunEC")));
  }

  @Test
  void refusesACurveWithAnotherBasePoint() throws Exception {
    ECParameterSpec known = Curve.P256.spec();
    ECPublicKey key = (ECPublicKey) TestKeys.ofJdk(KeyKind.P256).getPublic();
    ECParameterSpec forged =
        new ECParameterSpec(
            new EllipticCurve(
                known.getCurve().getField(), known.getCurve().getA(), known.getCurve().getB()),
            key.getW(),
            known.getOrder(),
            known.getCofactor());
    PublicKey bad =
        KeyFactory.getInstance("EC", BundledProvider.get())
            .generatePublic(new ECPublicKeySpec(key.getW(), forged));

    assertThrows(IllegalArgumentException.class, () -> VerificationKey.of(bad));
  }

  @Test
  void refusesACurveThatIsNotListed() throws Exception {
    PublicKey key = TestKeys.ec("secp256k1", BundledProvider.get()).getPublic();

    assertThrows(IllegalArgumentException.class, () -> VerificationKey.of(key));
  }

  @ParameterizedTest
  @CsvSource({
    "2048, 1",
    "2048, 2",
    "2048, 65536",
    "2048, -3",
    "1024, 65537",
    "2047, 65537",
    "8193, 65537",
  })
  void refusesAWeakOrEndlessRsaKey(int bits, BigInteger exponent) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);

    assertThrows(
        IllegalArgumentException.class,
        () -> VerificationKey.of(new PlainRsaKey(modulus, exponent)));
  }

  @Test
  void takesAnRsaKeyThatIsLongEnough() {
    BigInteger modulus = BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.ONE);

    assertTrue(
        VerificationKey.of(new PlainRsaKey(modulus, BigInteger.valueOf(3))).fits(Algorithms.PS256));
  }

  private record PlainRsaKey(BigInteger getModulus, BigInteger getPublicExponent)
      implements RSAPublicKey {
    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public String getFormat() {
      return null;
    }

    @Override
    public byte[] getEncoded() {
      return null;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3000", // SHA-1 by default
    "300da00b300906052b0e03021a0500", // SHA-1
    "3003020101",
    "3004a0020500",
    "3005a303020102",
    "0500",
    "040101",
  })
  void refusesAPssKeyWithOtherParameters(String parameters) throws Exception {
    byte[] rsa = TestKeys.ofJdk(KeyKind.RSA).getPublic().getEncoded();
    SubjectPublicKeyInfo info =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                ASN1Primitive.fromByteArray(Bytes.ofHex(parameters).toByteArray())),
            SubjectPublicKeyInfo.getInstance(rsa).parsePublicKey());
    PublicKey key = BouncyCastleProvider.getPublicKey(info);

    assertThrows(IllegalArgumentException.class, () -> VerificationKey.of(key));
  }

  @Test
  void namesProviderAndAlgorithmIfTheProviderDoesNotHaveIt() throws Exception {
    VerificationKey key =
        VerificationKey.of(
            TestKeys.ofJdk(KeyKind.P256).getPublic(), Security.getProvider("SunRsaSign"));
    Bytes signature = Bytes.ofHex("01".repeat(64));

    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> key.verify(Algorithms.ES256, MESSAGE, signature));

    assertEquals("provider SunRsaSign does not have ES256", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"4, 8", "5, 32", "6, 48", "7, 64"})
  void verifiesMacs(long algorithm, int bytes) throws Exception {
    SecretKeySpec secret = new SecretKeySpec(new byte[] {1, 2, 3}, "HMAC");
    Bytes mac = Bytes.copyOf(Signers.ofMac(secret, algorithm).sign(MESSAGE));
    VerificationKey key = VerificationKey.ofMac(secret);

    assertEquals(bytes, mac.size());
    assertDoesNotThrow(() -> key.verify(algorithm, MESSAGE, mac));
    assertDoesNotThrow(
        () ->
            VerificationKey.ofMac(secret, Security.getProvider("SunJCE"))
                .verify(algorithm, MESSAGE, mac));
    for (Bytes wrong :
        List.of(Bytes.EMPTY, mac.slice(0, mac.size() - 1), mac.concat(Bytes.of(0)))) {
      assertEquals(Reason.BAD_SIGNATURE, reasonOf(key, algorithm, wrong));
    }
    byte[] flipped = mac.toByteArray();
    flipped[0] ^= 1;
    assertEquals(Reason.BAD_SIGNATURE, reasonOf(key, algorithm, Bytes.copyOf(flipped)));
  }

  @Test
  void keepsMacsAndSignaturesApart() {
    VerificationKey mac = VerificationKey.ofMac(new SecretKeySpec(new byte[32], "HMAC"));
    Bytes any = Bytes.ofHex("01".repeat(64));

    assertEquals(Reason.KEY_MISMATCH, reasonOf(mac, Algorithms.ES256, any));
    assertEquals(Reason.KEY_MISMATCH, reasonOf(key(KeyKind.P256), Algorithms.HMAC_512, any));
    assertEquals(Optional.empty(), mac.publicKey());
  }

  @Test
  void leavesASecretKeyThatHandsOutItsOwnArray() {
    byte[] secret = {1, 2, 3, 4};
    SecretKey key =
        new SecretKey() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getAlgorithm() {
            return "HmacSHA256";
          }

          @Override
          public String getFormat() {
            return "RAW";
          }

          @Override
          public byte[] getEncoded() {
            return secret;
          }
        };

    VerificationKey.ofMac(key);

    assertArrayEquals(new byte[] {1, 2, 3, 4}, secret);
  }
}
