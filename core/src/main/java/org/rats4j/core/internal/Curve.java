package org.rats4j.core.internal;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;

/**
 * The curves of ECDSA here (FIPS 186-5), with arithmetic of our own: not every provider looks
 * whether a point is on its curve.
 */
public enum Curve {
  /** P-256, with SHA-256. */
  P256(
      "P-256",
      "secp256r1",
      "SHA256",
      32,
      List.of(-7L, -9L),
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),

  /** P-384, with SHA-384. */
  P384(
      "P-384",
      "secp384r1",
      "SHA384",
      48,
      List.of(-35L, -51L),
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
          + "ffffffff0000000000000000ffffffff",
      "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
          + "c656398d8a2ed19d2a85c8edd3ec2aef",
      "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
          + "581a0db248b0a77aecec196accc52973"),

  /** P-521, with SHA-512. */
  P521(
      "P-521",
      "secp521r1",
      "SHA512",
      66,
      List.of(-36L, -52L),
      "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "ffff",
      "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef1"
          + "09e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b50"
          + "3f00",
      "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "fffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e9138"
          + "6409");

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final String label;
  private final String standardName;
  private final String hash;
  private final int coordinateBytes;
  private final List<Long> algorithms;
  private final BigInteger p;
  private final BigInteger b;
  private final BigInteger n;
  private final Bytes order;
  private volatile @Nullable ECParameterSpec spec;

  Curve(
      String label,
      String standardName,
      String hash,
      int coordinateBytes,
      List<Long> algorithms,
      String p,
      String b,
      String n) {
    this.label = label;
    this.standardName = standardName;
    this.hash = hash;
    this.coordinateBytes = coordinateBytes;
    this.algorithms = algorithms;
    this.p = new BigInteger(p, 16);
    this.b = new BigInteger(b, 16);
    this.n = new BigInteger(n, 16);
    this.order = Bytes.ofHex(n);
  }

  /** Returns the curve of {@code key}, if it is one of these. */
  public static Optional<Curve> of(ECKey key) {
    ECParameterSpec parameters = key.getParams();
    if (parameters == null) {
      return Optional.empty();
    }
    for (Curve curve : values()) {
      if (curve.matches(parameters)) {
        return Optional.of(curve);
      }
    }
    return Optional.empty();
  }

  private boolean matches(ECParameterSpec parameters) {
    return parameters.getCurve().getField() instanceof ECFieldFp field
        && field.getP().equals(p)
        && parameters.getCurve().getA().mod(p).equals(p.subtract(THREE))
        && parameters.getCurve().getB().mod(p).equals(b)
        && parameters.getOrder().equals(n)
        && parameters.getCofactor() == 1
        && parameters.getGenerator().equals(spec().getGenerator());
  }

  /** Returns the name of FIPS 186, as in {@code P-256}. */
  public String label() {
    return label;
  }

  /** Returns the hash that belongs to the curve, as JCA begins the names of signatures. */
  public String hash() {
    return hash;
  }

  /** Returns how many bytes a coordinate has, and a half of a signature. */
  public int coordinateBytes() {
    return coordinateBytes;
  }

  /** Returns the COSE numbers of ECDSA with this curve, the usual one first. */
  public List<Long> algorithms() {
    return algorithms;
  }

  /** Returns the order of the group, in {@link #coordinateBytes()} bytes. */
  public Bytes order() {
    return order;
  }

  /** Returns the parameters, with the name in them, so that keys are encoded by it. */
  public ECParameterSpec spec() {
    ECParameterSpec known = spec;
    if (known == null) {
      known = namedSpec();
      spec = known;
    }
    return known;
  }

  private ECParameterSpec namedSpec() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC", BundledProvider.get());
      parameters.init(new ECGenParameterSpec(standardName));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the bundled provider does not know " + label, e);
    }
  }

  /** Returns whether {@code point} is on the curve and not at infinity. */
  public boolean contains(ECPoint point) {
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    return x != null
        && y != null
        && isCoordinate(x)
        && isCoordinate(y)
        && y.multiply(y).mod(p).equals(ySquared(x));
  }

  /** Returns whether {@code d} is in 1..n-1. */
  public boolean containsScalar(BigInteger d) {
    return d.signum() > 0 && d.compareTo(n) < 0;
  }

  /** Returns the point with abscissa {@code x} whose ordinate is odd or even, if there is one. */
  public Optional<ECPoint> decompress(BigInteger x, boolean odd) {
    if (!isCoordinate(x)) {
      return Optional.empty();
    }
    // Each p here is 3 modulo 4, so that this power is a root of every square.
    BigInteger y = ySquared(x).modPow(p.add(BigInteger.ONE).shiftRight(2), p);
    ECPoint point = new ECPoint(x, y.testBit(0) == odd ? y : p.subtract(y));
    return contains(point) ? Optional.of(point) : Optional.empty();
  }

  /** Returns {@code scalar} times the base point; the time tells little of the scalar. */
  ECPoint multiplyGenerator(BigInteger scalar) {
    X9ECParameters parameters = CustomNamedCurves.getByName(label);
    org.bouncycastle.math.ec.ECPoint product =
        new FixedPointCombMultiplier().multiply(parameters.getG(), scalar).normalize();
    return new ECPoint(
        product.getAffineXCoord().toBigInteger(), product.getAffineYCoord().toBigInteger());
  }

  private boolean isCoordinate(BigInteger value) {
    return value.signum() >= 0 && value.compareTo(p) < 0;
  }

  private BigInteger ySquared(BigInteger x) {
    return x.multiply(x).subtract(THREE).multiply(x).add(b).mod(p);
  }
}
