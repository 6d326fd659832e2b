package org.rats4j.core.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.rats4j.core.Bytes;

/** The members of a public key, which COSE_Key and JWK share. Constructors check them. */
public sealed interface PublicMaterial {
  /**
   * Returns the key, of the bundled provider.
   *
   * @throws IllegalArgumentException if the provider finds a fault that is too dear to look for in
   *     each key that is read, such as a modulus with a small factor
   */
  PublicKey toPublicKey();

  /** Returns whether keys like this verify {@code algorithm}. */
  default boolean fits(long algorithm) {
    if (this instanceof Ec ec) {
      return ec.curve().algorithms().contains(algorithm);
    }
    if (this instanceof Okp okp) {
      return okp.curve().algorithms().contains(algorithm);
    }
    if (this instanceof Akp akp) {
      return akp.set().algorithm() == algorithm;
    }
    return RsaRules.ALGORITHMS.contains(algorithm);
  }

  /**
   * Returns the members of {@code key}.
   *
   * @throws IllegalArgumentException if {@code key} has no encoding or is of another kind
   */
  static PublicMaterial of(PublicKey key) {
    if (key.getEncoded() == null) {
      throw new IllegalArgumentException("key has no encoding");
    }
    PublicKey own = BundledKeys.translate(key);
    if (own instanceof ECPublicKey ec) {
      Curve curve =
          Curve.of(ec).orElseThrow(() -> new IllegalArgumentException("curve is not supported"));
      return new Ec(curve, ec.getW());
    }
    if (own instanceof RSAPublicKey rsa) {
      return new Rsa(rsa.getModulus(), rsa.getPublicExponent());
    }
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(own.getEncoded());
    String oid = info.getAlgorithm().getAlgorithm().getId();
    Bytes content = Bytes.copyOf(info.getPublicKeyData().getOctets());
    for (EdwardsCurve curve : EdwardsCurve.values()) {
      if (curve.oid().equals(oid)) {
        return new Okp(curve, content);
      }
    }
    for (MlDsa set : MlDsa.values()) {
      if (set.oid().equals(oid)) {
        return new Akp(set, content);
      }
    }
    throw new IllegalArgumentException("key is of an unsupported kind: " + key.getAlgorithm());
  }

  /**
   * A point of a curve of ECDSA.
   *
   * @param curve the curve
   * @param point the point
   */
  record Ec(Curve curve, ECPoint point) implements PublicMaterial {
    /** Creates a point. */
    public Ec {
      if (!curve.contains(point)) {
        throw new IllegalArgumentException("point not on curve " + curve.label());
      }
    }

    /** Returns the abscissa, with its leading zeros. */
    public Bytes x() {
      return Unsigned.padded(point.getAffineX(), curve.coordinateBytes());
    }

    /** Returns the ordinate, with its leading zeros. */
    public Bytes y() {
      return Unsigned.padded(point.getAffineY(), curve.coordinateBytes());
    }

    @Override
    public PublicKey toPublicKey() {
      return generate("EC", new ECPublicKeySpec(point, curve.spec()));
    }
  }

  /**
   * A point of a curve of EdDSA.
   *
   * @param curve the curve
   * @param x the encoded point
   */
  record Okp(EdwardsCurve curve, Bytes x) implements PublicMaterial {
    /** Creates a point. */
    public Okp {
      Unsigned.checkSize("x", x, curve.bytes());
      decode(curve.oid(), x); // here the provider looks whether this is a point
    }

    @Override
    public PublicKey toPublicKey() {
      return decode(curve.oid(), x);
    }
  }

  /**
   * An RSA key.
   *
   * @param n the modulus
   * @param e the exponent
   */
  record Rsa(BigInteger n, BigInteger e) implements PublicMaterial {
    /** Creates a key. */
    public Rsa {
      RsaRules.checkModulus(n);
      RsaRules.checkExponent(e);
    }

    @Override
    public PublicKey toPublicKey() {
      return generate("RSA", new RSAPublicKeySpec(n, e));
    }
  }

  /**
   * A key that is an octet string and belongs to one algorithm (RFC 9964).
   *
   * @param set the parameter set of ML-DSA
   * @param pub the encoded key
   */
  record Akp(MlDsa set, Bytes pub) implements PublicMaterial {
    /** Creates a key. */
    public Akp {
      Unsigned.checkSize("pub", pub, set.publicKeyBytes());
    }

    @Override
    public PublicKey toPublicKey() {
      return decode(set.oid(), pub);
    }
  }

  private static PublicKey generate(String algorithm, KeySpec spec) {
    try {
      return KeyFactory.getInstance(algorithm, BundledProvider.get()).generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("provider does not take the key", e);
    }
  }

  private static PublicKey decode(String oid, Bytes content) {
    return BundledKeys.publicKey(
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), content.toByteArray()));
  }
}
