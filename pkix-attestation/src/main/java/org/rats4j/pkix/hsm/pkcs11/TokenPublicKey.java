package org.rats4j.pkix.hsm.pkcs11;

import java.math.BigInteger;
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

  static Optional<PublicKeyInfo> read(Session session, long handle) throws PKCS11Exception {
    AttributeVector type = session.getAttrValues(handle, PKCS11Constants.CKA_KEY_TYPE);
    Long keyType = type.keyType();
    if (keyType == null) {
      return Optional.empty();
    }
    if (keyType == PKCS11Constants.CKK_RSA) {
      return rsa(
          session.getAttrValues(
              handle, PKCS11Constants.CKA_MODULUS, PKCS11Constants.CKA_PUBLIC_EXPONENT));
    }
    AttributeVector key =
        session.getAttrValues(handle, PKCS11Constants.CKA_EC_PARAMS, PKCS11Constants.CKA_EC_POINT);
    if (keyType == PKCS11Constants.CKK_EC) {
      return ec(key);
    }
    return keyType == PKCS11Constants.CKK_EC_EDWARDS ? edwards(key) : Optional.empty();
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
    try {
      return Optional.of(PublicKeyInfo.decode(Der.sequence(algorithm, Der.bits(bits))));
    } catch (DecodingException e) {
      return Optional.empty(); // Parameters that are no DER: what cannot be said is left out.
    }
  }
}
