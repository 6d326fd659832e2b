package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.corim.RawEntries;

/**
 * The values of a measurement, by code point.
 *
 * <pre>{@code
 * measurement-values-map = non-empty<{
 *   ? &(version: 0) => version-map
 *   ? &(svn: 1) => svn-type-choice
 *   ? &(digests: 2) => digests-type
 *   ? &(flags: 3) => flags-map
 *   ? (&(raw-value: 4) => $raw-value-type-choice, ? &(raw-value-mask: 5) => bstr)
 *   ? &(mac-addr: 6) => bytes .size 6 / bytes .size 8
 *   ? &(ip-addr: 7) => bytes .size 4 / bytes .size 16
 *   ? &(serial-number: 8) => text
 *   ? &(ueid: 9) => bytes .size (7..33)
 *   ? &(uuid: 10) => bytes .size 16
 *   ? &(name: 11) => text
 *   ? &(cryptokeys: 13) => [ + $crypto-key-type-choice ]
 *   ? &(integrity-registers: 14) => integrity-registers
 *   ? &(int-range: 15) => int-range-type-choice
 *   * $$measurement-values-map-extension
 * }>
 * }</pre>
 */
public final class MeasurementValues extends ValueSlots {
  /** The code point 0. */
  public static final int VERSION = 0;

  /** The code point 1. */
  public static final int SVN = 1;

  /** The code point 2. */
  public static final int DIGESTS = 2;

  /** The code point 3. */
  public static final int FLAGS = 3;

  /** The code point 4. */
  public static final int RAW_VALUE = 4;

  /** The code point 5. */
  public static final int RAW_VALUE_MASK = 5;

  /** The code point 6. */
  public static final int MAC_ADDRESS = 6;

  /** The code point 7. */
  public static final int IP_ADDRESS = 7;

  /** The code point 8. */
  public static final int SERIAL_NUMBER = 8;

  /** The code point 9. */
  public static final int UEID = 9;

  /** The code point 10. */
  public static final int UUID = 10;

  /** The code point 11. */
  public static final int NAME = 11;

  /** The code point 13. */
  public static final int CRYPTO_KEYS = 13;

  /** The code point 14. */
  public static final int INTEGRITY_REGISTERS = 14;

  /** The code point 15. */
  public static final int INT_RANGE = 15;

  /** The code point 100. */
  public static final int PSA_CERTIFICATE_NUMBER = 100;

  private static final Pattern PSA_CERTIFICATE = Pattern.compile("[0-9]{13} - [0-9]{5}");

  private final RawEntries extensions;

  private MeasurementValues(@Nullable Object[] slots, RawEntries extensions) {
    super(slots);
    this.extensions = extensions;
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder(new @Nullable Object[SLOTS]);
  }

  /** Returns the version. */
  public Optional<Version> version() {
    return value(VERSION, Version.class);
  }

  /** Returns the security version number. */
  public Optional<Svn> svn() {
    return value(SVN, Svn.class);
  }

  /** Returns the flags. */
  public Optional<Flags> flags() {
    return value(FLAGS, Flags.class);
  }

  /** Returns the raw value. */
  public Optional<RawValue> rawValue() {
    return value(RAW_VALUE, RawValue.class);
  }

  /**
   * Returns the mask that stands beside a {@link TaggedBytes} raw value, in place of a {@link
   * MaskedRawValue}; deprecated by the specification.
   */
  public Optional<Bytes> rawValueMask() {
    return value(RAW_VALUE_MASK, Bytes.class);
  }

  /** Returns the MAC address, 6 or 8 bytes. */
  public Optional<Bytes> macAddress() {
    return value(MAC_ADDRESS, Bytes.class);
  }

  /** Returns the IP address, 4 or 16 bytes. */
  public Optional<Bytes> ipAddress() {
    return value(IP_ADDRESS, Bytes.class);
  }

  /** Returns the serial number. */
  public Optional<String> serialNumber() {
    return value(SERIAL_NUMBER, String.class);
  }

