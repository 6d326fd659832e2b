package org.rats4j.ear;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodeOptions;

/**
 * How EARs are decoded: limits and leniencies, the profiles that are read beside those of {@link
 * EarDialect}, and whether submodules may be results themselves.
 */
public final class EarOptions {
  private static final int INPUT = 4 << 20;
  private static final int DEPTH = 16;

  /**
   * No leniency; 4 MiB of input, 1 MiB in a text, 16 levels of arrays and maps, 1024 submodules.
   */
  public static final EarOptions STRICT =
      of(DecodeOptions.builder().inputBytes(INPUT).depth(DEPTH).jsonDepth(DEPTH).build());

  /** The limits of {@link #STRICT}, with all leniencies of {@link EarLeniencies#LENIENT}. */
  public static final EarOptions LENIENT =
      of(STRICT.decodeOptions().toBuilder().allow(EarLeniencies.LENIENT).build());

  private final DecodeOptions decodeOptions;
  private final Map<String, @Nullable EarDialect> acceptedProfiles;
  private final boolean nestedSubmods;
  private final int submods;
  private final int nestedEars;

  private EarOptions(Builder builder) {
    decodeOptions = builder.decodeOptions;
    acceptedProfiles = Collections.unmodifiableMap(new LinkedHashMap<>(builder.acceptedProfiles));
    nestedSubmods = builder.nestedSubmods;
    submods = builder.submods;
    nestedEars = builder.nestedEars;
  }

  /** Returns options with these limits and leniencies, and no other profiles. */
  public static EarOptions of(DecodeOptions options) {
    return new Builder(options).build();
  }

  /** Returns a builder that holds the values of {@link #STRICT}. */
  public static Builder builder() {
    return STRICT.toBuilder();
  }

  /** Returns a builder that holds the values of these options. */
  public Builder toBuilder() {
    Builder builder = new Builder(decodeOptions);
    builder.acceptedProfiles.putAll(acceptedProfiles);
    builder.nestedSubmods = nestedSubmods;
    builder.submods = submods;
    builder.nestedEars = nestedEars;
    return builder;
  }

  /** Returns limits and leniencies. */
  public DecodeOptions decodeOptions() {
    return decodeOptions;
  }

  /** Returns whether submodules may be nested EARs and nested tokens; not by default. */
  public boolean nestedSubmods() {
    return nestedSubmods;
  }

  /** Returns how many submodules an EAR may have; 1024 by default. */
  public int submods() {
    return submods;
  }

  /** Returns how deep EARs may nest, where the outermost one counts as 1; 4 by default. */
  public int nestedEars() {
    return nestedEars;
  }

  /** Returns whether {@code profile} is read. */
  boolean accepts(String profile) {
    return acceptedProfiles.containsKey(profile) || EarDialect.ofProfile(profile).isPresent();
  }

  /**
   * Returns the dialect of a profile that is read; empty if it shows in the names of the claims.
   */
  Optional<EarDialect> dialect(String profile) {
    return acceptedProfiles.containsKey(profile)
        ? Optional.ofNullable(acceptedProfiles.get(profile))
        : EarDialect.ofProfile(profile);
  }

  /** Builds {@link EarOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private DecodeOptions decodeOptions;
    private final Map<String, @Nullable EarDialect> acceptedProfiles = new LinkedHashMap<>();
    private boolean nestedSubmods;
    private int submods = 1024;
    private int nestedEars = 4;

    private Builder(DecodeOptions decodeOptions) {
      this.decodeOptions = Objects.requireNonNull(decodeOptions, "options");
    }

    /** Sets limits and leniencies. */
    public Builder decodeOptions(DecodeOptions value) {
      decodeOptions = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Reads tokens of a further profile, with the names and types of {@code dialect}. */
    public Builder acceptProfile(String profile, EarDialect dialect) {
      acceptedProfiles.put(
          Objects.requireNonNull(profile, "profile"), Objects.requireNonNull(dialect, "dialect"));
      return this;
    }

    /**
     * Reads tokens of a further profile. The names of their claims tell the dialect: with dots it
     * is {@link EarDialect#VERAISON_2023}, otherwise and in CBOR {@link EarDialect#IETF_04}.
     */
    public Builder acceptProfile(String profile) {
      acceptedProfiles.put(Objects.requireNonNull(profile, "profile"), null);
      return this;
    }

    /** Accepts nested EARs and nested tokens as submodules. */
    public Builder nestedSubmods() {
      nestedSubmods = true;
      return this;
    }

    /**
     * Sets how many submodules an EAR may have.
     *
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public Builder submods(int value) {
      submods = positive("submods", value);
      return this;
    }

    /**
     * Sets how deep EARs may nest, where the outermost one counts as 1.
     *
     * @throws IllegalArgumentException if {@code value} is not in 1..100
     */
    public Builder nestedEars(int value) {
      nestedEars = positive("nestedEars", value);
      if (value > 100) {
        throw new IllegalArgumentException("nestedEars is above 100: " + value);
      }
      return this;
    }

    /** Returns the options. */
    public EarOptions build() {
      return new EarOptions(this);
    }

    private static int positive(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " is not positive: " + value);
      }
      return value;
    }
  }
}
