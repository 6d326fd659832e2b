package org.rats4j.ear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonValue;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.RawClaim;

/**
 * Claims of whatever kind, in the order in which they were received or put: attester and verifier
 * claims, TEEP claims, and all that a dialect does not know.
 *
 * <p>Claims are read with the keys of {@link org.rats4j.eat.Claims} or with keys of your own:
 *
 * <pre>{@code
 * Optional<Ueid> device = appraisal.attesterClaims().get(Claims.UEID);
 * }</pre>
 *
 * <p>What was received and has no key is kept as it is and written back unchanged.
 */
public final class ClaimMap {
  /** No claims. */
  public static final ClaimMap EMPTY = new ClaimMap(builder());

  private final Map<ClaimKey<?>, Object> values;
  private final Map<Label, RawClaim> raw;

  private ClaimMap(Builder builder) {
    values = copy(builder.values);
    raw = copy(builder.raw);
  }

  private static <K, V> Map<K, V> copy(@Nullable Map<K, V> map) {
    return map == null || map.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that holds these claims. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.values = new LinkedHashMap<>(values);
    builder.raw = new LinkedHashMap<>(raw);
    return builder;
  }

  /**
   * Returns the value of a claim. One that was received without being looked at is read here and
   * now.
   *
   * @throws DecodingException if what was received is no value of {@code key}
   */
  public <T> Optional<T> get(ClaimKey<T> key) throws DecodingException {
    Optional<T> known = known(key);
    if (known.isPresent()) {
      return known;
    }
    for (Encoding encoding : Encoding.values()) {
      Optional<RawClaim> found = key.labelIn(encoding).map(raw::get);
      if (found.isPresent() && found.get().encoding() == encoding) {
        return Optional.of(RawClaims.decode(key, found.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the value to which {@code steps} lead, among the claims without key: names of members,
   * keys of CBOR maps in decimal, and positions in arrays from 0.
   */
  public Optional<RawClaim> at(String... steps) {
    Optional<RawClaim> found = Optional.empty();
    for (int i = 0; i < steps.length; i++) {
      String step = steps[i];
      found = i == 0 ? labelled(step) : found.flatMap(claim -> RawPath.step(claim, step));
    }
    return found;
  }

  private Optional<RawClaim> labelled(String step) {
    return raw.entrySet().stream()
        .filter(entry -> entry.getKey().toString().equals(step))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Returns whether there is a claim with this label; names of JSON are text labels here. */
  public boolean contains(Label label) {
    return raw.containsKey(label)
        || values.keySet().stream().anyMatch(key -> RawClaims.isCalled(key, label));
  }

  /** Returns the claims that were put or read with a key. */
  public Map<ClaimKey<?>, Object> values() {
    return values;
  }

  /** Returns the claims without key. Names of JSON are text labels here. */
  public Map<Label, RawClaim> raw() {
    return raw;
  }

  /** Returns whether there is no claim. */
  public boolean isEmpty() {
    return values.isEmpty() && raw.isEmpty();
  }

  /** Returns how many claims there are. */
  public int size() {
    return values.size() + raw.size();
  }

  /** Returns these claims without those that {@code label} marks in any encoding. */
  public ClaimMap without(Label label) {
    Builder builder = new Builder();
    values.keySet().stream()
        .filter(key -> !RawClaims.isCalled(key, label))
        .forEach(key -> RawClaims.copy(key, this, builder));
    raw.forEach(
        (other, value) -> {
          if (!other.equals(label)) {
            builder.put(other, value);
          }
        });
    return builder.build();
  }

  /** Returns the value that was put or read with {@code key}. */
  <T> Optional<T> known(ClaimKey<T> key) {
    @SuppressWarnings("unchecked") // put keeps key and value together
    T value = (T) values.get(key);
    return Optional.ofNullable(value);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ClaimMap other && values.equals(other.values) && raw.equals(other.raw);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values, raw);
  }

  /** Returns the labels, not the values. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    values.keySet().forEach(key -> parts.add(key.name()));
    raw.keySet().forEach(label -> parts.add(Shown.text(label.toString())));
    return "ClaimMap" + parts;
  }

  /** Builds {@link ClaimMap}. Not safe for use by several threads. */
  public static final class Builder {
    // Made at need: a result has many maps of claims, and most of them are empty.
    private @Nullable Map<ClaimKey<?>, Object> values;
    private @Nullable Map<Label, RawClaim> raw;

    private Builder() {}

    /** Sets a claim, which both encodings can then carry. */
    public <T> Builder put(ClaimKey<T> key, T value) {
      if (values == null) {
        values = new LinkedHashMap<>();
      }
      values.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets a claim that is a JSON value; only JSON can carry it as it is. */
    public Builder put(String name, JsonValue value) {
      return put(Label.of(name), new RawClaim.OfJson(value));
    }

    /** Sets a claim in the encoding that {@code value} has. */
    public Builder put(Label label, RawClaim value) {
      if (raw == null) {
        raw = new LinkedHashMap<>();
      }
      raw.put(Objects.requireNonNull(label, "label"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Returns the claims. */
    public ClaimMap build() {
      return values == null && raw == null ? EMPTY : new ClaimMap(this);
    }
  }
}