  /** Returns the universal entity identifier, 7 to 33 bytes. */
  public Optional<Bytes> ueid() {
    return value(UEID, Bytes.class);
  }

  /** Returns the UUID. */
  public Optional<UUID> uuid() {
    return value(UUID, UUID.class);
  }

  /** Returns the name. */
  public Optional<String> name() {
    return value(NAME, String.class);
  }

  /** Returns the integrity registers. */
  public Optional<IntegrityRegisters> integrityRegisters() {
    return value(INTEGRITY_REGISTERS, IntegrityRegisters.class);
  }

  /** Returns the integer or range of integers. */
  public Optional<IntRange> intRange() {
    return value(INT_RANGE, IntRange.class);
  }

  /** Returns the number of the PSA certificate. */
  public Optional<String> psaCertificateNumber() {
    return value(PSA_CERTIFICATE_NUMBER, String.class);
  }

  /** Returns the digests, each of another algorithm; empty if there are none. */
  public List<Digest> digests() {
    return value(DIGESTS, Digests.class).map(Digests::list).orElse(List.of());
  }

  /** Returns the keys; empty if there are none. */
  public List<CryptoKey> cryptoKeys() {
    return value(CRYPTO_KEYS, Keys.class).map(Keys::list).orElse(List.of());
  }

  /** Returns the entries of profiles, and those that the specification does not define. */
  public RawEntries extensions() {
    return extensions;
  }

  /** Returns whether there is a value for {@code codePoint}. */
  public boolean contains(Label codePoint) {
    return hasValue(codePoint) || extensions.get(codePoint).isPresent();
  }

  /** Returns the code points that have values, ascending, those of extensions last. */
  public List<Label> codePoints() {
    List<Label> codePoints = presentCodePoints();
    codePoints.addAll(extensions.keys());
    return List.copyOf(codePoints);
  }

