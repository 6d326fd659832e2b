package org.rats4j.eat;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.codec.ValueCodec;

/**
 * Names a claim and knows how to read and write its value.
 *
 * <p>A key is a constant: declare it once, use it everywhere. There is no registry to fill at start
 * up, so two libraries in one process cannot disturb each other. The keys of RFC 9711 are in {@link
 * Claims}; one of your own takes a line:
 *
 * <pre>{@code
 * static final ClaimKey<Long> RESTARTS = ClaimKey.of(-70001, "restarts", ClaimCodecs.LONG);
 *
 * EatClaims claims = EatClaims.builder().put(RESTARTS, 3L).build();
 * Optional<Long> restarts = claims.get(RESTARTS);
 * }</pre>
 *
 * <p>CBOR carries the label only, JSON the name only.
 *
 * @param <T> the type of the values
 */
public final class ClaimKey<T> {
  /** The first label that has a bit. */
  private static final long FIRST_BIT = 256;

  private final @Nullable Label label;
  private final String name;
  private final boolean inJson;
  private final ValueCodec<T> codec;
  private final int hash;

  /** One of 64 bits for each label of RFC 9711, by which a set tells at once what it has not. */
  final long bit;

  private ClaimKey(@Nullable Label label, String name, boolean inJson, ValueCodec<T> codec) {
    this.label = label;
    this.name = Objects.requireNonNull(name, "name");
    this.inJson = inJson;
    this.codec = Objects.requireNonNull(codec, "codec");
    this.hash = Objects.hash(label, name, inJson);
    this.bit = bit(label);
  }

  private static long bit(@Nullable Label label) {
    return label instanceof Label.OfInteger number
            && !number.negative()
            && number.argument() >>> 6 == FIRST_BIT >>> 6
        ? 1L << number.argument()
        : 0;
  }

  /**
   * Returns the key of a claim that both encodings have.
   *
   * @param label the label in CBOR; private ones are below -65536
   * @param name the name in JSON
   */
  public static <T> ClaimKey<T> of(long label, String name, ValueCodec<T> codec) {
    return of(Label.of(label), name, codec);
  }

  /** Returns the key of a claim that both encodings have. */
  public static <T> ClaimKey<T> of(Label label, String name, ValueCodec<T> codec) {
    return new ClaimKey<>(Objects.requireNonNull(label, "label"), name, true, codec);
  }

  /**
   * Returns the key of a claim that only CBOR has.
   *
   * @param name what people and error paths call it
   */
  public static <T> ClaimKey<T> ofCbor(long label, String name, ValueCodec<T> codec) {
    return new ClaimKey<>(Label.of(label), name, false, codec);
  }

  /** Returns the key of a claim that only JSON has. */
  public static <T> ClaimKey<T> ofJson(String name, ValueCodec<T> codec) {
    return new ClaimKey<>(null, name, true, codec);
  }

  /** Returns the label in CBOR; empty if only JSON has the claim. */
  public Optional<Label> label() {
    return Optional.ofNullable(label);
  }

  /** Returns the name, also of a claim that JSON cannot carry. */
  public String name() {
    return name;
  }

  /** Returns what reads and writes the values. */
  public ValueCodec<T> codec() {
    return codec;
  }

  /**
   * Returns what marks the claim in {@code encoding}; empty if that encoding has no form for it.
   */
  public Optional<Label> labelIn(Encoding encoding) {
    if (encoding == Encoding.CBOR) {
      return label();
    }
    return inJson ? Optional.of(Label.of(name)) : Optional.empty();
  }

  /** Returns whether both keys name one claim in some encoding. */
  boolean names(ClaimKey<?> other) {
    return (label != null && label.equals(other.label))
        || (inJson && other.inJson && name.equals(other.name));
  }

  @Override
  public boolean equals(Object o) {
    return o == this
        || o instanceof ClaimKey<?> other
            && hash == other.hash
            && Objects.equals(label, other.label)
            && name.equals(other.name)
            && inJson == other.inJson
            && codec.equals(other.codec);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Returns the name and, if there is one, the label. */
  @Override
  public String toString() {
    return label == null ? name : name + " (" + label + ")";
  }
}
