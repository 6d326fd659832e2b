package org.rats4j.pkix;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerCodec;

/**
 * Names a claim and knows how to read and write its value.
 *
 * <p>A key is a constant: declare it once, use it everywhere. Those of the draft are in {@link
 * EvidenceClaims}; one of your own takes a line:
 *
 * <pre>{@code
 * static final EvidenceClaimKey<Boolean> ALWAYS_SENSITIVE =
 *     EvidenceClaimKey.of(Oid.of("1.3.6.1.4.1.32473.1"), "always-sensitive", DerCodec.BOOLEAN);
 * }</pre>
 *
 * <p>Name it in {@link EvidenceOptions.Builder#claim} and its values are checked while decoding.
 *
 * @param <T> the type of the values
 */
public final class EvidenceClaimKey<T> {
  private final @Nullable Oid own;
  private final @Nullable ElementKind element;
  private final int number;
  private final boolean repeatable;
  private final String name;
  private final DerCodec<T> codec;

  private EvidenceClaimKey(
      @Nullable Oid own,
      @Nullable ElementKind element,
      int number,
      boolean repeatable,
      String name,
      DerCodec<T> codec) {
    this.own = own;
    this.element = element;
    this.number = number;
    this.repeatable = repeatable;
    this.name = Objects.requireNonNull(name, "name");
    this.codec = Objects.requireNonNull(codec, "codec");
  }

  /** Returns the key of a claim that is not of the draft; it may stand anywhere, and repeat. */
  public static <T> EvidenceClaimKey<T> of(Oid type, String name, DerCodec<T> codec) {
    return new EvidenceClaimKey<>(Objects.requireNonNull(type, "type"), null, 0, true, name, codec);
  }

  /** Returns the key of a claim of the draft that stands once in an element. */
  static <T> EvidenceClaimKey<T> once(
      ElementKind element, int number, String name, DerCodec<T> codec) {
    return new EvidenceClaimKey<>(null, element, number, false, name, codec);
  }

  /** Returns the key of a claim of the draft that may repeat. */
  static <T> EvidenceClaimKey<T> some(
      ElementKind element, int number, String name, DerCodec<T> codec) {
    return new EvidenceClaimKey<>(null, element, number, true, name, codec);
  }

  /** Returns the type of the claim under the arc of {@code oids}. */
  public Oid type(EvidenceOids oids) {
    return own != null ? own : oids.claimType(this);
  }

  /** Returns what people call the claim. */
  public String name() {
    return name;
  }

  /** Returns what reads and writes the values. */
  public DerCodec<T> codec() {
    return codec;
  }

  boolean isOfDraft() {
    return own == null;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  /** Returns whether the claim belongs into that element; null stands for one that is unknown. */
  boolean belongsTo(@Nullable ElementKind kind) {
    return own != null || element == kind;
  }

  int number() {
    return number;
  }

  @Nullable ElementKind element() {
    return element;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
