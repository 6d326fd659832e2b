package org.rats4j.pkix.hsm.pkcs11;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.der.Der;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** A pair of keys that a token is to make: it signs and verifies, and does nothing else. */
record NewKeyPair(String label, Bytes id, long algorithm, boolean extractable) {
  private static final Map<Long, Oid> CURVES =
      Map.of(
          Algorithms.ES256, Oid.of("1.2.840.10045.3.1.7"),
          Algorithms.ES384, Oid.of("1.3.132.0.34"),
          Algorithms.ES512, Oid.of("1.3.132.0.35"),
          Algorithms.ED25519, Oid.of("1.3.101.112"));

  private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})+");

  NewKeyPair {
    if (label.isEmpty() || id.isEmpty()) {
      throw new IllegalArgumentException("label or id is empty");
    }
    if (!CURVES.containsKey(algorithm)) {
      throw new IllegalArgumentException(Algorithms.name(algorithm) + " has no curve of its own");
    }
  }

  /**
   * Returns whether an object of the token goes by the label or the id: nobody could tell the two.
   * An id in hexadecimal is a name as good as a label.
   */
  boolean isTaken(Session session) throws PKCS11Exception {
    return isThere(session, new AttributeVector().label(label))
        || isThere(session, new AttributeVector().label(id.toHex()))
        || isThere(session, new AttributeVector().id(id.toByteArray()))
        || HEX.matcher(label).matches()
            && isThere(session, new AttributeVector().id(HexFormat.of().parseHex(label)));
  }

  private static boolean isThere(Session session, AttributeVector template) throws PKCS11Exception {
    return session.findAllObjectsSingle(template).length > 0;
  }

  void generate(Session session) throws PKCS11Exception {
    boolean edwards = algorithm == Algorithms.ED25519;
    KeyPairTemplate template =
        new KeyPairTemplate(edwards ? PKCS11Constants.CKK_EC_EDWARDS : PKCS11Constants.CKK_EC)
            .token(true)
            .labels(label)
            .id(id.toByteArray())
            .signVerify(true)
            .decryptEncrypt(false)
            .unwrapWrap(false)
            .signVerifyRecover(false)
            .derive(false);
    template.privateKey().sensitive(!extractable).extractable(extractable).private_(true);
    template
        .publicKey()
        .ecParams(Der.oid(Objects.requireNonNull(CURVES.get(algorithm))).toByteArray());
    session.generateKeyPair(
        new Mechanism(
            edwards
                ? PKCS11Constants.CKM_EC_EDWARDS_KEY_PAIR_GEN
                : PKCS11Constants.CKM_EC_KEY_PAIR_GEN),
        template);
  }
}
