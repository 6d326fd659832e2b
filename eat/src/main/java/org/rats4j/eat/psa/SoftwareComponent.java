package org.rats4j.eat.psa;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.codec.ValueCodec;

/**
 * A part of the software and its measurement (RFC 9783, section 4.4.1).
 *
 * <pre>{@code
 * psa-software-component = {
 *   ? 1 => text,          ; measurement type
 *   2 => psa-hash-type,   ; measurement value
 *   ? 4 => text,          ; version
 *   5 => psa-hash-type,   ; signer id
 *   ? 6 => text           ; measurement description
 * }
 * psa-hash-type = bytes .size 32 / bytes .size 48 / bytes .size 64
 * }</pre>
 *
 * <p>Members beyond these are kept. Type, version and description are what the token says, for
 * people only after a check.
 */
public final class SoftwareComponent {
  /** Reads and writes components. */
  public static final ValueCodec<SoftwareComponent> CODEC = new SoftwareComponentCodec();

  private final Bytes measurementValue;
  private final Bytes signerId;
  private final @Nullable String measurementType;
  private final @Nullable String version;
  private final @Nullable String measurementDescription;
  private final Map<Label, CborItem> unknown;

  private SoftwareComponent(Builder builder) {
    measurementValue = builder.measurementValue;
    signerId = builder.signerId;
    measurementType = builder.measurementType;
    version = builder.version;
    measurementDescription = builder.measurementDescription;
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(builder.unknown));
  }

  /**
   * Returns a builder of a component.
   *
   * @param measurementValue the hash of the component
   * @param signerId the hash of the key that signed it
   * @throws IllegalArgumentException if one has not 32, 48 or 64 bytes
   */
  public static Builder builder(Bytes measurementValue, Bytes signerId) {
    return new Builder(measurementValue, signerId);
  }

  /** Returns the hash of the component. */
  public Bytes measurementValue() {
    return measurementValue;
  }

  /** Returns the hash of the key that signed the component. */
  public Bytes signerId() {
    return signerId;
  }

  /** Returns the role of the component, such as {@code BL}, {@code PRoT} or {@code ARoT}. */
  public Optional<String> measurementType() {
    return Optional.ofNullable(measurementType);
  }

  /** Returns the version. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** Returns how the component was measured, usually the name of a hash. */
  public Optional<String> measurementDescription() {
    return Optional.ofNullable(measurementDescription);
  }

  /** Returns the members that the specification does not have. */
  public Map<Label, CborItem> unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof SoftwareComponent other
        && measurementValue.equals(other.measurementValue)
        && signerId.equals(other.signerId)
        && Objects.equals(measurementType, other.measurementType)
        && Objects.equals(version, other.version)
        && Objects.equals(measurementDescription, other.measurementDescription)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(measurementValue, signerId, measurementType, version);
  }

  /** Returns type and version. */
  @Override
  public String toString() {
    return "SoftwareComponent[" + measurementType + ", " + version + "]";
  }

  /** Builds a {@link SoftwareComponent}. Not safe for use by several threads. */
  public static final class Builder {
    private final Bytes measurementValue;
    private final Bytes signerId;
    private final Map<Label, CborItem> unknown = new LinkedHashMap<>();
    private @Nullable String measurementType;
    private @Nullable String version;
    private @Nullable String measurementDescription;

    private Builder(Bytes measurementValue, Bytes signerId) {
      this.measurementValue = PsaHash.check(measurementValue, "measurement value");
      this.signerId = PsaHash.check(signerId, "signer id");
    }

    /** Sets the role of the component. */
    public Builder measurementType(String value) {
      measurementType = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the version. */
    public Builder version(String value) {
      version = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets how the component was measured. */
    public Builder measurementDescription(String value) {
      measurementDescription = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds a member that was received and that nobody here knows. */
    Builder unknown(Label label, CborItem value) {
      unknown.put(label, value);
      return this;
    }

    /** Returns the component. */
    public SoftwareComponent build() {
      return new SoftwareComponent(this);
    }
  }
}
