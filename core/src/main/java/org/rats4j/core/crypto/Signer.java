package org.rats4j.core.crypto;

import java.security.GeneralSecurityException;
import java.util.List;
import org.rats4j.core.Bytes;

/**
 * Signs, with a key that may be in memory, in an HSM or behind a network.
 *
 * <p>Two methods suffice for a key that lives elsewhere. {@link Signers} has those of keys of the
 * Java cryptography architecture.
 */
public interface Signer {
  /** Returns the number of the algorithm from the IANA COSE Algorithms registry. */
  long algorithm();

  /**
   * Returns the signature over {@code toBeSigned} in the form that COSE demands; for ECDSA that is
   * {@code r || s}.
   *
   * @throws GeneralSecurityException if the key refuses
   */
  byte[] sign(byte[] toBeSigned) throws GeneralSecurityException;

  /**
   * Returns the signature over the parts, one behind the other. Override it where the key takes its
   * input piece by piece, so that a large payload need not be copied.
   *
   * @throws GeneralSecurityException if the key refuses
   */
  default byte[] sign(List<Bytes> toBeSigned) throws GeneralSecurityException {
    Bytes joined = Bytes.EMPTY;
    for (Bytes part : toBeSigned) {
      joined = joined.concat(part);
    }
    return sign(joined.toByteArray());
  }
}
