package org.rats4j.eat;

import java.util.List;
import org.rats4j.core.Bytes;

/**
 * The nonces of a token, one or more ({@code eat_nonce}).
 *
 * <pre>{@code nonce = nonce-type / [2* nonce-type]}</pre>
 *
 * @param values the nonces in order
 */
public record Nonces(List<Nonce> values) {
  /** How many nonces a decoder takes. */
  static final int MAX = 64;

  /**
   * Creates the claim.
   *
   * @throws IllegalArgumentException if there is no nonce
   */
  public Nonces {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no nonce");
    }
  }

  /** Returns these nonces. */
  public static Nonces of(Nonce... nonces) {
    return new Nonces(List.of(nonces));
  }

  /**
   * Returns one nonce of these bytes.
   *
   * @throws IllegalArgumentException if there are less than 8 or more than 64
   */
  public static Nonces of(Bytes nonce) {
    return of(Nonce.ofBytes(nonce));
  }

  /** Returns whether one of these is {@code expected} on the wire. */
  public boolean contains(Nonce expected) {
    boolean found = false;
    for (Nonce nonce : values) {
      found |= expected.matches(nonce);
    }
    return found;
  }
}
