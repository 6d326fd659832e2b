package org.rats4j.corim.appraisal;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;

/**
 * Claims about one part of an environment.
 *
 * <pre>{@code
 * element-map = {
 *   ? &(element-id: "element-id") => $measured-element-type-choice
 *   &(element-claims: "element-claims") => measurement-values-map
 * }
 * }</pre>
 *
 * <p>Several elements of one tuple may have the same name.
 */
public final class Element {
  private final @Nullable MeasurementKey id;
  private final MeasurementValues claims;

  /** Made when it is needed first; threads that meet there make the same. */
  private @Nullable Bytes encoded;

  private Element(@Nullable MeasurementKey id, MeasurementValues claims) {
    this.id = id;
    this.claims = Objects.requireNonNull(claims, "claims");
  }

  /** Returns an element without name. */
  public static Element of(MeasurementValues claims) {
    return new Element(null, claims);
  }

  /** Returns an element. */
  public static Element of(MeasurementKey id, MeasurementValues claims) {
    return new Element(Objects.requireNonNull(id, "id"), claims);
  }

  /** Returns the element that {@code measurement} is about; who may say so is left out. */
  public static Element of(Measurement measurement) {
    return new Element(measurement.key().orElse(null), measurement.values());
  }

  /** Returns this element with other claims. */
  Element withClaims(MeasurementValues other) {
    return new Element(id, other);
  }

  /** Returns the name; an element without one never matches one that has one. */
  public Optional<MeasurementKey> id() {
    return Optional.ofNullable(id);
  }

  /** Returns the claims. */
  public MeasurementValues claims() {
    return claims;
  }

  /** Returns this element in deterministic CBOR. */
  Bytes encode() {
    Bytes known = encoded;
    if (known == null) {
      known = EctCodec.encode(this);
      encoded = known;
    }
    return known;
  }

  boolean hasId(Optional<MeasurementKey> other) {
    return id == null ? other.isEmpty() : other.isPresent() && id.equals(other.get());
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof Element other
            && Objects.equals(id, other.id)
            && claims.equals(other.claims));
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(id) + claims.hashCode();
  }

  @Override
  public String toString() {
    return (id == null ? "" : id + ": ") + claims;
  }
}
