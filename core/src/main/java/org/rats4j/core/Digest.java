package org.rats4j.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonWriter;

/**
 * A digest and the algorithm that made it, as in CoRIM and measured components (RFC 10013).
 *
 * <pre>{@code digest = [alg: int / tstr, val: bytes]}</pre>
 *
 * <p>The algorithm is a number or name of the IANA Named Information registry, not of COSE. One
 * that this library does not know is kept, not rejected: compare {@link #knownAlgorithm()} with
 * your policy before you trust a match. The number 1 and the name "sha-256" make two digests that
 * are not equal, since a message spells them differently.
 *
 * @param algorithm the number or name
 * @param value the digest, never empty
 */
public record Digest(Label algorithm, Bytes value) {
  /** SHA-256. */
  public static final int SHA_256 = 1;

  /** SHA-384. */
  public static final int SHA_384 = 7;

  /** SHA-512. */
  public static final int SHA_512 = 8;

  /** SHA3-256. */
  public static final int SHA3_256 = 10;

  /** SHA3-384. */
  public static final int SHA3_384 = 11;

  /** SHA3-512. */
  public static final int SHA3_512 = 12;

  private static final List<String> NAMES =
      List.of(
          "",
          "sha-256",
          "sha-256-128",
          "sha-256-120",
          "sha-256-96",
          "sha-256-64",
          "sha-256-32",
          "sha-384",
          "sha-512",
          "sha3-224",
          "sha3-256",
          "sha3-384",
          "sha3-512");

  private static final int[] SIZES = {0, 32, 16, 15, 12, 8, 4, 48, 64, 28, 32, 48, 64};

  /**
   * Creates a digest, of any size: messages in the field carry some that cannot be right. {@link
   * #hasSizeOfAlgorithm()} tells.
   *
   * @throws IllegalArgumentException if {@code value} is empty
   */
  public Digest {
    Objects.requireNonNull(algorithm, "algorithm");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("digest is empty");
    }
  }

  /**
   * Returns a digest made by the algorithm with the number {@code algorithm}.
   *
   * @throws IllegalArgumentException if {@code value} is empty or, where the algorithm is known,
   *     not as long as its digests are
   */
  public static Digest of(long algorithm, Bytes value) {
    return new Digest(Label.of(algorithm), value).checked();
  }

  /**
   * Returns a SHA-256 digest that was computed already; {@link #sha256Of} computes one.
   *
   * @throws IllegalArgumentException if {@code value} is not of 32 bytes
   */
  public static Digest sha256(Bytes value) {
    return of(SHA_256, value);
  }

  /** Returns the SHA-256 digest of {@code content}. */
  public static Digest sha256Of(Bytes content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.update(digest);
      return sha256(Bytes.copyOf(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("runtime has no SHA-256", e);
    }
  }

  private Digest checked() {
    int known = known();
    if (known > 0 && value.size() != SIZES[known]) {
      throw new IllegalArgumentException(
          NAMES.get(known) + " digest has " + value.size() + " bytes, not " + SIZES[known]);
    }
    return this;
  }

  /**
   * Returns what the registry calls an algorithm, such as {@code sha-256} for 1; empty if this
   * library does not know it.
   */
  public static Optional<String> nameOf(long number) {
    return isKnown(number) ? Optional.of(NAMES.get((int) number)) : Optional.empty();
  }

  /**
   * Returns the number of the algorithm that the registry calls {@code name}; empty if this library
   * does not know it.
   */
  public static OptionalInt numberOf(String name) {
    int number = NAMES.indexOf(name);
    return isKnown(number) ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /**
   * Returns whether the value is as long as the algorithm makes them; also if this library does not
   * know the algorithm.
   */
  public boolean hasSizeOfAlgorithm() {
    int known = known();
    return known == 0 || value.size() == SIZES[known];
  }

  /**
   * Returns the number of the algorithm from the Named Information registry, also where the digest
   * names it by text; empty if this library does not know it.
   */
  public OptionalInt knownAlgorithm() {
    int known = known();
    return known > 0 ? OptionalInt.of(known) : OptionalInt.empty();
  }

  /**
   * Returns what the registry calls the algorithm, also where the digest names it by number; what
   * the digest says, if this library does not know it.
   */
  public String algorithmName() {
    int known = known();
    return known > 0 ? NAMES.get(known) : algorithm.toString();
  }

  private int known() {
    if (algorithm instanceof Label.OfInteger number) {
      long found = number.fitsLong() ? number.longValue() : 0;
      return isKnown(found) ? (int) found : 0;
    }
    return numberOf(algorithm.toString()).orElse(0);
  }

  private static boolean isKnown(long number) {
    return number > 0 && number < NAMES.size();
  }

  /**
   * Reads a digest.
   *
   * @throws DecodingException if {@code in} does not stand at a digest, or at one that is not as
   *     long as its algorithm makes them
   */
  public static Digest read(CborReader in) throws DecodingException {
    Digest digest = readOfAnySize(in);
    return in.build(digest::checked);
  }

  /**
   * Reads a digest, which {@link #hasSizeOfAlgorithm()} or not.
   *
   * @throws DecodingException if {@code in} does not stand at a digest
   */
  public static Digest readOfAnySize(CborReader in) throws DecodingException {
    in.startArray(2);
    Label algorithm =
        in.peekType() == CborType.TEXT_STRING ? Label.of(in.readText()) : Label.of(in.readLong());
    Bytes value = in.readBytes();
    in.endArray();
    return in.build(() -> new Digest(algorithm, value));
  }

  /** Writes this digest. */
  public void write(CborWriter out) {
    out.startArray(2).writeLabel(algorithm).writeBytes(value);
  }

  /**
   * Reads a digest whose value is in base64url.
   *
   * @throws DecodingException if {@code in} does not stand at a digest, or at one that is not as
   *     long as its algorithm makes them
   */
  public static Digest read(JsonReader in) throws DecodingException {
    in.startArray(2);
    Label algorithm =
        in.peekType() == JsonType.STRING ? Label.of(in.readText()) : Label.of(in.readLong());
    Bytes value = in.readBase64Url();
    in.endArray();
    return in.build(() -> new Digest(algorithm, value).checked());
  }

  /** Writes this digest, its value in base64url. */
  public void write(JsonWriter out) {
    out.startArray().writeLabel(algorithm).writeBase64Url(value).endArray();
  }
}
