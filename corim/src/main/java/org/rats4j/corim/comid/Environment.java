package org.rats4j.corim.comid;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.RawEntries;

/**
 * What is measured: a class of things, one of them, or a group.
 *
 * <pre>{@code
 * environment-map = non-empty<{
 *   ? &(class: 0) => class-map
 *   ? &(instance: 1) => $instance-id-type-choice
 *   ? &(group: 2) => $group-id-type-choice
 * }>
 * }</pre>
 */
public final class Environment {
  private final @Nullable EnvironmentClass environmentClass;
  private final @Nullable Instance instance;
  private final @Nullable Group group;
  private final RawEntries unknown;

  private Environment(Builder builder) {
    environmentClass = builder.environmentClass;
    instance = builder.instance;
    group = builder.group;
    unknown = builder.unknown;
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the environments of a class. */
  public static Environment of(EnvironmentClass environmentClass) {
    return builder().environmentClass(environmentClass).build();
  }

  /** Returns the class. */
  public Optional<EnvironmentClass> environmentClass() {
    return Optional.ofNullable(environmentClass);
  }

  /** Returns the instance. */
  public Optional<Instance> instance() {
    return Optional.ofNullable(instance);
  }

  /** Returns the group. */
  public Optional<Group> group() {
    return Optional.ofNullable(group);
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof Environment other
            && Objects.equals(environmentClass, other.environmentClass)
            && Objects.equals(instance, other.instance)
            && Objects.equals(group, other.group)
            && unknown.equals(other.unknown));
  }

  @Override
  public int hashCode() {
    int hash = Objects.hashCode(environmentClass);
    hash = 31 * hash + Objects.hashCode(instance);
    return 31 * hash + Objects.hashCode(group);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    environmentClass().ifPresent(text::append);
    instance().ifPresent(value -> text.append(" instance ").append(value));
    group().ifPresent(value -> text.append(" group ").append(value));
    return text.toString().strip();
  }

  /** Builds an environment. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable EnvironmentClass environmentClass;
    private @Nullable Instance instance;
    private @Nullable Group group;
    private RawEntries unknown = RawEntries.EMPTY;

    private Builder() {}

    /** Sets the class. */
    public Builder environmentClass(EnvironmentClass value) {
      environmentClass = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the instance. */
    public Builder instance(Instance value) {
      instance = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the group. */
    public Builder group(Group value) {
      group = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the entries of a newer draft. */
    public Builder unknown(RawEntries value) {
      unknown = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the environment.
     *
     * @throws IllegalArgumentException if nothing was set
     */
    public Environment build() {
      if (environmentClass == null && instance == null && group == null && unknown.isEmpty()) {
        throw new IllegalArgumentException("environment is empty");
      }
      return new Environment(this);
    }
  }
}
