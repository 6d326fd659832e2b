package org.rats4j.corim.appraisal;

import java.time.Instant;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;

/**
 * Decides about a key that an endorser lists and that was found in what is accepted: whether it is
 * well-formed, of an acceptable kind, certified, not revoked. May be called by several threads.
 */
@FunctionalInterface
public interface KeyVerifier {
  /** Knows no key. */
  KeyVerifier NONE = (key, keyType, environment, now) -> Verdict.INDETERMINATE;

  /** What is known of a key. */
  enum Verdict {
    /** The key may be used. */
    VERIFIED,
    /** The key must not be used. */
    REJECTED,
    /** Nobody knows; the key is not used. */
    INDETERMINATE
  }

  /**
   * Returns whether {@code key} may be used.
   *
   * @param keyType what for: {@link KeyEct#ATTEST_KEY} or {@link KeyEct#IDENTITY_KEY}
   * @param environment what is said to have the key
   * @param now the time of the appraisal
   */
  Verdict verify(CryptoKey key, int keyType, Environment environment, Instant now);
}
