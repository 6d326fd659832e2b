package org.rats4j.eat;

import java.util.Objects;

/**
 * A part of an entity, with claims of its own (RFC 9711, section 4.2.18).
 *
 * <pre>{@code
 * Submodule (CBOR) = Claims-Set / Detached-Submodule-Digest / bstr .cbor CBOR-Nested-Token / tstr
 * Submodule (JSON) = Claims-Set / JSON-Selector
 * }</pre>
 *
 * <p>Nothing is inherited: a submodule has none of the claims around it, nor has its parent those
 * of the submodule.
 */
public sealed interface Submodule
    permits Submodule.ClaimsSet, NestedToken, SubmoduleDigest, Submodule.Unknown {

  /**
   * Claims that the token around them protects.
   *
   * @param claims the claims, perhaps none
   */
  record ClaimsSet(EatClaims claims) implements Submodule {
    /** Creates a submodule. */
    public ClaimsSet {
      Objects.requireNonNull(claims, "claims");
    }
  }

  /**
   * A kind of submodule that this library does not know: another tag inside a byte string, or
   * another JSON-Selector. It is written back unchanged, in the encoding that it came in.
   *
   * @param value the value as it was received
   */
  record Unknown(RawClaim value) implements Submodule {
    /** Creates a submodule. */
    public Unknown {
      Objects.requireNonNull(value, "value");
    }
  }
}
