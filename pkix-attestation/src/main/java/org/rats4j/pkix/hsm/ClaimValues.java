package org.rats4j.pkix.hsm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.pkix.ElementBuilder;
import org.rats4j.pkix.EvidenceClaimKey;

/** What a source observed, by the claims that report it. What it did not observe is not here. */
public final class ClaimValues {
  /** Nothing. */
  public static final ClaimValues NONE = builder().build();

  private final Map<EvidenceClaimKey<?>, List<Object>> values;

  private ClaimValues(Builder builder) {
    values = new HashMap<>();
    builder.values.forEach((key, list) -> values.put(key, List.copyOf(list)));
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the values of a claim in their order. */
  public <T> List<T> all(EvidenceClaimKey<T> key) {
    @SuppressWarnings("unchecked") // The builder took them by this key.
    List<T> list = (List<T>) values.getOrDefault(key, List.of());
    return list;
  }

  /** Returns the value of a claim, the first if there are several. */
  public <T> Optional<T> get(EvidenceClaimKey<T> key) {
    return all(key).stream().findFirst();
  }

  <T> void report(EvidenceClaimKey<T> key, ElementBuilder element) {
    all(key).forEach(value -> element.put(key, value));
  }

  /** Returns the names of the claims; values identify a device. */
  @Override
  public String toString() {
    return "ClaimValues" + values.keySet();
  }

  /** Builds {@link ClaimValues}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<EvidenceClaimKey<?>, List<Object>> values = new HashMap<>();

    private Builder() {}

    /** Adds a value. */
    public <T> Builder add(EvidenceClaimKey<T> key, T value) {
      values
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Adds what was observed, if it was. */
    public <T> Builder addIfPresent(EvidenceClaimKey<T> key, Optional<? extends T> value) {
      value.ifPresent(observed -> add(key, observed));
      return this;
    }

    /** Returns the values. */
    public ClaimValues build() {
      return new ClaimValues(this);
    }
  }
}
