package org.rats4j.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveTest {
  private static BigInteger prime(Curve curve) {
    return ((ECFieldFp) curve.spec().getCurve().getField()).getP();
  }

  @ParameterizedTest
  @EnumSource
  void containsItsGeneratorAndNoNeighbour(Curve curve) {
    ECPoint generator = curve.spec().getGenerator();
    BigInteger x = generator.getAffineX();
    BigInteger y = generator.getAffineY();
    BigInteger p = prime(curve);

    assertTrue(curve.contains(generator));
    assertTrue(curve.contains(new ECPoint(x, p.subtract(y))));
    assertFalse(curve.contains(ECPoint.POINT_INFINITY));
    assertFalse(curve.contains(new ECPoint(x, y.add(BigInteger.ONE))));
    assertFalse(curve.contains(new ECPoint(x.add(p), y)));
    assertFalse(curve.contains(new ECPoint(x, y.add(p))));
    assertFalse(curve.contains(new ECPoint(x.subtract(p), y)));
    assertFalse(curve.contains(new ECPoint(x, y.negate())));
  }

  @ParameterizedTest
  @EnumSource
  void findsThePointOfAnAbscissa(Curve curve) {
    ECPoint generator = curve.spec().getGenerator();
    BigInteger x = generator.getAffineX();
    BigInteger y = generator.getAffineY();

    assertEquals(Optional.of(generator), curve.decompress(x, y.testBit(0)));
    assertEquals(
        Optional.of(new ECPoint(x, prime(curve).subtract(y))), curve.decompress(x, !y.testBit(0)));
    assertEquals(Optional.empty(), curve.decompress(x.add(prime(curve)), true));
    assertEquals(Optional.empty(), curve.decompress(x.negate(), true));
  }

  /** Half of all abscissas have no point; 0 has one on these curves. */
  @ParameterizedTest
  @EnumSource
  void findsThePointOfZeroAndNotOfEachAbscissa(Curve curve) {
    ECPoint atZero = curve.decompress(BigInteger.ZERO, true).orElseThrow();
    long points = 0;
    for (int x = 0; x < 100; x++) {
      points += curve.decompress(BigInteger.valueOf(x), true).stream().count();
    }

    assertTrue(curve.contains(atZero));
    assertTrue(points > 25 && points < 75, () -> "of 100 abscissas");
  }

  @ParameterizedTest
  @EnumSource
  void containsScalarsBelowItsOrder(Curve curve) {
    BigInteger order = curve.spec().getOrder();

    assertTrue(curve.containsScalar(BigInteger.ONE));
    assertTrue(curve.containsScalar(order.subtract(BigInteger.ONE)));
    assertFalse(curve.containsScalar(BigInteger.ZERO));
    assertFalse(curve.containsScalar(order));
    assertFalse(curve.containsScalar(BigInteger.ONE.negate()));
    assertEquals(order, Unsigned.value(curve.order()));
  }

  @ParameterizedTest
  @EnumSource
  void knowsItselfByItsParameters(Curve curve) {
    ECKey key = curve::spec;

    assertEquals(Optional.of(curve), Curve.of(key));
    assertSame(curve.spec(), curve.spec());
  }

  @Test
  void knowsNoCurveOfAKeyWithoutParameters() {
    ECKey hidden = () -> (ECParameterSpec) null;

    assertEquals(Optional.empty(), Curve.of(hidden));
  }
}
