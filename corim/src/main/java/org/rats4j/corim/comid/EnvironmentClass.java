package org.rats4j.corim.comid;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.RawEntries;

/**
 * What environments of one kind have in common.
 *
 * <pre>{@code
 * class-map = non-empty<{
 *   ? &(class-id: 0) => $class-id-type-choice
 *   ? &(vendor: 1) => tstr
 *   ? &(model: 2) => tstr
 *   ? &(layer: 3) => uint
 *   ? &(index: 4) => uint
 * }>
 * }</pre>
 *
 * <p>A model needs a vendor.
 */
public final class EnvironmentClass {
  private static final int LAYER = 1;
  private static final int INDEX = 2;

  private final @Nullable ClassId id;
  private final @Nullable String vendor;
  private final @Nullable String model;
  private final long layer;
  private final long index;
  private final int numbers;
  private final RawEntries unknown;

  private EnvironmentClass(Builder builder) {
    id = builder.id;
    vendor = builder.vendor;
    model = builder.model;
    layer = builder.layer;
    index = builder.index;
    numbers = builder.numbers;
    unknown = builder.unknown;
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the class with this name alone. */
  public static EnvironmentClass of(ClassId id) {
    return builder().id(id).build();
  }

  /** Returns the name. */
  public Optional<ClassId> id() {
    return Optional.ofNullable(id);
  }

  /** Returns the vendor. */
  public Optional<String> vendor() {
    return Optional.ofNullable(vendor);
  }

  /** Returns the model. */
  public Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /** Returns the layer, an unsigned number. */
  public OptionalLong layer() {
    return (numbers & LAYER) == 0 ? OptionalLong.empty() : OptionalLong.of(layer);
  }

  /** Returns the index, an unsigned number. */
  public OptionalLong index() {
    return (numbers & INDEX) == 0 ? OptionalLong.empty() : OptionalLong.of(index);
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof EnvironmentClass other
            && numbers == other.numbers
            && layer == other.layer
            && index == other.index
            && Objects.equals(id, other.id)
            && Objects.equals(vendor, other.vendor)
            && Objects.equals(model, other.model)
            && unknown.equals(other.unknown));
  }

  @Override
  public int hashCode() {
    int hash = Objects.hashCode(id);
    hash = 31 * hash + Objects.hashCode(vendor);
    hash = 31 * hash + Objects.hashCode(model);
    return 31 * hash + Long.hashCode(layer) + 7 * Long.hashCode(index);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("class");
    id().ifPresent(value -> text.append(' ').append(value));
    vendor().ifPresent(value -> text.append(" vendor ").append(value));
    model().ifPresent(value -> text.append(" model ").append(value));
    layer().ifPresent(value -> text.append(" layer ").append(Long.toUnsignedString(value)));
    index().ifPresent(value -> text.append(" index ").append(Long.toUnsignedString(value)));
    return text.toString();
  }

  /** Builds a class. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable ClassId id;
    private @Nullable String vendor;
    private @Nullable String model;
    private long layer;
    private long index;
    private int numbers;
    private RawEntries unknown = RawEntries.EMPTY;
    private boolean modelAlone;

    private Builder() {}

    /** Sets the name. */
    public Builder id(ClassId value) {
      id = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the vendor. */
    public Builder vendor(String value) {
      vendor = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the model, which needs a vendor. */
    public Builder model(String value) {
      model = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the layer, an unsigned number. */
    public Builder layer(long value) {
      layer = value;
      numbers |= LAYER;
      return this;
    }

    /** Sets the index, an unsigned number. */
    public Builder index(long value) {
      index = value;
      numbers |= INDEX;
      return this;
    }

    /** Sets the entries of a newer draft. */
    public Builder unknown(RawEntries value) {
      unknown = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Lets a model stand without a vendor, as files in the field do. */
    public Builder allowModelWithoutVendor() {
      modelAlone = true;
      return this;
    }

    /**
     * Returns the class.
     *
     * @throws IllegalArgumentException if nothing was set, or a model and no vendor
     */
    public EnvironmentClass build() {
      if (id == null && vendor == null && model == null && numbers == 0 && unknown.isEmpty()) {
        throw new IllegalArgumentException("class is empty");
      }
      if (model != null && vendor == null && !modelAlone) {
        throw new IllegalArgumentException("model needs a vendor");
      }
      return new EnvironmentClass(this);
    }
  }
}
