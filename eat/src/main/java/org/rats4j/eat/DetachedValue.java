package org.rats4j.eat;

import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;

/**
 * What a bundle has under a name, before its digest was compared.
 *
 * @param content the bytes that the digest is over
 * @param token what they are if not a claims-set
 */
public record DetachedValue(Bytes content, Optional<NestedToken> token) {
  /** Creates a value. */
  public DetachedValue {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(token, "token");
  }

  /** Returns an encoded claims-set. */
  public static DetachedValue ofClaimsSet(Bytes encoded) {
    return new DetachedValue(encoded, Optional.empty());
  }

  /** Returns a token that stands in place of a claims-set; the digest is over its bytes. */
  public static DetachedValue ofToken(NestedToken token) {
    return new DetachedValue(token.encoded(), Optional.of(token));
  }

  /** Returns the size; the value may identify a device. */
  @Override
  public String toString() {
    return "DetachedValue[" + content.size() + " bytes]";
  }
}
