package org.rats4j.eat.cca;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.cose.CoseKeyType;
import org.rats4j.core.cose.CosePublicKey;
import org.rats4j.core.crypto.VerificationKey;

/** The key of a realm as its claim carries it. */
final class RealmKey {
  private static final int COORDINATE = 48;
  private static final int UNCOMPRESSED = 4;
  private static final int KTY = 1;
  private static final int CRV = -1;
  private static final int P_384 = 2;
  private static final int X = -2;
  private static final int Y = -3;

  private RealmKey() {}

  /** Returns whether {@code claim} is a COSE_Key with a point on a NIST curve. */
  static boolean isCoseKey(Bytes claim) {
    try {
      decode(claim);
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }

  /** Returns whether {@code claim} is a point on P-384: 04, x and y. */
  static boolean isPoint(Bytes claim) {
    if (claim.size() != 1 + 2 * COORDINATE || claim.at(0) != UNCOMPRESSED) {
      return false;
    }
    return isCoseKey(ofPoint(claim));
  }

  /**
   * Returns the key of either form.
   *
   * @throws VerificationException if {@code claim} has neither, or the key is not for signatures
   */
  static VerificationKey of(Bytes claim) throws VerificationException {
    try {
      return decode(isPoint(claim) ? ofPoint(claim) : claim).toVerificationKey();
    } catch (DecodingException e) {
      throw VerificationException.of(
          VerificationException.Reason.KEY_MISMATCH, "the key of the realm is none");
    }
  }

  private static CosePublicKey decode(Bytes claim) throws DecodingException {
    if (CoseKey.decode(claim, DecodeOptions.STRICT) instanceof CosePublicKey key
        && key.parameters().keyType() == CoseKeyType.EC2) {
      return key;
    }
    throw DecodingException.of(
        DecodingException.Reason.INVALID_VALUE, "cose-key", "not a public key of type EC2");
  }

  private static Bytes ofPoint(Bytes point) {
    return new CborWriter()
        .startMap(4)
        .writeInt(KTY)
        .writeInt(CoseKeyType.EC2)
        .writeInt(CRV)
        .writeInt(P_384)
        .writeInt(X)
        .writeBytes(point.slice(1, COORDINATE))
        .writeInt(Y)
        .writeBytes(point.slice(1 + COORDINATE, COORDINATE))
        .toBytes();
  }
}
