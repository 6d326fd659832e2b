package org.rats4j.corim.comid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.corim.RawEntries;

/**
 * What a CoMID states, by kind.
 *
 * <pre>{@code
 * triples-map = non-empty<{
 *   ? &(reference-triples: 0) => [ + reference-triple-record ]
 *   ? &(endorsed-triples: 1) => [ + endorsed-triple-record ]
 *   ? &(identity-triples: 2) => [ + identity-triple-record ]
 *   ? &(attest-key-triples: 3) => [ + attest-key-triple-record ]
 *   ? &(dependency-triples: 4) => [ + domain-dependency-triple-record ]
 *   ? &(membership-triples: 5) => [ + domain-membership-triple-record ]
 *   ? &(coswid-triples: 6) => [ + coswid-triple-record ]
 *   ? &(conditional-endorsement-series-triples: 8) => [ + ... ]
 *   ? &(conditional-endorsement-triples: 10) => [ + ... ]
 *   * $$triples-map-extension
 * }>
 * }</pre>
 *
 * <p>A kind without records is not written.
 */
public final class Triples {
  /** The key 0. */
  public static final int REFERENCE = 0;

  /** The key 1. */
  public static final int ENDORSED = 1;

  /** The key 2. */
  public static final int IDENTITY = 2;

  /** The key 3. */
  public static final int ATTEST_KEY = 3;

  /** The key 4. */
  public static final int DEPENDENCY = 4;

  /** The key 5. */
  public static final int MEMBERSHIP = 5;

  /** The key 6. */
  public static final int COSWID = 6;

  /** The key 8. */
  public static final int SERIES = 8;

  /** The key 10. */
  public static final int CONDITIONAL_ENDORSEMENT = 10;

  private final List<ValuesTriple> reference;
  private final List<ValuesTriple> endorsed;
  private final List<KeyTriple> identity;
  private final List<KeyTriple> attestKey;
  private final List<DomainTriple> dependency;
  private final List<DomainTriple> membership;
  private final List<CoswidTriple> coswid;
  private final List<SeriesTriple> series;
  private final List<ConditionalEndorsementTriple> conditionalEndorsement;
  private final RawEntries extensions;

  private Triples(Builder builder) {
    reference = List.copyOf(builder.reference);
    endorsed = List.copyOf(builder.endorsed);
    identity = List.copyOf(builder.identity);
    attestKey = List.copyOf(builder.attestKey);
    dependency = List.copyOf(builder.dependency);
    membership = List.copyOf(builder.membership);
    coswid = List.copyOf(builder.coswid);
    series = List.copyOf(builder.series);
    conditionalEndorsement = List.copyOf(builder.conditionalEndorsement);
    extensions = builder.extensions;
    if (isEmpty()) {
      throw new IllegalArgumentException("there are no triples");
    }
  }

  private boolean isEmpty() {
    return extensions.isEmpty()
        && reference.isEmpty()
        && endorsed.isEmpty()
        && identity.isEmpty()
        && attestKey.isEmpty()
        && dependency.isEmpty()
        && membership.isEmpty()
        && coswid.isEmpty()
        && series.isEmpty()
        && conditionalEndorsement.isEmpty();
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that holds these triples. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.reference.addAll(reference);
    builder.endorsed.addAll(endorsed);
    builder.identity.addAll(identity);
    builder.attestKey.addAll(attestKey);
    builder.dependency.addAll(dependency);
    builder.membership.addAll(membership);
    builder.coswid.addAll(coswid);
    builder.series.addAll(series);
    builder.conditionalEndorsement.addAll(conditionalEndorsement);
    builder.extensions = extensions;
    return builder;
  }

  /** Returns the reference values. */
  public List<ValuesTriple> reference() {
    return reference;
  }

  /** Returns the endorsed values, each under the condition that its environment is accepted. */
  public List<ValuesTriple> endorsed() {
    return endorsed;
  }

  /** Returns the keys that identify a device. */
  public List<KeyTriple> identity() {
    return identity;
  }

  /** Returns the keys that sign evidence. */
  public List<KeyTriple> attestKey() {
    return attestKey;
  }

  /** Returns the trust dependencies. */
  public List<DomainTriple> dependency() {
    return dependency;
  }

  /** Returns the members of domains. */
  public List<DomainTriple> membership() {
    return membership;
  }

  /** Returns the software by the names of its tags. */
  public List<CoswidTriple> coswid() {
    return coswid;
  }

  /** Returns the conditional endorsements in series. */
  public List<SeriesTriple> series() {
    return series;
  }

  /** Returns the conditional endorsements. */
  public List<ConditionalEndorsementTriple> conditionalEndorsement() {
    return conditionalEndorsement;
  }

