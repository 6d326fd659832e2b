package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pqc.jcajce.spec.LMSHSSKeyGenParameterSpec;
import org.bouncycastle.pqc.jcajce.spec.LMSKeyGenParameterSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.der.Der;

/** Keys and parameters that whoever sends evidence may choose. */
class StrangeKeysTest {
  private static final Provider BC = new BouncyCastleProvider();
  private static final Oid HSS = Oid.of("1.2.840.113549.1.9.16.3.17");
  private static final Oid RSA = Oid.of("1.2.840.113549.1.1.1");
  private static final Oid RSA_SHA_256 = Oid.of("1.2.840.113549.1.1.11");
  private static final Oid PSS = Oid.of("1.2.840.113549.1.1.10");
  private static final Oid MGF1 = Oid.of("1.2.840.113549.1.1.8");
  private static final Oid SHA_256 = Oid.of("2.16.840.1.101.3.4.2.1");
  private static final Oid SHA_384 = Oid.of("2.16.840.1.101.3.4.2.2");

  private static KeyPair rsa;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", BC);
    generator.initialize(2048);
    rsa = generator.generateKeyPair();
  }

  private static PublicKeyInfo key(Bytes algorithm, Bytes bits) throws Exception {
    return PublicKeyInfo.decode(Der.sequence(algorithm, Der.bits(bits)));
  }

  private static PublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) throws Exception {
    return key(
        Der.sequence(Der.oid(RSA), Der.nothing()),
        Der.sequence(Der.integer(modulus), Der.integer(exponent)));
  }

  /** Signs by a key that the verifier trusts, whatever it is. */
  private static void verify(
      PublicKeyInfo key, AlgorithmIdentifier algorithm, EvidenceSigner.Signing signing)
      throws Exception {
    UnverifiedEvidence evidence =
        TestPki.evidence(key)
            .signer(EvidenceSigner.of(SignerIdentifier.ofPublicKey(key), key, algorithm, signing))
            .sign();
    evidence.verify(EvidenceExpectations.builder().key(key).build());
  }

  private static String refusal(
      PublicKeyInfo key, AlgorithmIdentifier algorithm, EvidenceSigner.Signing signing) {
    return assertThrows(VerificationException.class, () -> verify(key, algorithm, signing)).code();
  }

  private static EvidenceSigner.Signing with(KeyPair pair, String algorithm) {
    return tbs -> {
      Signature signature = Signature.getInstance(algorithm, BC);
      signature.initSign(pair.getPrivate());
      signature.update(tbs.toByteArray());
      return Bytes.copyOf(signature.sign());
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void takesHashBasedSignaturesOfOneOrSeveralLevels(int levels) throws Exception {
    LMSKeyGenParameterSpec level =
        LMSKeyGenParameterSpec.fromNames("lms-sha256-n32-h5", "sha256-n32-w4");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("LMS", BC);
    generator.initialize(
        new LMSHSSKeyGenParameterSpec(
            java.util.Collections.nCopies(levels, level).toArray(LMSKeyGenParameterSpec[]::new)));
    KeyPair pair = generator.generateKeyPair();
    PublicKeyInfo key = PublicKeyInfo.of(pair.getPublic());

    assertDoesNotThrow(() -> verify(key, AlgorithmIdentifier.of(HSS), with(pair, "LMS")));
    assertEquals(
        PkixCodes.SIGNATURE_INVALID,
        refusal(key, AlgorithmIdentifier.of(HSS), tbs -> with(pair, "LMS").sign(Bytes.EMPTY)));
  }

  /** The provider makes an array of as many levels as the key says. */
  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 1 << 28, 9, 0, -1})
  void refusesAKeyOfMoreLevelsThanThereAre(int levels) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("LMS", BC);
    byte[] one = generator.generateKeyPair().getPublic().getEncoded();
    Bytes bits = Bytes.copyOf(one).slice(one.length - 60, 60);
    byte[] more = bits.toByteArray();
    ByteBuffer.wrap(more).putInt(0, levels);
    byte[] signature = new byte[100];
    ByteBuffer.wrap(signature).putInt(0, levels - 1);
    PublicKeyInfo bare = key(Der.sequence(Der.oid(HSS)), Bytes.copyOf(more));
    PublicKeyInfo wrapped = key(Der.sequence(Der.oid(HSS)), Der.octets(Bytes.copyOf(more)));

    for (PublicKeyInfo key : List.of(bare, wrapped)) {
      assertEquals(
          PkixCodes.ALGORITHM_REFUSED,
          refusal(key, AlgorithmIdentifier.of(HSS), tbs -> Bytes.copyOf(signature)));
    }
  }

  @ParameterizedTest
  @CsvSource({"2047, 17", "8193, 17", "2048, 257", "16384, 16383"})
  void refusesRsaThatIsTooSmallOrKeepsAProviderBusy(int modulusBits, int exponentBits)
      throws Exception {
    BigInteger modulus = BigInteger.ONE.shiftLeft(modulusBits - 1).setBit(0);
    BigInteger exponent = BigInteger.ONE.shiftLeft(exponentBits - 1).setBit(0);

    assertEquals(
        PkixCodes.ALGORITHM_REFUSED,
        refusal(
            rsa(modulus, exponent),
            AlgorithmIdentifier.of(RSA_SHA_256, Der.nothing()),
            tbs -> Bytes.copyOf(new byte[(modulusBits + 7) / 8])));
  }

  @Test
  void refusesRsaThatProvesNothing() throws Exception {
    BigInteger modulus = ((RSAPublicKey) rsa.getPublic()).getModulus();
    AlgorithmIdentifier algorithm = AlgorithmIdentifier.of(RSA_SHA_256, Der.nothing());

    for (int exponent : List.of(1, 0, -3, 4)) {
      assertEquals(
          PkixCodes.ALGORITHM_REFUSED,
          refusal(
              rsa(modulus, BigInteger.valueOf(exponent)),
              algorithm,
              tbs -> Bytes.copyOf(new byte[256])));
    }
    assertEquals(
        PkixCodes.ALGORITHM_REFUSED,
        refusal(
            rsa(modulus.negate(), BigInteger.valueOf(65537)),
            algorithm,
            tbs -> Bytes.copyOf(new byte[256])));
    assertEquals(
        PkixCodes.ALGORITHM_REFUSED,
        refusal(
            key(Der.sequence(Der.oid(RSA), Der.nothing()), Bytes.ofUtf8("no key")),
            algorithm,
            tbs -> Bytes.copyOf(new byte[256])));
  }

  private static Bytes hash(Oid name) {
    return Der.context(0, List.of(Der.sequence(Der.oid(name))));
  }

  private static Bytes mask(Oid hash) {
    return Der.context(1, List.of(Der.sequence(Der.oid(MGF1), Der.sequence(Der.oid(hash)))));
  }

  private static Bytes salt(int bytes) {
    return Der.context(2, List.of(Der.integer(bytes)));
  }

  private static AlgorithmIdentifier pss(Bytes... fields) {
    return AlgorithmIdentifier.of(PSS, Der.sequence(fields));
  }

  private static EvidenceSigner.Signing pss() {
    return tbs ->
        Bytes.copyOf(Signers.of(rsa.getPrivate(), Algorithms.PS256).sign(tbs.toByteArray()));
  }

  @Test
  void takesParametersOfPssInOneOrderOnly() throws Exception {
    PublicKeyInfo key = PublicKeyInfo.of(rsa.getPublic());
    Bytes hash = hash(SHA_256);
    Bytes mask = mask(SHA_256);

    assertDoesNotThrow(() -> verify(key, pss(hash, mask, salt(32)), pss()));
    for (AlgorithmIdentifier wrong :
        List.of(
            pss(mask, hash, salt(32)),
            pss(hash, mask, salt(20), salt(32)),
            pss(hash(SHA_384), hash, mask, salt(32)))) {
      assertEquals(PkixCodes.ALGORITHM_REFUSED, refusal(key, wrong, pss()));
    }
  }

  @Test
  void keepsToTheParametersOfAKeyOfPss() throws Exception {
    RSAPublicKey numbers = (RSAPublicKey) rsa.getPublic();
    Bytes bits =
        Der.sequence(Der.integer(numbers.getModulus()), Der.integer(numbers.getPublicExponent()));
    Bytes parameters = Der.sequence(hash(SHA_256), mask(SHA_256), salt(32));
    Bytes others = Der.sequence(hash(SHA_384), mask(SHA_384), salt(32));
    Bytes longer = Der.sequence(hash(SHA_256), mask(SHA_256), salt(64));
    AlgorithmIdentifier used = AlgorithmIdentifier.of(PSS, parameters);

    PublicKeyInfo same = key(Der.sequence(Der.oid(PSS), parameters), bits);
    PublicKeyInfo any = key(Der.sequence(Der.oid(PSS)), bits);
    assertDoesNotThrow(() -> verify(same, used, pss()));
    assertDoesNotThrow(() -> verify(any, used, pss()));
    for (Bytes wrong : List.of(others, longer, Der.sequence())) {
      PublicKeyInfo bound = key(Der.sequence(Der.oid(PSS), wrong), bits);
      assertEquals(PkixCodes.ALGORITHM_REFUSED, refusal(bound, used, pss()));
    }
  }

  /** Explicit parameters of a curve are numbers that a stranger chose. */
  @Test
  void looksAtTheCurveBeforeAnybodyCountsOnIt() throws Exception {
    Bytes explicit =
        Der.sequence(
            Der.integer(1),
            Der.sequence(
                Der.oid(Oid.of("1.2.840.10045.1.1")),
                Der.integer(BigInteger.ONE.shiftLeft(30_000).setBit(0))));
    PublicKeyInfo key =
        key(
            Der.sequence(Der.oid(Oid.of("1.2.840.10045.2.1")), explicit),
            Bytes.copyOf(new byte[65]));

    assertEquals(
        PkixCodes.ALGORITHM_REFUSED,
        refusal(
            key,
            AlgorithmIdentifier.of(Oid.of("1.2.840.10045.4.3.2")),
            tbs -> Bytes.copyOf(new byte[70])));
  }
}
