package org.rats4j.core.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jcajce.interfaces.EdDSAPrivateKey;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.rats4j.core.Bytes;

/**
 * The members of a private key, which COSE_Key and JWK share, next to those of its public half.
 * Constructors check them. No {@code toString} shows them.
 */
public sealed interface PrivateMaterial {
  /** Returns the public half. */
  PublicMaterial publicMaterial();

  /** Returns the key, of the bundled provider. */
  PrivateKey toPrivateKey();

  /**
   * Returns the members of {@code key}.
   *
   * @throws IllegalArgumentException if {@code key} has no encoding, is of another kind than {@code
   *     publicMaterial}, or is an ML-DSA key without seed
   */
  static PrivateMaterial of(PublicMaterial publicMaterial, PrivateKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw new IllegalArgumentException("key has no encoding");
    }
    PrivateKey own = BundledKeys.privateKey(encoded);
    if (publicMaterial instanceof PublicMaterial.Ec ec
        && own instanceof ECPrivateKey scalar
        && Curve.of(scalar).equals(Optional.of(ec.curve()))) {
      return new Ec(ec, scalar.getS());
    }
    if (publicMaterial instanceof PublicMaterial.Okp okp
        && own.getAlgorithm().equals(okp.curve().label())) {
      return new Okp(okp, seed(own));
    }
    if (publicMaterial instanceof PublicMaterial.Rsa rsa && own instanceof RSAPrivateKey exponent) {
      return new Rsa(rsa, exponent.getPrivateExponent(), Crt.of(exponent));
    }
    if (publicMaterial instanceof PublicMaterial.Akp akp
        && own instanceof MLDSAPrivateKey mlDsa
        && own.getAlgorithm().equals(akp.set().label())
        && mlDsa.getSeed() != null) {
      return new Akp(akp, Bytes.copyOf(mlDsa.getSeed()));
    }
    throw new IllegalArgumentException("the halves do not belong together");
  }

  /**
   * Returns the public half of {@code key}.
   *
   * @throws IllegalArgumentException if {@code key} has no encoding, is of another kind, or is an
   *     RSA key without its public exponent
   */
  static PublicKey publicHalf(PrivateKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw new IllegalArgumentException("key has no encoding");
    }
    PrivateKey own = BundledKeys.privateKey(encoded);
    if (own instanceof ECPrivateKey scalar) {
      Curve curve =
          Curve.of(scalar)
              .orElseThrow(() -> new IllegalArgumentException("curve is not supported"));
      return new PublicMaterial.Ec(curve, curve.multiplyGenerator(scalar.getS())).toPublicKey();
    }
    if (own instanceof RSAPrivateCrtKey rsa) {
      return new PublicMaterial.Rsa(rsa.getModulus(), rsa.getPublicExponent()).toPublicKey();
    }
    if (own instanceof EdDSAPrivateKey edwards) {
      return edwards.getPublicKey();
    }
    if (own instanceof MLDSAPrivateKey mlDsa) {
      return mlDsa.getPublicKey();
    }
    throw new IllegalArgumentException("key is of an unsupported kind: " + key.getAlgorithm());
  }

  private static Bytes seed(PrivateKey key) {
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
    try {
      return Bytes.copyOf(ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets());
    } catch (IOException e) {
      throw new IllegalArgumentException("key is not valid", e);
    }
  }

  /**
   * A scalar of a curve of ECDSA.
   *
   * @param publicMaterial the public half
   * @param scalar d
   */
  record Ec(PublicMaterial.Ec publicMaterial, BigInteger scalar) implements PrivateMaterial {
    /** Creates a scalar. */
    public Ec {
      if (!publicMaterial.curve().containsScalar(scalar)) {
        throw new IllegalArgumentException("d is 0 or not below the order");
      }
    }

    /** Returns d, with its leading zeros. */
    public Bytes d() {
      return Unsigned.padded(scalar, publicMaterial.curve().coordinateBytes());
    }

    @Override
    public PrivateKey toPrivateKey() {
      return generate("EC", new ECPrivateKeySpec(scalar, publicMaterial.curve().spec()));
    }

    @Override
    public String toString() {
      return "private half of " + publicMaterial;
    }
  }

  /**
   * A seed of EdDSA.
   *
   * @param publicMaterial the public half
   * @param d the seed
   */
  record Okp(PublicMaterial.Okp publicMaterial, Bytes d) implements PrivateMaterial {
    /** Creates a seed. */
    public Okp {
      Unsigned.checkSize("d", d, publicMaterial.curve().bytes());
    }

    @Override
    public PrivateKey toPrivateKey() {
      return decode(publicMaterial.curve().oid(), new DEROctetString(d.toByteArray()));
    }

    @Override
    public String toString() {
      return "private half of " + publicMaterial;
    }
  }

  /**
   * An RSA key.
   *
   * @param publicMaterial the public half
   * @param d the private exponent
   * @param crt the other private members, if they are known
   */
  record Rsa(PublicMaterial.Rsa publicMaterial, BigInteger d, Optional<Crt> crt)
      implements PrivateMaterial {
    /** Creates a key. */
    public Rsa {
      if (d.signum() <= 0 || d.compareTo(publicMaterial.n()) >= 0) {
        throw new IllegalArgumentException("d is 0 or not below the modulus");
      }
      if (crt.isPresent() && !crt.get().areFactorsOf(publicMaterial.n())) {
        throw new IllegalArgumentException("the modulus is not the product of p and q");
      }
    }

    @Override
    public PrivateKey toPrivateKey() {
      BigInteger n = publicMaterial.n();
      return generate(
          "RSA",
          crt.<KeySpec>map(
                  c ->
                      new RSAPrivateCrtKeySpec(
                          n, publicMaterial.e(), d, c.p(), c.q(), c.dp(), c.dq(), c.qi()))
              .orElseGet(() -> new RSAPrivateKeySpec(n, d)));
    }

    @Override
    public String toString() {
      return "private half of " + publicMaterial;
    }
  }

  /**
   * The members of an RSA key for the Chinese remainder theorem.
   *
   * @param p the first factor
   * @param q the second factor
   * @param dp d modulo p - 1
   * @param dq d modulo q - 1
   * @param qi the inverse of q modulo p
   */
  record Crt(BigInteger p, BigInteger q, BigInteger dp, BigInteger dq, BigInteger qi) {
    /** Looks at the sizes first, since the product of two long numbers is dear. */
    private boolean areFactorsOf(BigInteger n) {
      return (long) p.bitLength() + q.bitLength() <= n.bitLength() + 1L && p.multiply(q).equals(n);
    }

    static Optional<Crt> of(RSAPrivateKey key) {
      return key instanceof RSAPrivateCrtKey crt
          ? Optional.of(
              new Crt(
                  crt.getPrimeP(),
                  crt.getPrimeQ(),
                  crt.getPrimeExponentP(),
                  crt.getPrimeExponentQ(),
                  crt.getCrtCoefficient()))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "Crt";
    }
  }

  /**
   * A seed of ML-DSA.
   *
   * @param publicMaterial the public half
   * @param priv the seed
   */
  record Akp(PublicMaterial.Akp publicMaterial, Bytes priv) implements PrivateMaterial {
    /** Creates a seed. */
    public Akp {
      Unsigned.checkSize("priv", priv, MlDsa.SEED_BYTES);
    }

    @Override
    public PrivateKey toPrivateKey() {
      return decode(
          publicMaterial.set().oid(),
          new DERTaggedObject(false, 0, new DEROctetString(priv.toByteArray())));
    }

    @Override
    public String toString() {
      return "private half of " + publicMaterial;
    }
  }

  private static PrivateKey generate(String algorithm, KeySpec spec) {
    try {
      return KeyFactory.getInstance(algorithm, BundledProvider.get()).generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("provider does not take the key", e);
    }
  }

  private static PrivateKey decode(String oid, ASN1Encodable content) {
    try {
      return BundledKeys.privateKey(
          new PrivateKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), content));
    } catch (IOException e) {
      throw new IllegalArgumentException("key is not valid", e);
    }
  }
}
