package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.SignatureException;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.test.crypto.KeyInHardware;

class SignersTest {
  private static final byte[] MESSAGE = {1, 2, 3};

  @ParameterizedTest
  @CsvSource({
    "P256, -35",
    "P256, -8",
    "P384, -7",
    "ED25519, -53",
    "ED448, -19",
    "RSA, -7",
    "P256, 5",
    "P256, 0",
    "P256, -47",
    "ML_DSA_44, -49",
  })
  void refusesAKeyThatDoesNotFit(KeyKind kind, long algorithm) {
    PrivateKey key = TestKeys.ofBundled(kind).getPrivate();

    assertThrows(IllegalArgumentException.class, () -> Signers.of(key, algorithm));
  }

  @ParameterizedTest
  @ValueSource(longs = {Algorithms.RS256, Algorithms.RS384, Algorithms.RS512, -65535})
  void refusesToSignWithPkcs1(long algorithm) {
    PrivateKey key = TestKeys.ofBundled(KeyKind.RSA).getPrivate();

    assertThrows(IllegalArgumentException.class, () -> Signers.of(key, algorithm));
  }

  @Test
  void refusesAWeakKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    PrivateKey weak = generator.generateKeyPair().getPrivate();

    assertThrows(IllegalArgumentException.class, () -> Signers.of(weak, Algorithms.PS256));
    assertThrows(
        IllegalArgumentException.class,
        () -> Signers.of(weak, Algorithms.PS256, BundledProvider.get()));
  }

  @Test
  void signsPartsLikeTheWhole() throws Exception {
    Signer signer =
        Signers.of(TestKeys.ofBundled(KeyKind.ED25519).getPrivate(), Algorithms.ED25519);

    assertEquals(Algorithms.ED25519, signer.algorithm());
    assertArrayEquals(
        signer.sign(MESSAGE), signer.sign(List.of(Bytes.of(1), Bytes.EMPTY, Bytes.of(2, 3))));
  }

  @Test
  void signsWithAKeyThatLeavesItsProviderOnlyThroughTheProvider() throws Exception {
    KeyPair pair = TestKeys.ofJdk(KeyKind.P256);
    Provider hardware = new HardwareProvider();
    Security.addProvider(hardware);
    try {
      PrivateKey key = new HardwareKey((ECPrivateKey) pair.getPrivate());

      byte[] signature = Signers.of(key, Algorithms.ES256).sign(MESSAGE);

      assertVerifies(pair, signature);
    } finally {
      Security.removeProvider(hardware.getName());
    }
  }

  @Test
  void signsWithAProviderThatHasOnlyDer() throws Exception {
    KeyPair pair = TestKeys.ofJdk(KeyKind.P256);
    PrivateKey key = new HardwareKey((ECPrivateKey) pair.getPrivate());
    Signer signer = Signers.of(key, Algorithms.ES256, new HardwareProvider());

    assertVerifies(pair, signer.sign(MESSAGE));
    assertVerifies(pair, signer.sign(MESSAGE));
  }

  @Test
  void verifiesWithAProviderThatHasOnlyDer() throws Exception {
    KeyPair pair = TestKeys.ofJdk(KeyKind.P256);
    Bytes signature = Bytes.copyOf(Signers.of(pair.getPrivate(), Algorithms.ES256).sign(MESSAGE));
    VerificationKey key = VerificationKey.of(pair.getPublic(), new HardwareProvider());

    assertDoesNotThrow(
        () -> key.verify(Algorithms.ES256, List.of(Bytes.copyOf(MESSAGE)), signature));
  }

  private static void assertVerifies(KeyPair pair, byte[] signature) {
    VerificationKey key = VerificationKey.of(pair.getPublic());
    assertDoesNotThrow(
        () ->
            key.verify(Algorithms.ES256, List.of(Bytes.copyOf(MESSAGE)), Bytes.copyOf(signature)));
  }

  @Test
  void answersInvalidKeyIfNobodyCanUseTheKey() {
    PrivateKey key = new HardwareKey((ECPrivateKey) TestKeys.ofJdk(KeyKind.P256).getPrivate());
    Signer signer = Signers.of(key, Algorithms.ES256);

    assertThrows(InvalidKeyException.class, () -> signer.sign(MESSAGE));
  }

  @Test
  void noticesAHiddenKeyOfAnotherCurve() {
    PrivateKey inside = TestKeys.ofJdk(KeyKind.P384).getPrivate();
    Provider hardware = new HardwareProvider();
    Signer signer = Signers.of(new HiddenKey((ECPrivateKey) inside), Algorithms.ES256, hardware);

    assertThrows(SignatureException.class, () -> signer.sign(MESSAGE));
  }

  @Test
  void refusesAHiddenKeyOfAnotherFamily() {
    PrivateKey inside = TestKeys.ofJdk(KeyKind.P384).getPrivate();

    assertThrows(
        IllegalArgumentException.class,
        () -> Signers.of(new HiddenKey((ECPrivateKey) inside), Algorithms.PS256));
  }

  @Test
  void joinsThePartsForAKeyThatTakesOnlyTheWhole() throws Exception {
    Signer echo =
        new Signer() {
          @Override
          public long algorithm() {
            return Algorithms.ES256;
          }

          @Override
          public byte[] sign(byte[] toBeSigned) {
            return toBeSigned;
          }
        };

    assertArrayEquals(MESSAGE, echo.sign(List.of(Bytes.of(1), Bytes.EMPTY, Bytes.of(2, 3))));
  }

  @Test
  void makesTheMacOfPartsLikeThatOfTheWhole() throws Exception {
    SecretKey key = new SecretKeySpec(new byte[32], "HMAC");
    Signer signer = Signers.ofMac(key, Algorithms.HMAC_256, BundledProvider.get());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    byte[] expected = mac.doFinal(MESSAGE);

    assertEquals(Algorithms.HMAC_256, signer.algorithm());
    assertArrayEquals(expected, signer.sign(MESSAGE));
    assertArrayEquals(expected, signer.sign(List.of(Bytes.of(1), Bytes.EMPTY, Bytes.of(2, 3))));
    assertArrayEquals(
        Arrays.copyOf(expected, 8), Signers.ofMac(key, Algorithms.HMAC_256_64).sign(MESSAGE));
  }

  @Test
  void saysWhichProviderMakesNoMacs() {
    SecretKey key = new SecretKeySpec(new byte[32], "HMAC");
    Signer signer = Signers.ofMac(key, Algorithms.HMAC_384, new HardwareProvider());

    IllegalStateException e = assertThrows(IllegalStateException.class, () -> signer.sign(MESSAGE));

    assertEquals("Hardware does not have HMAC 384/384", e.getMessage());
  }

  @Test
  void leavesASecretThatItDoesNotSeeToItsOwner() {
    SecretKey hidden = secret(null);

    assertThrows(
        InvalidKeyException.class, () -> Signers.ofMac(hidden, Algorithms.HMAC_256).sign(MESSAGE));
  }

  @Test
  void makesNoMacWithASignatureAlgorithm() {
    SecretKey key = new SecretKeySpec(MESSAGE, "HMAC");

    assertThrows(IllegalArgumentException.class, () -> Signers.ofMac(key, Algorithms.ES256));
  }

  @Test
  void refusesAnEmptyMacKey() {
    SecretKey key = secret(new byte[0]);

    assertThrows(IllegalArgumentException.class, () -> Signers.ofMac(key, Algorithms.HMAC_256));
    assertThrows(IllegalArgumentException.class, () -> VerificationKey.ofMac(key));
  }

  private static SecretKey secret(byte[] encoded) {
    return new SecretKey() {
      private static final long serialVersionUID = 1L;

      @Override
      public String getAlgorithm() {
        return "HMAC";
      }

      @Override
      public String getFormat() {
        return "RAW";
      }

      @Override
      public byte[] getEncoded() {
        return encoded;
      }
    };
  }

  /** A key that tells its curve and nothing else. */
  private static class HardwareKey extends HiddenKey implements ECKey {
    private static final long serialVersionUID = 1L;

    HardwareKey(ECPrivateKey inside) {
      super(inside);
    }

    @Override
    public ECParameterSpec getParams() {
      return inside.getParams();
    }
  }

  /** A key that tells nothing. */
  private static class HiddenKey extends KeyInHardware {
    private static final long serialVersionUID = 1L;
    final transient ECPrivateKey inside;

    HiddenKey(ECPrivateKey inside) {
      super("EC");
      this.inside = inside;
    }
  }

  /** Signs with the keys above, in DER alone. */
  private static final class HardwareProvider extends Provider {
    private static final long serialVersionUID = 1L;

    HardwareProvider() {
      super("Hardware", "1", "for tests");
      putService(
          new Service(
              this, "Signature", "SHA256withECDSA", HardwareSignature.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
              return new HardwareSignature();
            }

            @Override
            public boolean supportsParameter(Object parameter) {
              return true;
            }
          });
    }
  }

  private static final class HardwareSignature extends java.security.SignatureSpi {
    private final java.security.Signature inside;

    HardwareSignature() throws NoSuchAlgorithmException {
      inside =
          java.security.Signature.getInstance("SHA256withECDSA", Security.getProvider("SunEC"));
    }

    @Override
    protected void engineInitVerify(java.security.PublicKey key) throws InvalidKeyException {
      inside.initVerify(key);
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      if (!(key instanceof HiddenKey hidden)) {
        throw new InvalidKeyException("not mine");
      }
      inside.initSign(hidden.inside);
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
      inside.update(b);
    }

    @Override
    protected void engineUpdate(byte[] b, int off, int len) throws SignatureException {
      inside.update(b, off, len);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      return inside.sign();
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      return inside.verify(signature);
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String parameter, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String parameter) {
      throw new UnsupportedOperationException();
    }
  }
}
