package org.rats4j.corim.appraisal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Label;
import org.rats4j.corim.CorimProfileId;

/**
 * How evidence is appraised where the draft leaves a choice, how the values of profiles are
 * compared, and how much work one appraisal may be.
 */
public final class AppraisalOptions {
  /** What is recommended here: no alternative. */
  public static final AppraisalOptions RECOMMENDED =
      new AppraisalOptions("RECOMMENDED", Set.of(), Map.of(), 1_000_000, 10_000_000);

  /**
   * The draft as it is written, defects included; to compare with other verifiers, not to decide by
   * it. Values without rule never match, keys and algorithms are compared by their encoding, and
   * one reference value vouches for all elements beside it.
   */
  public static final AppraisalOptions DRAFT_11_LITERAL =
      new AppraisalOptions(
          "DRAFT_11_LITERAL",
          EnumSet.of(
              Alternative.WHOLE_ECT,
              Alternative.IGNORE_AUTHORIZED_BY,
              Alternative.EXACT_AUTHORITY,
              Alternative.NO_MATCH_WITHOUT_RULE,
              Alternative.VERSION_MAP_EQUALITY,
              Alternative.DIGEST_NAMES_AS_SPELLED),
          Map.of(),
          1_000_000,
          10_000_000);

  private final String preset;
  private final Set<Alternative> alternatives;
  private final Map<CorimProfileId, Map<Label, ValueComparator>> comparators;
  private final int maxEntries;
  private final long maxComparisons;

  private AppraisalOptions(
      String preset,
      Set<Alternative> alternatives,
      Map<CorimProfileId, Map<Label, ValueComparator>> comparators,
      int maxEntries,
      long maxComparisons) {
    this.preset = preset;
    this.alternatives = Collections.unmodifiableSet(alternatives);
    this.comparators = comparators;
    this.maxEntries = maxEntries;
    this.maxComparisons = maxComparisons;
  }

  /** Returns these options and {@code alternative}. */
  public AppraisalOptions with(Alternative alternative) {
    EnumSet<Alternative> all = EnumSet.of(alternative);
    all.addAll(alternatives);
    return new AppraisalOptions(preset, all, comparators, maxEntries, maxComparisons);
  }

  /** Returns these options with the recommended answer in place of {@code alternative}. */
  public AppraisalOptions without(Alternative alternative) {
    EnumSet<Alternative> all = EnumSet.noneOf(Alternative.class);
    all.addAll(alternatives);
    all.remove(Objects.requireNonNull(alternative, "alternative"));
    return new AppraisalOptions(preset, all, comparators, maxEntries, maxComparisons);
  }

  /**
   * Returns these options, under which values at {@code codePoint} are compared by {@code
   * comparator} where the condition comes from a CoRIM of {@code profile}, also if the
   * specification has a rule.
   */
  public AppraisalOptions withComparator(
      CorimProfileId profile, Label codePoint, ValueComparator comparator) {
    Map<CorimProfileId, Map<Label, ValueComparator>> all = new HashMap<>(comparators);
    Map<Label, ValueComparator> ofProfile = new HashMap<>(all.getOrDefault(profile, Map.of()));
    ofProfile.put(
        Objects.requireNonNull(codePoint, "codePoint"),
        Objects.requireNonNull(comparator, "comparator"));
    all.put(Objects.requireNonNull(profile, "profile"), Map.copyOf(ofProfile));
    return new AppraisalOptions(preset, alternatives, Map.copyOf(all), maxEntries, maxComparisons);
  }

  /**
   * Returns these options with other limits of one appraisal, which fails beyond them.
   *
   * @param maxEntries how many tuples may be accepted; 1,000,000 if not set
   * @param maxComparisons how often a condition may be compared with a tuple; 10,000,000 if not set
   * @throws IllegalArgumentException if one is not positive
   */
  public AppraisalOptions withLimits(int maxEntries, long maxComparisons) {
    if (maxEntries <= 0 || maxComparisons <= 0) {
      throw new IllegalArgumentException("limit is not positive");
    }
    return new AppraisalOptions(preset, alternatives, comparators, maxEntries, maxComparisons);
  }

  /** Returns the name of the constant that these options were made from. */
  public String preset() {
    return preset;
  }

  /** Returns the alternatives to what is recommended. */
  public Set<Alternative> alternatives() {
    return alternatives;
  }

  /** Returns how many tuples may be accepted. */
  public int maxEntries() {
    return maxEntries;
  }

  /** Returns how often a condition may be compared with a tuple. */
  public long maxComparisons() {
    return maxComparisons;
  }

  boolean has(Alternative alternative) {
    return alternatives.contains(alternative);
  }

  boolean hasComparators(CorimProfileId profile) {
    return comparators.containsKey(profile);
  }

  Optional<ValueComparator> comparator(CorimProfileId profile, Label codePoint) {
    return Optional.ofNullable(comparators.getOrDefault(profile, Map.of()).get(codePoint));
  }

  @Override
  public String toString() {
    return alternatives.isEmpty() ? preset : preset + List.copyOf(alternatives);
  }
}