  /** Returns a builder that holds these values. */
  public Builder toBuilder() {
    Builder builder = new Builder(slots());
    builder.extensions = extensions;
    builder.emptyFlags = flags().filter(Flags::isEmpty).isPresent();
    return builder;
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof MeasurementValues other
            && sameValues(other)
            && extensions.equals(other.extensions));
  }

  @Override
  public int hashCode() {
    return hashOfValues();
  }

  /** Returns the values by code point. */
  @Override
  public String toString() {
    String values = printed();
    String separator = values.isEmpty() || extensions.isEmpty() ? "" : ", ";
    return "{" + values + separator + (extensions.isEmpty() ? "" : extensions) + "}";
  }

  /** A list that knows what is in it. */
  private record Digests(List<Digest> list) {}

  /** A list that knows what is in it. */
  private record Keys(List<CryptoKey> list) {}

  /** Builds values. Not safe for use by several threads. */
  public static final class Builder {
    private final @Nullable Object[] values;
    private RawEntries extensions = RawEntries.EMPTY;
    private boolean emptyFlags;

    private Builder(@Nullable Object[] values) {
      this.values = values;
    }

    private Builder put(int codePoint, Object value) {
      values[slot(codePoint)] = Objects.requireNonNull(value, "value");
      return this;
    }

    private Builder put(int codePoint, Object value, boolean right, String fault) {
      if (!right) {
        throw new IllegalArgumentException(fault);
      }
      return put(codePoint, value);
    }

    /** Sets the version. */
    public Builder version(Version value) {
      return put(VERSION, value);
    }

    /** Sets the security version number. */
    public Builder svn(Svn value) {
      return put(SVN, value);
    }

    /** Sets the flags. */
    public Builder flags(Flags value) {
      return put(FLAGS, value);
    }

    /** Sets the raw value. */
    public Builder rawValue(RawValue value) {
      return put(RAW_VALUE, value);
    }

    /**
     * Sets the mask that stands beside a {@link TaggedBytes} raw value, in place of a {@link
     * MaskedRawValue}; deprecated by the specification.
     */
    public Builder rawValueMask(Bytes value) {
      return put(RAW_VALUE_MASK, value);
    }

    /**
     * Sets the MAC address, 6 or 8 bytes.
     *
     * @throws IllegalArgumentException if it has another size
     */
    public Builder macAddress(Bytes value) {
      int size = value.size();
      return put(MAC_ADDRESS, value, size == 6 || size == 8, "not of 6 or 8 bytes");
    }

    /**
     * Sets the IP address, 4 or 16 bytes.
     *
     * @throws IllegalArgumentException if it has another size
     */
    public Builder ipAddress(Bytes value) {
      int size = value.size();
      return put(IP_ADDRESS, value, size == 4 || size == 16, "not of 4 or 16 bytes");
    }

    /** Sets the serial number. */
    public Builder serialNumber(String value) {
      return put(SERIAL_NUMBER, value);
    }

    /**
     * Sets the universal entity identifier, 7 to 33 bytes.
     *
     * @throws IllegalArgumentException if it has another size
     */
    public Builder ueid(Bytes value) {
      int size = value.size();
      return put(UEID, value, size >= 7 && size <= 33, "not of 7 to 33 bytes");
    }

    /** Sets the UUID. */
    public Builder uuid(UUID value) {
      return put(UUID, value);
    }

    /** Sets the name. */
    public Builder name(String value) {
      return put(NAME, value);
    }

    /** Sets the integrity registers. */
    public Builder integrityRegisters(IntegrityRegisters value) {
      return put(INTEGRITY_REGISTERS, value);
    }

    /** Sets the integer or range of integers. */
    public Builder intRange(IntRange value) {
      return put(INT_RANGE, value);
    }

    /**
     * Sets the number of the PSA certificate.
     *
     * @throws IllegalArgumentException if it is not 13 digits, " - " and 5 digits
     */
    public Builder psaCertificateNumber(String value) {
      boolean right = PSA_CERTIFICATE.matcher(value).matches();
      return put(PSA_CERTIFICATE_NUMBER, value, right, "not a PSA certificate number");
    }

    /**
     * Sets the digests.
     *
     * @throws IllegalArgumentException if there is none, or two of one algorithm
     */
    public Builder digests(List<Digest> value) {
      return put(DIGESTS, new Digests(DigestList.checked(value)));
    }

    /**
     * Sets the digests.
     *
     * @throws IllegalArgumentException if there is none, or two of one algorithm
     */
    public Builder digests(Digest... value) {
      return digests(List.of(value));
    }

    /**
     * Sets the keys.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder cryptoKeys(List<? extends CryptoKey> value) {
      List<CryptoKey> keys = List.copyOf(value);
      return put(CRYPTO_KEYS, new Keys(keys), !keys.isEmpty(), "list of keys is empty");
    }

    /**
     * Lets flags be empty, as files in the field have them. They say nothing, and are kept only
     * where there is no other value.
     */
    public Builder allowEmptyFlags() {
      emptyFlags = true;
      return this;
    }

    /** Sets the entries that the specification does not define. */
    public Builder extensions(RawEntries value) {
      extensions = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the values.
     *
     * @throws IllegalArgumentException if nothing was set, or a raw-value-mask without a {@link
     *     TaggedBytes} raw value, or flags that are empty
     */
    public MeasurementValues build() {
      MeasurementValues built = new MeasurementValues(values, extensions);
      if (built.isEmpty() && extensions.isEmpty()) {
        throw new IllegalArgumentException("measurement values are empty");
      }
      if (values[RAW_VALUE_MASK] != null && !(values[RAW_VALUE] instanceof TaggedBytes)) {
        throw new IllegalArgumentException("raw-value-mask is not beside tagged bytes");
      }
      if (values[FLAGS] instanceof Flags flags && flags.isEmpty() && !emptyFlags) {
        throw new IllegalArgumentException("flags are empty");
      }
      return built;
    }
  }
}
