package org.rats4j.eat;

import java.util.Objects;
import org.rats4j.core.crypto.VerificationKey;

/**
 * What was verified of an envelope.
 *
 * @param envelope the envelope
 * @param key the key with which it was verified
 * @param algorithm the number of the algorithm, from the IANA COSE Algorithms registry
 */
public record EatSignature(EatEnvelope envelope, VerificationKey key, long algorithm) {
  /** Creates a statement about an envelope. */
  public EatSignature {
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(key, "key");
  }
}