  /** Returns the entries that the specification does not define. */
  public RawEntries extensions() {
    return extensions;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Triples other
        && reference.equals(other.reference)
        && endorsed.equals(other.endorsed)
        && identity.equals(other.identity)
        && attestKey.equals(other.attestKey)
        && dependency.equals(other.dependency)
        && membership.equals(other.membership)
        && coswid.equals(other.coswid)
        && series.equals(other.series)
        && conditionalEndorsement.equals(other.conditionalEndorsement)
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reference, endorsed, identity, attestKey, membership);
  }

  /** Returns how many records there are of each kind. */
  @Override
  public String toString() {
    return "reference "
        + reference.size()
        + ", endorsed "
        + endorsed.size()
        + ", identity "
        + identity.size()
        + ", attest-key "
        + attestKey.size()
        + ", dependency "
        + dependency.size()
        + ", membership "
        + membership.size()
        + ", coswid "
        + coswid.size()
        + ", series "
        + series.size()
        + ", conditional "
        + conditionalEndorsement.size();
  }

  /** Builds triples. Not safe for use by several threads. */
  public static final class Builder {
    private final List<ValuesTriple> reference = new ArrayList<>();
    private final List<ValuesTriple> endorsed = new ArrayList<>();
    private final List<KeyTriple> identity = new ArrayList<>();
    private final List<KeyTriple> attestKey = new ArrayList<>();
    private final List<DomainTriple> dependency = new ArrayList<>();
    private final List<DomainTriple> membership = new ArrayList<>();
    private final List<CoswidTriple> coswid = new ArrayList<>();
    private final List<SeriesTriple> series = new ArrayList<>();
    private final List<ConditionalEndorsementTriple> conditionalEndorsement = new ArrayList<>();
    private RawEntries extensions = RawEntries.EMPTY;

    private Builder() {}

    /** Adds reference values. */
    public Builder reference(List<ValuesTriple> records) {
      reference.addAll(records);
      return this;
    }

    /** Adds reference values. */
    public Builder reference(ValuesTriple... records) {
      return reference(List.of(records));
    }

    /** Adds endorsed values, each under the condition that its environment is accepted. */
    public Builder endorsed(List<ValuesTriple> records) {
      endorsed.addAll(records);
      return this;
    }

    /** Adds endorsed values, each under the condition that its environment is accepted. */
    public Builder endorsed(ValuesTriple... records) {
      return endorsed(List.of(records));
    }

    /** Adds keys that identify a device. */
    public Builder identity(List<KeyTriple> records) {
      identity.addAll(records);
      return this;
    }

    /** Adds keys that identify a device. */
    public Builder identity(KeyTriple... records) {
      return identity(List.of(records));
    }

    /** Adds keys that sign evidence. */
    public Builder attestKey(List<KeyTriple> records) {
      attestKey.addAll(records);
      return this;
    }

    /** Adds keys that sign evidence. */
    public Builder attestKey(KeyTriple... records) {
      return attestKey(List.of(records));
    }

    /** Adds trust dependencies. */
    public Builder dependency(List<DomainTriple> records) {
      dependency.addAll(records);
      return this;
    }

    /** Adds trust dependencies. */
    public Builder dependency(DomainTriple... records) {
      return dependency(List.of(records));
    }

    /** Adds members of domains. */
    public Builder membership(List<DomainTriple> records) {
      membership.addAll(records);
      return this;
    }

    /** Adds members of domains. */
    public Builder membership(DomainTriple... records) {
      return membership(List.of(records));
    }

    /** Adds software by the names of its tags. */
    public Builder coswid(List<CoswidTriple> records) {
      coswid.addAll(records);
      return this;
    }

    /** Adds software by the names of its tags. */
    public Builder coswid(CoswidTriple... records) {
      return coswid(List.of(records));
    }

    /** Adds conditional endorsements in series. */
    public Builder series(List<SeriesTriple> records) {
      series.addAll(records);
      return this;
    }

    /** Adds conditional endorsements in series. */
    public Builder series(SeriesTriple... records) {
      return series(List.of(records));
    }

    /** Adds conditional endorsements. */
    public Builder conditionalEndorsement(List<ConditionalEndorsementTriple> records) {
      conditionalEndorsement.addAll(records);
      return this;
    }

    /** Adds conditional endorsements. */
    public Builder conditionalEndorsement(ConditionalEndorsementTriple... records) {
      return conditionalEndorsement(List.of(records));
    }

    /** Sets the entries that the specification does not define. */
    public Builder extensions(RawEntries value) {
      extensions = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the triples.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Triples build() {
      return new Triples(this);
    }
  }
}
