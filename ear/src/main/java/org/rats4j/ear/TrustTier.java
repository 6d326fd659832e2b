package org.rats4j.ear;

import java.util.Locale;
import java.util.Optional;

/**
 * How much trust a verifier puts in something (AR4SI, section 2.3.2).
 *
 * <pre>{@code
 * ar4si.trustworthiness-tier = none / affirming / warning / contraindicated
 * }</pre>
 *
 * <p>{@link #NONE} says that the verifier asserts nothing. It is not a good sign, and a relying
 * party that wants trust asks for {@link #AFFIRMING}.
 */
public enum TrustTier {
  /** The verifier asserts nothing. */
  NONE(0, 0),
  /** The verifier affirms that the attester can be trusted. */
  AFFIRMING(2, -2),
  /** The verifier has remarks that a relying party should look at. */
  WARNING(32, -33),
  /** The verifier has found what speaks against any trust. */
  CONTRAINDICATED(96, -97);

  private static final TrustTier[] ALL = values();
  private static final TrustTier[] WORST_FIRST = {CONTRAINDICATED, WARNING, AFFIRMING};

  /** The number of the tier and, at once, its first standard claim value. */
  private final int severity;

  /** Its first claim value below zero, which is no mirror image of the standard one. */
  private final int nonStandard;

  private final String wireName;

  TrustTier(int severity, int nonStandard) {
    this.severity = severity;
    this.nonStandard = nonStandard;
    wireName = name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the number of the tier, which is its value in CBOR. The higher it is, the less trust
   * there is; {@link #NONE} counts as 0.
   */
  public int severity() {
    return severity;
  }

  /** Returns the name of the tier in JSON, such as {@code affirming}. */
  public String wireName() {
    return wireName;
  }

  /** Returns the tier with this name in JSON, compared exactly; empty if there is none. */
  public static Optional<TrustTier> ofWireName(String name) {
    for (TrustTier tier : ALL) {
      if (tier.wireName().equals(name)) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }

  /** Returns the tier with this number in CBOR; empty if it is not 0, 2, 32 or 96. */
  public static Optional<TrustTier> ofSeverity(long severity) {
    for (TrustTier tier : ALL) {
      if (tier.severity == severity) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the tier of a trustworthiness claim, also of one that nobody has given a meaning yet
   * (AR4SI, section 2.3.2).
   *
   * @param value the claim
   * @throws IllegalArgumentException if {@code value} is not in -128..127
   */
  public static TrustTier ofClaim(int value) {
    TrustVector.checkClaim(value);
    for (TrustTier tier : WORST_FIRST) {
      if (value >= tier.severity || value <= tier.nonStandard) {
        return tier;
      }
    }
    return NONE;
  }

  /** Returns this tier or {@code other}, whichever has less trust. */
  public TrustTier worse(TrustTier other) {
    return other.severity > severity ? other : this;
  }
}
