package org.rats4j.eat;

import java.util.List;
import java.util.Objects;

/**
 * What a profile says of one claim: whether it has to be there, and which values it may have.
 *
 * <pre>{@code
 * ProfileClaim.required(Claims.NONCE, ValueRule.oneNonce(32))
 * ProfileClaim.prohibited(Claims.SOFTWARE_NAME)
 * }</pre>
 *
 * @param <T> the type of the values
 * @param key the claim
 * @param presence whether it has to be there
 * @param values what is demanded of its value
 */
public record ProfileClaim<T>(
    ClaimKey<T> key, Presence presence, List<ValueRule<? super T>> values) {

  /** Whether a claim has to be there. */
  public enum Presence {
    /** It has to be there. */
    REQUIRED,
    /** It may be there. */
    OPTIONAL,
    /** It has no meaning in this profile; that it is there is remarked. */
    FOREIGN,
    /** It must not be there. */
    PROHIBITED,
  }

  /** Creates a rule. */
  public ProfileClaim {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(presence, "presence");
    values = List.copyOf(values);
  }

  /** Demands a claim, with values as all these rules demand. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads the array
  public static <T> ProfileClaim<T> required(ClaimKey<T> key, ValueRule<? super T>... values) {
    return new ProfileClaim<>(key, Presence.REQUIRED, List.of(values));
  }

  /** Allows a claim, with values as all these rules demand. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads the array
  public static <T> ProfileClaim<T> optional(ClaimKey<T> key, ValueRule<? super T>... values) {
    return new ProfileClaim<>(key, Presence.OPTIONAL, List.of(values));
  }

  /** Says that a claim has no meaning here. */
  public static <T> ProfileClaim<T> foreign(ClaimKey<T> key) {
    return new ProfileClaim<>(key, Presence.FOREIGN, List.of());
  }

  /** Forbids a claim. */
  public static <T> ProfileClaim<T> prohibited(ClaimKey<T> key) {
    return new ProfileClaim<>(key, Presence.PROHIBITED, List.of());
  }
}
