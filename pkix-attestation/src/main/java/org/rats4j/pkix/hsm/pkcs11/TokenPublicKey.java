package org.rats4j.pkix.hsm.pkcs11;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.pkix.PublicKeyInfo;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** Makes a SubjectPublicKeyInfo of the attributes of a public key; few tokens have it whole. */
final class TokenPublicKey {
  private static final Oid EC = Oid.of("1.2.840.10045.2.1");
  private static final Oid RSA = Oid.of("1.2.840.113549.1.1.1");
  private static final Oid ED25519 = Oid.of("1.3.101.112");
  private static final int ED25519_BYTES = 32;

  private TokenPublicKey() {}

  /** Returns what the private object says itself, whole or, for RSA, by its numbers. */
  static Optional<PublicKeyInfo> ofPrivate(Session session, long handle) throws PKCS11Exception {
    AttributeVector key =
        session.getAttrValues(
            handle, PKCS11Constants.CKA_KEY_TYPE, PKCS11Constants.CKA_PUBLIC_KEY_INFO);
    byte[] whole = key.publicKeyInfo();
    if (whole != null && whole.length > 0) {
      return decoded(Bytes.copyOf(whole));
    }
    return isOf(PKCS11Constants.CKK_RSA, key)
        ? rsa(
            session.getAttrValues(
                handle, PKCS11Constants.CKA_MODULUS, PKCS11Constants.CKA_PUBLIC_EXPONENT))
        : Optional.empty();
  }

  /**
   * Returns what a public object says. That it belongs to the private one, nothing but the CKA_ID
   * says, which the user of the token sets; so it has at least to be of the same kind and curve,
   * and made in the token if the private one was.
   */
  static Optional<PublicKeyInfo> ofPair(Session session, long privateObject, long publicObject)
      throws PKCS11Exception {
    AttributeVector own = kind(session, privateObject);
    AttributeVector other = kind(session, publicObject);
    boolean pair =
        Objects.equals(own.keyType(), other.keyType())
            && Arrays.equals(own.ecParams(), other.ecParams())
            && (!Boolean.TRUE.equals(own.local()) || Boolean.TRUE.equals(other.local()));
    if (!pair) {
      return Optional.empty();
    }
    AttributeVector key =
        session.getAttrValues(
            publicObject, PKCS11Constants.CKA_EC_PARAMS, PKCS11Constants.CKA_EC_POINT);
    if (isOf(PKCS11Constants.CKK_EC, other)) {
      return ec(key);
    }
    return isOf(PKCS11Constants.CKK_EC_EDWARDS, other) ? edwards(key) : Optional.empty();
  }

  private static AttributeVector kind(Session session, long handle) throws PKCS11Exception {
    return session.getAttrValues(
        handle,
        PKCS11Constants.CKA_KEY_TYPE,
        PKCS11Constants.CKA_EC_PARAMS,
        PKCS11Constants.CKA_LOCAL);
  }

  private static boolean isOf(long type, AttributeVector key) {
    return key.keyType() != null && key.keyType() == type;
  }

  private static Optional<PublicKeyInfo> rsa(AttributeVector key) {
    BigInteger modulus = key.modulus();
    BigInteger exponent = key.publicExponent();
    if (modulus == null || exponent == null) {
      return Optional.empty();
    }
    Bytes bits = Der.sequence(Der.integer(modulus), Der.integer(exponent));
    return info(Der.sequence(Der.oid(RSA), Der.nothing()), bits);
  }

  private static Optional<PublicKeyInfo> ec(AttributeVector key) {
    byte[] parameters = key.ecParams();
    byte[] point = key.ecPoint();
    return parameters == null || point == null
        ? Optional.empty()
        : info(Der.sequence(Der.oid(EC), Bytes.copyOf(parameters)), Bytes.copyOf(point));
  }

  private static Optional<PublicKeyInfo> edwards(AttributeVector key) {
    byte[] point = key.ecPoint();
    return point == null || point.length != ED25519_BYTES
        ? Optional.empty()
        : info(Der.sequence(Der.oid(ED25519)), Bytes.copyOf(point));
  }

  private static Optional<PublicKeyInfo> info(Bytes algorithm, Bytes bits) {
    return decoded(Der.sequence(algorithm, Der.bits(bits)));
  }

  private static Optional<PublicKeyInfo> decoded(Bytes der) {
    try {
      return Optional.of(PublicKeyInfo.decode(der));
    } catch (DecodingException e) {
      return Optional.empty(); // Parameters that are no DER: what cannot be said is left out.
    }
  }
}
