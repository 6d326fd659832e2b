package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.Curve;
import org.rats4j.test.crypto.KeyInHardware;

class SignatureShapeTest {
  private static final Bytes ONE = Bytes.of(1);

  private static SignatureShape shape(KeyKind kind) {
    return SignatureShape.of(TestKeys.ofBundled(kind).getPublic(), kind);
  }

  private static Bytes zeros(int count) {
    return Bytes.copyOf(new byte[count]);
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384", "P521"})
  void admitsTwoNumbersFromOneToBelowTheOrder(KeyKind kind) {
    Curve curve = kind.curve().orElseThrow();
    int half = curve.coordinateBytes();
    Bytes order = curve.order();
    Bytes last = order.slice(0, half - 1).concat(Bytes.of(order.at(half - 1) - 1));
    Bytes first = zeros(half - 1).concat(ONE);
    SignatureShape shape = shape(kind);

    assertTrue(shape.admits(first.concat(last)));
    assertTrue(shape.admits(last.concat(first)));
    assertFalse(shape.admits(first.concat(order)));
    assertFalse(shape.admits(order.concat(first)));
    assertFalse(shape.admits(first.concat(zeros(half))));
    assertFalse(shape.admits(zeros(half).concat(first)));
    assertFalse(shape.admits(first.concat(last).concat(zeros(1))));
    assertFalse(shape.admits(first.concat(last).slice(0, 2 * half - 1)));
    assertEquals(2 * half, kind.signatureBytes());
  }

  @ParameterizedTest
  @CsvSource({
    "ED25519, edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010",
    "ED448, f34458ab92c27823558fc58d72c26c219036d6ae49db4ec4e923ca7c"
        + "ffffffffffffffffffffffffffffffffffffffffffffffffffffff3f00",
  })
  void admitsNumbersBelowTheOrderOfEdwardsCurves(KeyKind kind, String littleEndianOrder) {
    Bytes order = Bytes.ofHex(littleEndianOrder);
    int half = order.size();
    Bytes last = Bytes.of(order.at(0) - 1).concat(order.slice(1, half - 1));
    SignatureShape shape = shape(kind);

    assertTrue(shape.admits(zeros(half).concat(last)));
    assertTrue(shape.admits(zeros(2 * half)));
    assertFalse(shape.admits(zeros(half).concat(order)));
    assertFalse(shape.admits(zeros(2 * half - 1)));
    assertFalse(shape.admits(zeros(2 * half + 1)));
    assertEquals(2 * half, kind.signatureBytes());
  }

  @Test
  void admitsNumbersBelowTheModulus() {
    RSAPublicKey key = (RSAPublicKey) TestKeys.ofBundled(KeyKind.RSA).getPublic();
    BigInteger modulus = key.getModulus();
    SignatureShape shape = SignatureShape.of(key, KeyKind.RSA);

    assertTrue(shape.admits(unsigned(modulus.subtract(BigInteger.ONE))));
    assertTrue(shape.admits(zeros(256)));
    assertFalse(shape.admits(unsigned(modulus)));
    assertFalse(shape.admits(zeros(255)));
    assertFalse(shape.admits(zeros(257)));
  }

  private static Bytes unsigned(BigInteger value) {
    byte[] signed = value.toByteArray();
    return Bytes.copyOf(signed, signed.length - 256, 256);
  }

  @Test
  void leavesAModulusThatItDoesNotSeeToTheProvider() {
    SignatureShape shape = SignatureShape.of(new KeyInHardware("RSA"), KeyKind.RSA);

    assertTrue(shape.admits(zeros(3)));
  }

  @ParameterizedTest
  @CsvSource({"ML_DSA_44, 2420", "ML_DSA_65, 3309", "ML_DSA_87, 4627"})
  void admitsTheLengthOfTheParameterSet(KeyKind kind, int length) {
    SignatureShape shape = shape(kind);

    assertTrue(shape.admits(zeros(length)));
    assertFalse(shape.admits(zeros(length - 1)));
    assertFalse(shape.admits(zeros(length + 1)));
  }
}
