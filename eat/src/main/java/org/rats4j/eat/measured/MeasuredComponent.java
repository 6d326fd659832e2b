package org.rats4j.eat.measured;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.Version;

/**
 * What was measured of one component (RFC 10013, section 4).
 *
 * <pre>{@code
 * measured-component = {
 *   id => [ name: text, ? version: [ text, ? scheme ] ],
 *   ( digested-measurement => [ alg: int / text, bytes ] // raw-measurement => bytes ),
 *   ? authorities => [ + bytes ],
 *   ? flags => bytes .size 8
 * }
 * }</pre>
 *
 * <pre>{@code
 * MeasuredComponent loader =
 *     MeasuredComponent.of("boot loader", Digest.sha256(sha256)).withVersion(Version.of("1.2.3"));
 * EatClaims claims =
 *     EatClaims.builder()
 *         .put(Claims.MEASUREMENTS, List.of(loader.body(Encoding.CBOR)))
 *         .build();
 * }</pre>
 *
 * <p>What authorities and flags mean, the profile of the token says. Names and versions are what
 * the sender wrote: clean them before you show or store them.
 */
public final class MeasuredComponent {
  /** The format of a component in CBOR. */
  public static final ContentFormat CBOR_FORMAT = ContentFormat.of(295);

  /** The format of a component in JSON. */
  public static final ContentFormat JSON_FORMAT = ContentFormat.of(296);

  /** Reads and writes components, for claims and documents that hold some of their own. */
  public static final ValueCodec<MeasuredComponent> CODEC = new MeasuredComponentCodec();

  /** The limits of {@link EatOptions#STRICT}, but for 64 KiB in a string. */
  public static final DecodeOptions STRICT = narrow(EatOptions.STRICT);

  /** {@link #STRICT} with all leniencies of {@link EatOptions#LENIENT}. */
  public static final DecodeOptions LENIENT = narrow(EatOptions.LENIENT);

  static final int FLAGS = 8;

  static final String ROOT = "measured-component";

  private final String name;
  private final @Nullable Version version;
  private final MeasuredValue measurement;
  private final List<Bytes> authorities;
  private final @Nullable Bytes flags;

  MeasuredComponent(
      String name,
      @Nullable Version version,
      MeasuredValue measurement,
      List<Bytes> authorities,
      @Nullable Bytes flags) {
    this.name = Objects.requireNonNull(name, "name");
    this.version = version;
    this.measurement = Objects.requireNonNull(measurement, "measurement");
    this.authorities = List.copyOf(authorities);
    this.flags = flags;
    if (flags != null && flags.size() != FLAGS) {
      throw new IllegalArgumentException("flags have " + flags.size() + " bytes, not 8");
    }
  }

  private static DecodeOptions narrow(DecodeOptions options) {
    return options.toBuilder().textBytes(64 * 1024).build();
  }

  /** Returns a component. */
  public static MeasuredComponent of(String name, MeasuredValue measurement) {
    return new MeasuredComponent(name, null, measurement, List.of(), null);
  }

  /** Returns a component with a digest of it. */
  public static MeasuredComponent of(String name, Digest digest) {
    return of(name, new MeasuredValue.Digested(digest));
  }

  /** Returns a component that is there as a whole. */
  public static MeasuredComponent ofRaw(String name, Bytes value) {
    return of(name, new MeasuredValue.Raw(value));
  }

  /**
   * Decodes exactly one component.
   *
   * @param options usually {@link #STRICT} or {@link #LENIENT}
   * @throws DecodingException if {@code bytes} are anything else, with a code of {@link EatCodes}
   */
  public static MeasuredComponent decode(Bytes bytes, Encoding encoding, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, encoding, new Findings(options));
  }

  /**
   * Decodes exactly one component.
   *
   * @param findings what takes the remarks, such as one on an unknown algorithm, and has the
   *     options
   * @throws DecodingException if {@code bytes} are anything else, with a code of {@link EatCodes}
   */
  public static MeasuredComponent decode(Bytes bytes, Encoding encoding, Findings findings)
      throws DecodingException {
    try {
      return encoding == Encoding.CBOR
          ? CODEC.readCbor(CborReader.of(bytes, findings.options(), ROOT, findings))
          : CODEC.readJson(JsonReader.of(bytes, findings.options(), ROOT, findings));
    } catch (DecodingException e) {
      throw EatCodes.translate(e, e.path());
    }
  }

  /** Returns this component with a version. */
  public MeasuredComponent withVersion(Version value) {
    Objects.requireNonNull(value, "value");
    return new MeasuredComponent(name, value, measurement, authorities, flags);
  }

  /** Returns this component with these authorities, such as hashes of the keys that signed it. */
  public MeasuredComponent withAuthorities(List<Bytes> values) {
    return new MeasuredComponent(name, version, measurement, values, flags);
  }

  /**
   * Returns this component with flags.
   *
   * @throws IllegalArgumentException if {@code value} has not 8 bytes
   */
  public MeasuredComponent withFlags(Bytes value) {
    Objects.requireNonNull(value, "value");
    return new MeasuredComponent(name, version, measurement, authorities, value);
  }

  /** Returns the name, which may be a path. */
  public String name() {
    return name;
  }

  /** Returns the version. */
  public Optional<Version> version() {
    return Optional.ofNullable(version);
  }

  /** Returns what was found. */
  public MeasuredValue measurement() {
    return measurement;
  }

  /** Returns who vouches for the component; empty if the message does not say. */
  public List<Bytes> authorities() {
    return authorities;
  }

  /** Returns the flags, 8 bytes. */
  public Optional<Bytes> flags() {
    return Optional.ofNullable(flags);
  }

  /** Returns whether only a profile can say what all of this means. */
  public boolean needsProfile() {
    return flags != null || !authorities.isEmpty();
  }

  /** Encodes this component: in deterministic CBOR, or in JSON without white space. */
  public Bytes encode(Encoding encoding) {
    if (encoding == Encoding.CBOR) {
      CborWriter out = new CborWriter();
      CODEC.writeCbor(this, out);
      return out.toBytes();
    }
    JsonWriter out = new JsonWriter();
    CODEC.writeJson(this, out);
    return out.toBytes();
  }

  /**
   * Returns this component as entry of {@code manifests} or {@code measurements}. Either form goes
   * into a token of either encoding, but CBOR has no manifest that is a text.
   */
  public ContentFormatBody body(Encoding encoding) {
    Bytes encoded = encode(encoding);
    return encoding == Encoding.CBOR
        ? ContentFormatBody.ofBytes(CBOR_FORMAT, encoded)
        : ContentFormatBody.ofText(JSON_FORMAT, encoded.toUtf8());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof MeasuredComponent other
        && name.equals(other.name)
        && Objects.equals(version, other.version)
        && measurement.equals(other.measurement)
        && authorities.equals(other.authorities)
        && Objects.equals(flags, other.flags);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version, measurement, authorities, flags);
  }

  /** Returns name and version. */
  @Override
  public String toString() {
    return "MeasuredComponent[" + name + (version == null ? "" : " " + version) + "]";
  }
}
