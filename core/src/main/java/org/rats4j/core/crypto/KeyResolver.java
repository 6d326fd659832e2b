package org.rats4j.core.crypto;

import java.util.List;
import org.rats4j.core.VerificationException;

/** Says which keys a verifier trusts for a message. */
@FunctionalInterface
public interface KeyResolver {
  /**
   * Returns the keys that may have signed a message, best first. The verifier tries each that fits
   * the algorithm.
   *
   * @param hints what the message says of its key, not verified
   * @return no key if none is known
   * @throws VerificationException if the message leads to a key that must not be used, such as a
   *     certificate without path to an anchor
   */
  List<VerificationKey> resolve(KeyHints hints) throws VerificationException;

  /** Returns a resolver that answers with {@code key} for every message. */
  static KeyResolver of(VerificationKey key) {
    List<VerificationKey> keys = List.of(key);
    return hints -> keys;
  }
}
