package org.rats4j.ear;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;

/**
 * The signed result of another verifier, not verified. Hand {@link #token()} to {@link
 * Ear#decode(Bytes, EarOptions)} and verify it with what you expect of that verifier.
 *
 * @param encoding whether it is a JWT ({@link Encoding#JSON}) or a CWT ({@link Encoding#CBOR})
 * @param token the token as it stands in the EAR
 */
public record NestedEarToken(Encoding encoding, Bytes token) implements Submod {
  /** Creates a nested token. */
  public NestedEarToken {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(token, "token");
  }

  @Override
  public TrustTier status() {
    return TrustTier.NONE;
  }

  /** Returns kind and size. */
  @Override
  public String toString() {
    return "NestedEarToken[" + encoding + ", " + token.size() + " bytes]";
  }
}
