package org.rats4j.core.crypto;

import java.io.IOException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.internal.BundledKeys;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.core.internal.Der;
import org.rats4j.core.internal.EdwardsCurve;
import org.rats4j.core.internal.MlDsa;
import org.rats4j.core.internal.PrivateMaterial;

/**
 * Reads keys and certificates in DER, with the bundled provider. Keys are of the kinds that sign
 * here: EC on P-256, P-384 and P-521, Ed25519, Ed448, RSA and ML-DSA. How strong a key is, {@link
 * VerificationKey} and {@link Signers} check.
 */
public final class EncodedKeys {
  private static final String PATH = "der";

  private EncodedKeys() {}

  /**
   * Returns the key of a SubjectPublicKeyInfo (RFC 5280, section 4.1).
   *
   * @throws DecodingException if {@code der} is anything else, with UNSUPPORTED if the key is of
   *     another kind
   */
  public static PublicKey publicKey(Bytes der) throws DecodingException {
    SubjectPublicKeyInfo info = parsed(der, SubjectPublicKeyInfo::getInstance);
    checkKind(info.getAlgorithm());
    return known(made(() -> BundledKeys.publicKey(der.toByteArray())));
  }

  /**
   * Returns the key of a SubjectPublicKeyInfo, ready to verify with the bundled provider. It is
   * read once, and not once more as by {@link VerificationKey#of(PublicKey)}.
   *
   * @throws DecodingException as {@link #publicKey}; with INVALID_VALUE if the key is weak or off
   *     its curve
   */
  public static VerificationKey verificationKey(Bytes der) throws DecodingException {
    PublicKey key = publicKey(der);
    try {
      return VerificationKey.of(SignatureKey.ofBundled(key), key);
    } catch (IllegalArgumentException e) {
      throw fail(Reason.INVALID_VALUE, "key is weak or off its curve");
    }
  }

  /**
   * Returns the key of a PrivateKeyInfo (PKCS#8; RFC 5208 and RFC 5958), not encrypted.
   *
   * @throws DecodingException if {@code der} is anything else, with UNSUPPORTED if the key is of
   *     another kind
   */
  public static PrivateKey privateKey(Bytes der) throws DecodingException {
    PrivateKeyInfo info = parsed(der, PrivateKeyInfo::getInstance);
    checkKind(info.getPrivateKeyAlgorithm());
    return known(made(() -> BundledKeys.privateKey(der.toByteArray())));
  }

  /**
   * Returns the key of an ECPrivateKey (RFC 5915) that names its curve.
   *
   * @throws DecodingException if {@code der} is anything else, with UNSUPPORTED if the curve is
   *     another one or not named
   */
  public static PrivateKey ecPrivateKey(Bytes der) throws DecodingException {
    ECPrivateKey key = parsed(der, EncodedKeys::scalar);
    ASN1Object curve = made(key::getParametersObject);
    if (curve == null) {
      throw fail(Reason.UNSUPPORTED, "key does not name its curve");
    }
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
    try {
      Bytes info = Bytes.copyOf(new PrivateKeyInfo(algorithm, key).getEncoded("DER"));
      return privateKey(info);
    } catch (IOException e) {
      throw fail(Reason.INVALID_VALUE, "key is not valid");
    }
  }

  private static ECPrivateKey scalar(byte[] encoded) {
    ECPrivateKey key = ECPrivateKey.getInstance(encoded);
    key.getKey(); // the parser takes any SEQUENCE until it is asked for a member
    return key;
  }

  /**
   * Returns an X.509 certificate. Nothing of it is verified.
   *
   * @throws DecodingException if {@code der} is anything else
   */
  public static X509Certificate certificate(Bytes der) throws DecodingException {
    try {
      return new PathValidation(BundledProvider.get()).parse(der);
    } catch (CertificateException e) {
      throw fail(Reason.NOT_WELL_FORMED, "not exactly one certificate in DER");
    }
  }

  /**
   * Returns the public half of {@code key}.
   *
   * @throws IllegalArgumentException if {@code key} has no encoding, is of another kind, or is an
   *     RSA key without its public exponent
   */
  public static PublicKey publicHalf(PrivateKey key) {
    return PrivateMaterial.publicHalf(Objects.requireNonNull(key, "key"));
  }

  private static void checkKind(AlgorithmIdentifier algorithm) throws DecodingException {
    String oid = algorithm.getAlgorithm().getId();
    boolean known =
        oid.equals(X9ObjectIdentifiers.id_ecPublicKey.getId())
            || oid.equals(PKCSObjectIdentifiers.rsaEncryption.getId())
            || oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId())
            || Arrays.stream(EdwardsCurve.values()).anyMatch(curve -> curve.oid().equals(oid))
            || Arrays.stream(MlDsa.values()).anyMatch(set -> set.oid().equals(oid));
    if (!known) {
      throw fail(Reason.UNSUPPORTED, "key is not of a kind that signs here");
    }
  }

  private static <K extends Key> K known(K key) throws DecodingException {
    if (KeyKind.of(key).isEmpty()) {
      throw fail(Reason.UNSUPPORTED, "curve is not supported");
    }
    return key;
  }

  private static <T extends ASN1Object> T parsed(Bytes der, Parser<T> parser)
      throws DecodingException {
    byte[] encoded = der.toByteArray();
    if (!Der.isOneSequence(der)) {
      throw fail(Reason.NOT_WELL_FORMED, "not exactly one SEQUENCE in DER");
    }
    T value;
    byte[] again;
    try {
      value = parser.parse(encoded);
      again = value.getEncoded("DER");
    } catch (IOException | RuntimeException e) {
      // The parser answers a bad encoding with whatever it ran into.
      throw fail(Reason.NOT_WELL_FORMED, "not DER of this structure");
    }
    if (!Arrays.equals(again, encoded)) {
      throw fail(Reason.ENCODING_RULE, "BER, but not DER");
    }
    return value;
  }

  private static <T> T made(Maker<T> maker) throws DecodingException {
    try {
      return maker.make();
    } catch (RuntimeException e) {
      throw fail(Reason.INVALID_VALUE, "key is not valid");
    }
  }

  private static DecodingException fail(Reason reason, String detail) {
    return DecodingException.of(reason, PATH, detail);
  }

  @FunctionalInterface
  private interface Parser<T> {
    T parse(byte[] encoded);
  }

  @FunctionalInterface
  private interface Maker<T> {
    T make();
  }
}
