package org.rats4j.core.jose;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.ExpectationsBuilder;
import org.rats4j.core.crypto.KeyResolver;

/** What a verifier expects of a JWS: whose key, which algorithms, which type. */
public final class JwsExpectations {
  private final KeyResolver keys;
  private final Set<Long> algorithms;
  private final @Nullable String typ;
  private final Set<String> understoodCritical;

  private JwsExpectations(Builder builder, KeyResolver keys, Set<Long> algorithms) {
    this.keys = keys;
    this.algorithms = algorithms;
    typ = builder.typ;
    understoodCritical = builder.understoodCritical;
  }

  /** Returns a builder that expects {@link Algorithms#DEFAULT}, and no keys yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns who says which keys are trusted. */
  public KeyResolver keys() {
    return keys;
  }

  /** Returns the numbers of the algorithms that are allowed. */
  public Set<Long> algorithms() {
    return algorithms;
  }

  /** Returns the type that is expected, in full and in lower case; empty if none is asked for. */
  public Optional<String> typ() {
    return Optional.ofNullable(typ);
  }

  /** Returns the names that the caller processes beyond those that this library does. */
  public Set<String> understoodCritical() {
    return understoodCritical;
  }

  /** A type without slash lacks its "application/" (RFC 7515, section 4.1.9). */
  static String fullType(String typ) {
    String full = typ.indexOf('/') < 0 ? "application/" + typ : typ;
    return full.toLowerCase(Locale.ROOT);
  }

  /** Builds {@link JwsExpectations}. Not safe for use by several threads. */
  public static final class Builder extends ExpectationsBuilder<Builder> {
    private @Nullable String typ;
    private Set<String> understoodCritical = Set.of();

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected boolean takesMacs() {
      return true;
    }

    /**
     * Sets the algorithms that are allowed, as numbers of {@link Algorithms}. Where two numbers
     * have one name in JOSE, either one allows it.
     *
     * @throws IllegalArgumentException if there is none
     */
    @Override
    public Builder algorithms(Set<Long> value) {
      return super.algorithms(value);
    }

    /**
     * Demands that {@code typ} is this one, such as {@code "eat+jwt"}; case and a leading {@code
     * application/} do not count. Without it any type is accepted.
     */
    public Builder typ(String value) {
      typ = fullType(value);
      return this;
    }

    /** Sets the names that {@code crit} may have since the caller processes them. */
    public Builder understoodCritical(String... values) {
      understoodCritical = Set.of(values);
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalStateException if neither keys nor anchors are set
     */
    public JwsExpectations build() {
      return new JwsExpectations(this, resolver(), algorithmsOr(Algorithms.DEFAULT));
    }
  }
}
