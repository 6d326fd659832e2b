package org.rats4j.corim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.corim.comid.Comid;

/**
 * What a profile adds to the specification and what it demands: keys of maps, tags of type choices,
 * and rules. It holds for the CoRIMs that name it, and for no others.
 */
public final class CorimProfile {
  private final CorimProfileId id;
  private final Map<ExtensionPlace, Map<Label, ExtensionKey<?>>> keys;
  private final Map<ChoicePlace, Set<Long>> choices;
  private final List<Function<Comid, List<Finding>>> rules;

  private CorimProfile(Builder builder) {
    id = builder.id;
    Map<ExtensionPlace, Map<Label, ExtensionKey<?>>> keyCopy = new EnumMap<>(ExtensionPlace.class);
    builder.keys.forEach(
        (place, map) -> keyCopy.put(place, Collections.unmodifiableMap(new LinkedHashMap<>(map))));
    keys = Collections.unmodifiableMap(keyCopy);
    Map<ChoicePlace, Set<Long>> choiceCopy = new EnumMap<>(ChoicePlace.class);
    builder.choices.forEach((place, tags) -> choiceCopy.put(place, Set.copyOf(tags)));
    choices = Collections.unmodifiableMap(choiceCopy);
    rules = List.copyOf(builder.rules);
  }

  /** Returns a builder of a profile with this name. */
  public static Builder builder(CorimProfileId id) {
    return new Builder(id);
  }

  /** Returns a profile that adds and demands nothing, so that its CoRIMs can be read. */
  public static CorimProfile withoutRules(CorimProfileId id) {
    return builder(id).build();
  }

  /** Returns the name. */
  public CorimProfileId id() {
    return id;
  }

  /** Returns the key that the profile adds to the map at {@code place} under {@code label}. */
  public Optional<ExtensionKey<?>> key(ExtensionPlace place, Label label) {
    return Optional.ofNullable(keys.getOrDefault(place, Map.of()).get(label));
  }

  /** Returns the key that the profile adds to the map at {@code place} under {@code name}. */
  public Optional<ExtensionKey<?>> key(ExtensionPlace place, String name) {
    Objects.requireNonNull(name, "name");
    return keys.getOrDefault(place, Map.of()).values().stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .map(Function.identity());
  }

  /** Returns whether the profile adds {@code tag} to the choice. */
  public boolean hasChoice(ChoicePlace place, long tag) {
    return choices.getOrDefault(place, Set.of()).contains(tag);
  }

  /**
   * Returns what {@code comid} does that this profile forbids, with severity ERROR, or finds worth
   * a remark.
   */
  public List<Finding> check(Comid comid) {
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(rule.apply(comid)));
    return List.copyOf(findings);
  }

  @Override
  public String toString() {
    return "profile " + id;
  }

  /** Builds a profile. Not safe for use by several threads. */
  public static final class Builder {
    private final CorimProfileId id;
    private final Map<ExtensionPlace, Map<Label, ExtensionKey<?>>> keys =
        new EnumMap<>(ExtensionPlace.class);
    private final Map<ChoicePlace, Set<Long>> choices = new EnumMap<>(ChoicePlace.class);
    private final List<Function<Comid, List<Finding>>> rules = new ArrayList<>();

    private Builder(CorimProfileId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /**
     * Adds a key to a map.
     *
     * @throws IllegalArgumentException if the profile has a key of that label or name there
     */
    public Builder key(ExtensionKey<?> key) {
      Map<Label, ExtensionKey<?>> there =
          keys.computeIfAbsent(key.place(), place -> new LinkedHashMap<>());
      if (there.values().stream().anyMatch(other -> other.name().equals(key.name()))) {
        throw new IllegalArgumentException("name twice: " + key.name());
      }
      if (there.putIfAbsent(key.label(), key) != null) {
        throw new IllegalArgumentException("key twice: " + key.label());
      }
      return this;
    }

    /** Adds a tag to a type choice; what is under it stays an unknown choice. */
    public Builder choice(ChoicePlace place, long tag) {
      choices.computeIfAbsent(place, any -> new HashSet<>()).add(tag);
      return this;
    }

    /**
     * Adds a rule.
     *
     * @param rule what finds the faults of a CoMID, with paths that begin with {@code comid}; one
     *     of severity ERROR refuses the CoRIM
     */
    public Builder rule(Function<Comid, List<Finding>> rule) {
      rules.add(Objects.requireNonNull(rule, "rule"));
      return this;
    }

    /** Returns the profile. */
    public CorimProfile build() {
      return new CorimProfile(this);
    }
  }
}
