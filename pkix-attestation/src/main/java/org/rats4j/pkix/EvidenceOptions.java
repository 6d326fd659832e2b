package org.rats4j.pkix;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Leniency;
import org.rats4j.core.Oid;

/** How evidence and requests are read: numbers, limits, deviations, own claims. */
public final class EvidenceOptions {
  /** How deep values may nest by default. */
  static final int DEPTH = 64;

  /** For a value inside of one that passed the limits. */
  static final DecodeOptions INNER =
      DecodeOptions.builder().inputBytes(Integer.MAX_VALUE).depth(DEPTH).build();

  /** The form of -07 with its placeholder numbers, strictly. */
  public static final EvidenceOptions STRICT = new Builder().build();

  /** As {@link #STRICT}, with all {@link EvidenceLeniencies}. */
  public static final EvidenceOptions LENIENT =
      STRICT.toBuilder().allow(EvidenceLeniencies.LENIENT).build();

  private final DecodeOptions decoding;
  private final EvidenceOids oids;
  private final UnknownTypes unknownTypes;
  private final int elements;
  private final int claimsOfElement;
  private final int signatures;
  private final int certificates;
  private final Map<Oid, EvidenceClaimKey<?>> own;

  private EvidenceOptions(Builder builder) {
    decoding = builder.decoding;
    oids = builder.oids;
    unknownTypes = builder.unknownTypes;
    elements = builder.elements;
    claimsOfElement = builder.claimsOfElement;
    signatures = builder.signatures;
    certificates = builder.certificates;
    own = Map.copyOf(builder.own);
  }

  /** Returns a builder that holds the values of {@link #STRICT}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that holds the values of these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns size, depth and leniencies. */
  public DecodeOptions decodeOptions() {
    return decoding;
  }

  /** Returns the numbers and the form; {@link EvidenceOids#PLACEHOLDER} by default. */
  public EvidenceOids oids() {
    return oids;
  }

  /** Returns what becomes of unknown types; {@link UnknownTypes#KEEP} by default. */
  public UnknownTypes unknownTypes() {
    return unknownTypes;
  }

  /** Returns how many elements there may be; 10000 by default. */
  public int elements() {
    return elements;
  }

  /** Returns how many claims an element may have; 1000 by default. */
  public int claimsOfElement() {
    return claimsOfElement;
  }

  /** Returns how many signatures there may be; 64 by default. */
  public int signatures() {
    return signatures;
  }

  /** Returns how many intermediate certificates there may be; 64 by default. */
  public int certificates() {
    return certificates;
  }

  @Nullable EvidenceClaimKey<?> claimKey(Oid type) {
    EvidenceClaimKey<?> key = oids.claimKey(type);
    return key == null ? own.get(type) : key;
  }

  /** Builds {@link EvidenceOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private DecodeOptions decoding = DecodeOptions.builder().depth(DEPTH).build();
    private EvidenceOids oids = EvidenceOids.PLACEHOLDER;
    private UnknownTypes unknownTypes = UnknownTypes.KEEP;
    private int elements = 10_000;
    private int claimsOfElement = 1000;
    private int signatures = 64;
    private int certificates = 64;
    private final Map<Oid, EvidenceClaimKey<?>> own = new HashMap<>();

    private Builder() {}

    private Builder(EvidenceOptions options) {
      decoding = options.decoding;
      oids = options.oids;
      unknownTypes = options.unknownTypes;
      elements = options.elements;
      claimsOfElement = options.claimsOfElement;
      signatures = options.signatures;
      certificates = options.certificates;
      own.putAll(options.own);
    }

    /** Sets the numbers and the form. */
    public Builder oids(EvidenceOids value) {
      oids = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how many bytes evidence may have.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder inputBytes(int value) {
      decoding = decoding.toBuilder().inputBytes(value).build();
      return this;
    }

    /**
     * Sets how deep values may nest.
     *
     * @throws IllegalArgumentException if {@code value} is not in 1..64
     */
    public Builder depth(int value) {
      if (value > DEPTH) {
        throw new IllegalArgumentException("depth is above " + DEPTH);
      }
      decoding = decoding.toBuilder().depth(value).build();
      return this;
    }

    /** Accepts these deviations, too. */
    public Builder allow(Leniency... values) {
      return allow(Arrays.asList(values));
    }

    /** Accepts these deviations, too. */
    public Builder allow(Collection<Leniency> values) {
      decoding = decoding.toBuilder().allow(values).build();
      return this;
    }

    /** Sets what becomes of elements and claims of unknown types. */
    public Builder unknownTypes(UnknownTypes value) {
      unknownTypes = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Makes claims known that are not of the draft.
     *
     * @throws IllegalArgumentException if one is a constant of {@link EvidenceClaims}, or known
     *     already
     */
    public Builder claim(EvidenceClaimKey<?>... keys) {
      for (EvidenceClaimKey<?> key : keys) {
        if (key.isOfDraft() || own.putIfAbsent(key.type(oids), key) != null) {
          throw new IllegalArgumentException("claim is known already: " + key);
        }
      }
      return this;
    }

    /**
     * Sets how many elements there may be.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder elements(int value) {
      elements = atLeastOne(value);
      return this;
    }

    /**
     * Sets how many claims an element may have.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder claimsOfElement(int value) {
      claimsOfElement = atLeastOne(value);
      return this;
    }

    /**
     * Sets how many signatures there may be.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder signatures(int value) {
      signatures = atLeastOne(value);
      return this;
    }

    /**
     * Sets how many intermediate certificates there may be.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder certificates(int value) {
      certificates = atLeastOne(value);
      return this;
    }

    private static int atLeastOne(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("limit is below 1");
      }
      return value;
    }

    /**
     * Returns the options.
     *
     * @throws IllegalStateException if a claim of your own has the number of one of the draft
     */
    public EvidenceOptions build() {
      for (EvidenceClaimKey<?> key : own.values()) {
        if (oids.claimKey(key.type(oids)) != null) {
          throw new IllegalStateException("claim has the number of one of the draft: " + key);
        }
      }
      return new EvidenceOptions(this);
    }
  }
}
