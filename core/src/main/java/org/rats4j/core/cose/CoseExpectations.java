package org.rats4j.core.cose;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.ExpectationsBuilder;
import org.rats4j.core.crypto.KeyResolver;

/** What a verifier expects of a COSE message: whose key, which algorithms, over which bytes. */
public final class CoseExpectations {
  private final KeyResolver keys;
  private final Set<Long> algorithms;
  private final Bytes externalAad;
  private final @Nullable Bytes detachedPayload;
  private final Set<CoseContentType> typ;
  private final Set<CoseContentType> contentType;
  private final Set<Label> understoodCritical;

  private CoseExpectations(Builder builder, KeyResolver keys, Set<Long> algorithms) {
    this.keys = keys;
    this.algorithms = algorithms;
    externalAad = builder.externalAad;
    detachedPayload = builder.detachedPayload;
    typ = builder.typ;
    contentType = builder.contentType;
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

  /** Returns the data that is signed along without being sent; empty by default. */
  public Bytes externalAad() {
    return externalAad;
  }

  /** Returns the payload of a message that does not carry its own. */
  public Optional<Bytes> detachedPayload() {
    return Optional.ofNullable(detachedPayload);
  }

  /** Returns the types of message that are expected; empty if none is asked for. */
  public Set<CoseContentType> typ() {
    return typ;
  }

  /** Returns the content types that are expected; empty if none is asked for. */
  public Set<CoseContentType> contentType() {
    return contentType;
  }

  /** Returns the labels that the caller processes beyond those that this library does. */
  public Set<Label> understoodCritical() {
    return understoodCritical;
  }

  /** Builds {@link CoseExpectations}. Not safe for use by several threads. */
  public static final class Builder extends ExpectationsBuilder<Builder> {
    private Bytes externalAad = Bytes.EMPTY;
    private @Nullable Bytes detachedPayload;
    private Set<CoseContentType> typ = Set.of();
    private Set<CoseContentType> contentType = Set.of();
    private Set<Label> understoodCritical = Set.of();

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected boolean takesMacs() {
      return true;
    }

    /** Sets the data that is signed along without being sent. */
    public Builder externalAad(Bytes value) {
      externalAad = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the payload of a message that does not carry its own. */
    public Builder detachedPayload(Bytes value) {
      detachedPayload = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Demands that the protected typ header is one of these.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder typ(CoseContentType... values) {
      typ = some(values);
      return this;
    }

    /**
     * Demands that the protected content type is one of these.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder contentType(CoseContentType... values) {
      contentType = some(values);
      return this;
    }

    /**
     * Sets the labels that the caller processes beyond those that this library does, so that crit
     * may name them.
     */
    public Builder understoodCritical(Label... values) {
      understoodCritical = Set.of(values);
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalStateException if neither keys nor anchors are set
     */
    public CoseExpectations build() {
      return new CoseExpectations(this, resolver(), algorithmsOr(Algorithms.DEFAULT));
    }

    private static Set<CoseContentType> some(CoseContentType... values) {
      if (values.length == 0) {
        throw new IllegalArgumentException("no type is given");
      }
      return Set.of(values);
    }
  }
}
