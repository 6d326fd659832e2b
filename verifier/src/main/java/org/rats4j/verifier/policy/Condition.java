package org.rats4j.verifier.policy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.ear.Glob;
import org.rats4j.verifier.evidence.KeySource;

/** What has to hold for a rule to say something. {@link PolicyRules} has the grammar. */
public sealed interface Condition {
  /** Holds for everything. */
  Condition ALWAYS = new All(List.of());

  /** Returns whether it holds for {@code component}. */
  boolean holds(AppraisedComponent component);

  /**
   * All of these hold.
   *
   * @param conditions the conditions
   */
  record All(List<Condition> conditions) implements Condition {
    /** Creates a condition. */
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return conditions.stream().allMatch(condition -> condition.holds(component));
    }
  }

  /**
   * One of these holds, or more.
   *
   * @param conditions the conditions
   */
  record Any(List<Condition> conditions) implements Condition {
    /** Creates a condition. */
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return conditions.stream().anyMatch(condition -> condition.holds(component));
    }
  }

  /**
   * This does not hold.
   *
   * @param condition the condition
   */
  record Not(Condition condition) implements Condition {
    /** Creates a condition. */
    public Not {
      Objects.requireNonNull(condition, "condition");
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return !condition.holds(component);
    }
  }

  /**
   * For each pattern the evidence has a measurement with such a key, and reference values vouch for
   * each of them.
   *
   * @param elements patterns of mkeys, at least one
   * @param codePoints the values that have to be vouched for; if there is none, those of {@link
   *     ElementView#isCorroborated()}
   * @param by whose reference values count, all together; if there is none, those of anybody
   */
  record Corroborated(List<String> elements, Set<Label> codePoints, List<NamedAuthority> by)
      implements Condition {
    /** Creates a condition. */
    public Corroborated {
      elements = List.copyOf(elements);
      codePoints = Set.copyOf(codePoints);
      by = List.copyOf(by);
    }

    /** Creates a condition for which the reference values of anybody count. */
    public Corroborated(List<String> elements, Set<Label> codePoints) {
      this(elements, codePoints, List.of());
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return !elements.isEmpty()
          && elements.stream().allMatch(pattern -> holds(component, List.of(pattern)));
    }

    private boolean holds(AppraisedComponent component, List<String> pattern) {
      List<ElementView> all = selected(component, pattern).toList();
      return !all.isEmpty() && all.stream().allMatch(this::isCorroborated);
    }

    private boolean isCorroborated(ElementView element) {
      ElementView counted =
          by.isEmpty() ? element : element.vouchedBy(origin -> counts(origin, by));
      return codePoints.isEmpty() ? counted.isCorroborated() : counted.isCorroborated(codePoints);
    }
  }

  /**
   * The evidence has a measurement with such a key.
   *
   * @param elements patterns of mkeys
   */
  record Measured(List<String> elements) implements Condition {
    /** Creates a condition. */
    public Measured {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return selected(component, elements).findAny().isPresent();
    }
  }

  /**
   * There are reference values for this environment, or there are none.
   *
   * @param value which of both
   */
  record Known(boolean value) implements Condition {
    @Override
    public boolean holds(AppraisedComponent component) {
      return component.isKnown() == value;
    }
  }

  /**
   * There are reference values for this environment by one of these.
   *
   * @param by whose reference values count, at least one
   */
  record KnownBy(List<NamedAuthority> by) implements Condition {
    /**
     * Creates a condition.
     *
     * @throws IllegalArgumentException if nobody is named
     */
    public KnownBy {
      by = List.copyOf(by);
      if (by.isEmpty()) {
        throw new IllegalArgumentException("known by nobody");
      }
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return component.isKnownBy(signer -> by.stream().anyMatch(named -> named.isIn(signer)));
    }
  }

  /**
   * An endorser says something under such a key.
   *
   * @param elements patterns of mkeys
   * @param codePoints the values that there have to be
   * @param by whose endorsements count; if there is none, those of anybody
   */
  record Endorsed(List<String> elements, Set<Label> codePoints, List<NamedAuthority> by)
      implements Condition {
    /** Creates a condition. */
    public Endorsed {
      elements = List.copyOf(elements);
      codePoints = Set.copyOf(codePoints);
      by = List.copyOf(by);
    }

    /** Creates a condition for which the endorsements of anybody count. */
    public Endorsed(List<String> elements, Set<Label> codePoints) {
      this(elements, codePoints, List.of());
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return component.endorsements().stream().anyMatch(this::fits);
    }

    private boolean fits(EndorsementView endorsement) {
      String key = endorsement.key();
      return elements.stream().anyMatch(pattern -> Glob.matches(pattern, key))
          && codePoints.stream().allMatch(endorsement.measurement().values()::contains)
          && (by.isEmpty() || endorsement.by().stream().anyMatch(origin -> counts(origin, by)));
    }
  }

  /**
   * A claim of the evidence has one of these values; one that is absent has none.
   *
   * @param name the claim
   * @param values texts, integers or booleans
   */
  record Claim(String name, List<JsonValue> values) implements Condition {
    /** Creates a condition. */
    public Claim {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return component.claim(name).filter(this::isOneOf).isPresent();
    }

    private boolean isOneOf(JsonValue found) {
      return values.stream().anyMatch(value -> same(value, found));
    }

    private static boolean same(JsonValue wanted, JsonValue found) {
      return wanted instanceof JsonNumber number && found instanceof JsonNumber other
          ? number.value().compareTo(other.value()) == 0
          : wanted.equals(found);
    }
  }

  /**
   * The evidence has this claim.
   *
   * @param name the claim
   */
  record Claims(String name) implements Condition {
    /** Creates a condition. */
    public Claims {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return component.claim(name).isPresent();
    }
  }

  /**
   * The key of the evidence comes from one of these.
   *
   * @param sources the sources
   */
  record Key(Set<KeySource> sources) implements Condition {
    /** Creates a condition. */
    public Key {
      sources = Set.copyOf(sources);
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return sources.contains(component.keySource());
    }
  }

  /**
   * The measurements are written by one of these profiles of CoRIM.
   *
   * @param profiles the profiles
   */
  record Profile(Set<CorimProfileId> profiles) implements Condition {
    /** Creates a condition. */
    public Profile {
      profiles = Set.copyOf(profiles);
    }

    @Override
    public boolean holds(AppraisedComponent component) {
      return component.profile().filter(profiles::contains).isPresent();
    }
  }

  private static boolean counts(Origin origin, List<NamedAuthority> by) {
    return by.stream().anyMatch(named -> named.isIn(origin.authority()));
  }

  private static Stream<ElementView> selected(AppraisedComponent component, List<String> patterns) {
    Predicate<String> fits =
        key -> patterns.stream().anyMatch(pattern -> Glob.matches(pattern, key));
    return component.elements().stream().filter(element -> fits.test(element.key()));
  }
}
