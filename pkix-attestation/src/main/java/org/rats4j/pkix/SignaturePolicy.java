package org.rats4j.pkix;

import java.util.Objects;
import org.rats4j.core.crypto.TrustAnchors;

/** Which of several signatures have to be right and trusted. */
public sealed interface SignaturePolicy {
  /** Every signature; the default. */
  SignaturePolicy ALL = new All();

  /** One at least. */
  SignaturePolicy ANY = new AtLeast(1);

  /**
   * Returns the policy that demands signatures by so many different keys.
   *
   * @throws IllegalArgumentException if {@code keys} is below 1
   */
  static SignaturePolicy atLeast(int keys) {
    return new AtLeast(keys);
  }

  /** Returns the policy that demands a signature whose path leads to one of {@code anchors}. */
  static SignaturePolicy signedBy(TrustAnchors anchors) {
    return new SignedBy(anchors);
  }

  /** Every signature. */
  record All() implements SignaturePolicy {}

  /**
   * Signatures by so many different keys.
   *
   * @param keys how many
   */
  record AtLeast(int keys) implements SignaturePolicy {
    /**
     * Creates the policy.
     *
     * @throws IllegalArgumentException if {@code keys} is below 1
     */
    public AtLeast {
      if (keys < 1) {
        throw new IllegalArgumentException("no key is too few");
      }
    }
  }

  /**
   * A signature whose path leads to one of some anchors.
   *
   * @param anchors these, which the verifier has to trust as well
   */
  record SignedBy(TrustAnchors anchors) implements SignaturePolicy {
    /** Creates the policy. */
    public SignedBy {
      Objects.requireNonNull(anchors, "anchors");
    }
  }
}
