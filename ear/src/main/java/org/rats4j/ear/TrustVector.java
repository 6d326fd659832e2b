package org.rats4j.ear;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Label;
import org.rats4j.eat.RawClaim;

/**
 * What a verifier claims of an attester, category by category (AR4SI, section 2.3).
 *
 * <pre>{@code
 * trustworthiness-vector = non-empty<{ ? category => -128..127 }>
 * }</pre>
 *
 * <p>A category without claim counts like the claim 0: the verifier asserts nothing. Whether it was
 * absent or 0 is kept for writing the vector again, and a relying party should not tell them apart.
 */
public final class TrustVector {
  private static final int MIN = -128;
  private static final int MAX = 127;

  private final byte[] claims;
  private final int present;
  private final Map<Label, RawClaim> unknown;

  private TrustVector(Builder builder) {
    claims = builder.claims.clone();
    present = builder.present;
    unknown =
        builder.unknown == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(builder.unknown));
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that holds these claims. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    System.arraycopy(claims, 0, builder.claims, 0, claims.length);
    builder.present = present;
    builder.unknown = unknown.isEmpty() ? null : new LinkedHashMap<>(unknown);
    return builder;
  }

  /** Returns the claim in {@code category}, -128 to 127; 0 if there is none. */
  public int claim(Category category) {
    return claims[category.number()];
  }

  /** Returns whether there is a claim in {@code category}, if only 0. */
  public boolean contains(Category category) {
    return (present & 1 << category.number()) != 0;
  }

  /** Returns the tier of the claim in {@code category}; {@link TrustTier#NONE} if there is none. */
  public TrustTier tier(Category category) {
    return TrustTier.ofClaim(claim(category));
  }

  /** Returns what the claim in {@code category} means. */
  public Ar4siValue describe(Category category) {
    return Ar4siValue.describe(category, claim(category));
  }

  /** Returns the claims in the order of the categories. */
  public Map<Category, Integer> claims() {
    Map<Category, Integer> map = new LinkedHashMap<>();
    for (Category category : Category.ALL) {
      if (contains(category)) {
        map.put(category, claim(category));
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * Returns the worst tier of all claims, which is the status that they call for; {@link
   * TrustTier#NONE} if there is no claim. Unknown categories do not count.
   */
  public TrustTier worst() {
    TrustTier worst = TrustTier.NONE;
    for (byte claim : claims) {
      worst = worst.worse(TrustTier.ofClaim(claim));
    }
    return worst;
  }

  /** Returns the claims in categories that AR4SI does not know, under their keys, unread. */
  public Map<Label, RawClaim> unknown() {
    return unknown;
  }

  /** Returns whether there is no claim, not even in an unknown category. */
  public boolean isEmpty() {
    return present == 0 && unknown.isEmpty();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof TrustVector other
        && present == other.present
        && Arrays.equals(claims, other.claims)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(claims), present, unknown);
  }

  @Override
  public String toString() {
    return "TrustVector" + claims() + (unknown.isEmpty() ? "" : " and " + unknown.size() + " more");
  }

  /**
   * Throws if {@code value} is no trustworthiness claim.
   *
   * @throws IllegalArgumentException if it is not in -128..127
   */
  static void checkClaim(int value) {
    if (value < MIN || value > MAX) {
      throw new IllegalArgumentException("claim is not in -128..127: " + value);
    }
  }

  /** Builds {@link TrustVector}. Not safe for use by several threads. */
  public static final class Builder {
    private final byte[] claims = new byte[Category.ALL.size()];
    private int present;
    private @Nullable Map<Label, RawClaim> unknown;

    private Builder() {}

    /**
     * Sets the claim in {@code category}.
     *
     * @throws IllegalArgumentException if {@code value} is not in -128..127
     */
    public Builder set(Category category, int value) {
      checkClaim(value);
      claims[category.number()] = (byte) value;
      present |= 1 << category.number();
      return this;
    }

    /** Sets the claim that {@code value} describes. */
    public Builder set(Ar4siValue value) {
      return set(value.category(), value.value());
    }

    /** Sets a claim in a category that AR4SI does not know. */
    Builder setUnknown(Label key, RawClaim value) {
      if (unknown == null) {
        unknown = new LinkedHashMap<>();
      }
      unknown.put(key, value);
      return this;
    }

    /** Returns the vector. */
    public TrustVector build() {
      return new TrustVector(this);
    }
  }
}
