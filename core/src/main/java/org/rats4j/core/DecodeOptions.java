package org.rats4j.core;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Limits of a decoder and the deviations that it accepts.
 *
 * <p>{@link #STRICT} has the defaults named here and accepts no deviation. Decoders of larger
 * messages have a default of their own. A default never becomes tighter in a minor release.
 */
public final class DecodeOptions {
  private static final int DEPTH_MAX = 512;
  private static final int NESTING_MAX = 64;

  /** The default limits, no deviation, any well-formed encoding. */
  public static final DecodeOptions STRICT = new Builder().build();

  private final int inputBytes;
  private final int depth;
  private final int jsonDepth;
  private final int tags;
  private final int mapEntries;
  private final int elements;
  private final int bignumBytes;
  private final int textBytes;
  private final int nesting;
  private final int nestedMessages;
  private final EncodingRule encodingRule;
  private final Set<Leniency> leniencies;

  private DecodeOptions(Builder builder) {
    inputBytes = builder.inputBytes;
    depth = builder.depth;
    jsonDepth = builder.jsonDepth;
    tags = builder.tags;
    mapEntries = builder.mapEntries;
    elements = builder.elements;
    bignumBytes = builder.bignumBytes;
    textBytes = builder.textBytes;
    nesting = builder.nesting;
    nestedMessages = builder.nestedMessages;
    encodingRule = builder.encodingRule;
    leniencies = Set.copyOf(builder.leniencies);
  }

  /** Returns a builder that holds the values of {@link #STRICT}. */
  public static Builder builder() {
    return STRICT.toBuilder();
  }

  /** Returns a builder that holds the values of these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns how many bytes a message may have; 1 MiB by default. */
  public int inputBytes() {
    return inputBytes;
  }

  /** Returns how deep CBOR arrays and maps may nest; 16 by default. Tags do not count. */
  public int depth() {
    return depth;
  }

  /** Returns how deep JSON arrays and objects may nest; 32 by default. */
  public int jsonDepth() {
    return jsonDepth;
  }

  /** Returns how many tags may stand on one CBOR item; 8 by default. */
  public int tags() {
    return tags;
  }

  /** Returns how many entries a CBOR map or JSON object may have; 4096 by default. */
  public int mapEntries() {
    return mapEntries;
  }

  /**
   * Returns how many elements all arrays of a CBOR input and entries all of its maps may have
   * together; as many as fit into the input by default.
   */
  public int elements() {
    return elements;
  }

  /** Returns how many bytes the content of a CBOR bignum may have; 64 by default. */
  public int bignumBytes() {
    return bignumBytes;
  }

  /** Returns how many bytes a JSON text may have; 1 MiB by default. */
  public int textBytes() {
    return textBytes;
  }

  /**
   * Returns how deep messages, such as tokens and their submodules, may nest in each other; 8 by
   * default. A module that has such messages says what it counts.
   */
  public int nesting() {
    return nesting;
  }

  /** Returns how many messages may stand in one message, at all depths; 256 by default. */
  public int nestedMessages() {
    return nestedMessages;
  }

  /** Returns which CBOR encodings are accepted; {@link EncodingRule#ANY} by default. */
  public EncodingRule encodingRule() {
    return encodingRule;
  }

  /** Returns the deviations that are accepted; none by default. */
  public Set<Leniency> leniencies() {
    return leniencies;
  }

  /** Returns whether {@code leniency} is accepted. */
  public boolean allows(Leniency leniency) {
    return !leniencies.isEmpty() && leniencies.contains(leniency);
  }

  @Override
  public String toString() {
    return "DecodeOptions[inputBytes="
        + inputBytes
        + ", depth="
        + depth
        + ", jsonDepth="
        + jsonDepth
        + ", tags="
        + tags
        + ", mapEntries="
        + mapEntries
        + ", elements="
        + elements
        + ", bignumBytes="
        + bignumBytes
        + ", textBytes="
        + textBytes
        + ", nesting="
        + nesting
        + ", nestedMessages="
        + nestedMessages
        + ", encodingRule="
        + encodingRule
        + ", leniencies="
        + leniencies
        + "]";
  }

  /** Builds {@link DecodeOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private int inputBytes = 1 << 20;
    private int depth = 16;
    private int jsonDepth = 32;
    private int tags = 8;
    private int mapEntries = 4096;
    private int elements = Integer.MAX_VALUE;
    private int bignumBytes = 64;
    private int textBytes = 1 << 20;
    private int nesting = 8;
    private int nestedMessages = 256;
    private EncodingRule encodingRule = EncodingRule.ANY;
    private Set<Leniency> leniencies = Set.of();

    private Builder() {}

    private Builder(DecodeOptions options) {
      inputBytes = options.inputBytes;
      depth = options.depth;
      jsonDepth = options.jsonDepth;
      tags = options.tags;
      mapEntries = options.mapEntries;
      elements = options.elements;
      bignumBytes = options.bignumBytes;
      textBytes = options.textBytes;
      nesting = options.nesting;
      nestedMessages = options.nestedMessages;
      encodingRule = options.encodingRule;
      leniencies = options.leniencies;
    }

    /**
     * Sets how many bytes a message may have.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder inputBytes(int value) {
      inputBytes = checked("inputBytes", value, 1, Integer.MAX_VALUE);
      return this;
    }

    /**
     * Sets how deep CBOR arrays and maps may nest.
     *
     * @throws IllegalArgumentException if {@code value} is not in 1..512
     */
    public Builder depth(int value) {
      depth = checked("depth", value, 1, DEPTH_MAX);
      return this;
    }

    /**
     * Sets how deep JSON arrays and objects may nest.
     *
     * @throws IllegalArgumentException if {@code value} is not in 1..512
     */
    public Builder jsonDepth(int value) {
      jsonDepth = checked("jsonDepth", value, 1, DEPTH_MAX);
      return this;
    }

    /**
     * Sets how many tags may stand on one CBOR item.
     *
     * @throws IllegalArgumentException if {@code value} is not in 0..512
     */
    public Builder tags(int value) {
      tags = checked("tags", value, 0, DEPTH_MAX);
      return this;
    }

    /**
     * Sets how many entries a CBOR map or JSON object may have.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder mapEntries(int value) {
      mapEntries = checked("mapEntries", value, 1, Integer.MAX_VALUE);
      return this;
    }

    /**
     * Sets how many elements all arrays of a CBOR input and entries all of its maps may have
     * together.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder elements(int value) {
      elements = checked("elements", value, 0, Integer.MAX_VALUE);
      return this;
    }

    /**
     * Sets how many bytes the content of a CBOR bignum may have.
     *
     * @throws IllegalArgumentException if {@code value} is not in 8..65536
     */
    public Builder bignumBytes(int value) {
      bignumBytes = checked("bignumBytes", value, 8, 65536);
      return this;
    }

    /**
     * Sets how many bytes a JSON text may have.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder textBytes(int value) {
      textBytes = checked("textBytes", value, 1, Integer.MAX_VALUE);
      return this;
    }

    /**
     * Sets how deep messages may nest in each other.
     *
     * @throws IllegalArgumentException if {@code value} is not in 0..64
     */
    public Builder nesting(int value) {
      nesting = checked("nesting", value, 0, NESTING_MAX);
      return this;
    }

    /**
     * Sets how many messages may stand in one message.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder nestedMessages(int value) {
      nestedMessages = checked("nestedMessages", value, 0, Integer.MAX_VALUE);
      return this;
    }

    /** Sets which CBOR encodings are accepted. */
    public Builder encodingRule(EncodingRule value) {
      encodingRule = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Accepts these deviations beside those that are accepted already. */
    public Builder allow(Leniency... values) {
      return allow(List.of(values));
    }

    /** Accepts these deviations beside those that are accepted already. */
    public Builder allow(Collection<Leniency> values) {
      Set<Leniency> all = new LinkedHashSet<>(leniencies);
      all.addAll(values);
      leniencies = all;
      return this;
    }

    /** Returns the options. */
    public DecodeOptions build() {
      return new DecodeOptions(this);
    }

    private static int checked(String name, int value, int min, int max) {
      if (value < min || value > max) {
        throw new IllegalArgumentException(name + " is not in " + min + ".." + max + ": " + value);
      }
      return value;
    }
  }
}
