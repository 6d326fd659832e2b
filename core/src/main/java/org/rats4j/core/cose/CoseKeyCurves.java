package org.rats4j.core.cose;

import java.util.Map;
import java.util.Optional;
import org.rats4j.core.internal.Curve;
import org.rats4j.core.internal.EdwardsCurve;

/** Numbers of the IANA COSE Elliptic Curves registry. */
final class CoseKeyCurves {
  private static final Map<Long, Curve> EC2 =
      Map.of(1L, Curve.P256, 2L, Curve.P384, 3L, Curve.P521);
  private static final Map<Long, EdwardsCurve> OKP =
      Map.of(6L, EdwardsCurve.ED25519, 7L, EdwardsCurve.ED448);
  private static final long X25519 = 4;
  private static final long X448 = 5;
  private static final long SECP256K1 = 8;

  private CoseKeyCurves() {}

  static Optional<Curve> ec2(long number) {
    return Optional.ofNullable(EC2.get(number));
  }

  static Optional<EdwardsCurve> okp(long number) {
    return Optional.ofNullable(OKP.get(number));
  }

  /** Returns whether the curve is known, and none of key type EC2. */
  static boolean isOfOkp(long number) {
    return OKP.containsKey(number) || number == X25519 || number == X448;
  }

  /** Returns whether the curve is known, and none of key type OKP. */
  static boolean isOfEc2(long number) {
    return EC2.containsKey(number) || number == SECP256K1;
  }

  static long number(Curve curve) {
    return switch (curve) {
      case P256 -> 1;
      case P384 -> 2;
      case P521 -> 3;
    };
  }

  static long number(EdwardsCurve curve) {
    return switch (curve) {
      case ED25519 -> 6;
      case ED448 -> 7;
    };
  }
}
