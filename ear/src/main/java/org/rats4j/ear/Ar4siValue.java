package org.rats4j.ear;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a trustworthiness claim means (AR4SI, section 2.3.4).
 *
 * @param category the category in which the claim stands
 * @param value the claim, -128 to 127
 * @param symbol a name that implementations share, such as {@code genuine_hw}; empty if nobody has
 *     given the value a meaning
 * @param text the meaning in a few words
 */
public record Ar4siValue(Category category, int value, String symbol, String text) {
  /** The verifier malfunctioned, in whatever category. */
  public static final int VERIFIER_MALFUNCTION = -1;

  /** The verifier asserts nothing, in whatever category; the same as an absent claim. */
  public static final int NO_CLAIM = 0;

  /** The evidence has what the verifier cannot evaluate, in whatever category. */
  public static final int UNEXPECTED_EVIDENCE = 1;

  /** The cryptographic validation of the evidence failed, in whatever category. */
  public static final int CRYPTO_FAILED = 99;

  /**
   * Creates a meaning.
   *
   * @throws IllegalArgumentException if {@code value} is not in -128..127
   */
  public Ar4siValue {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(text, "text");
    TrustVector.checkClaim(value);
  }

  /**
   * Returns what {@code value} means in {@code category}. A value without meaning of its own gets
   * that of its tier.
   *
   * @throws IllegalArgumentException if {@code value} is not in -128..127
   */
  public static Ar4siValue describe(Category category, int value) {
    return Ar4siTable.find(category, value)
        .orElseGet(
            () -> new Ar4siValue(category, value, "", "unassigned, counts as " + tierWord(value)));
  }

  /** Returns the value that {@code symbol} names in {@code category}; empty if there is none. */
  public static Optional<Ar4siValue> ofSymbol(Category category, String symbol) {
    return Ar4siTable.find(category, symbol);
  }

  /** Returns all values with a meaning in {@code category}, those of every category first. */
  public static List<Ar4siValue> all(Category category) {
    return Ar4siTable.all(category);
  }

  /** Returns the tier of the value. */
  public TrustTier tier() {
    return TrustTier.ofClaim(value);
  }

  /**
   * Returns whether the value is from the range that AR4SI assigns; other verifiers use the rest.
   */
  public boolean isStandard() {
    return value >= 0;
  }

  private static String tierWord(int value) {
    return TrustTier.ofClaim(value).wireName();
  }
}
