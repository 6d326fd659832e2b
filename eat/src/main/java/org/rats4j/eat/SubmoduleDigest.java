package org.rats4j.eat;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.crypto.Algorithms;

/**
 * The digest of a claims-set that travels beside the token, in a detached EAT bundle (RFC 9711,
 * section 4.2.18.2).
 *
 * <pre>{@code
 * Detached-Submodule-Digest = [ hash-algorithm: text / int, digest: binary-data ]
 * }</pre>
 *
 * <p>The digest is over the encoded claims-set and nothing else: no byte string header, no base64.
 *
 * @param algorithm the hash, as number or name of the IANA COSE Algorithms registry
 * @param value the digest
 */
public record SubmoduleDigest(Label algorithm, Bytes value) implements Submodule {
  private static final Map<String, Long> HASHES =
      Map.of(
          "SHA-1", -14L,
          "SHA-256/64", -15L,
          "SHA-256", CoseHash.SHA_256,
          "SHA-512/256", CoseHash.SHA_512_256,
          "SHA-384", CoseHash.SHA_384,
          "SHA-512", CoseHash.SHA_512,
          "SHAKE128", CoseHash.SHAKE_128,
          "SHAKE256", CoseHash.SHAKE_256);

  /** Hashes that are for filtering only: known, never verified. */
  private static final Map<Long, Integer> TOO_WEAK = Map.of(-14L, 20, -15L, 8);

  private static final Set<String> OTHER_NAMES = otherNames();

  /**
   * Creates a digest.
   *
   * @throws IllegalArgumentException if {@code algorithm} is that of a signature or MAC, if {@code
   *     value} is empty, or has another size than the digests of {@code algorithm}
   */
  public SubmoduleDigest {
    Objects.requireNonNull(algorithm, "algorithm");
    if (isNoHash(algorithm)) {
      throw new IllegalArgumentException("the algorithm is no hash");
    }
    if (value.isEmpty()) {
      throw new IllegalArgumentException("digest is empty");
    }
    OptionalInt size = size(number(algorithm));
    if (size.isPresent() && size.getAsInt() != value.size()) {
      throw new IllegalArgumentException(
          "digest has " + value.size() + " bytes, not " + size.getAsInt());
    }
  }

  /**
   * Returns the digest of an encoded claims-set.
   *
   * @param algorithm a number of {@link CoseHash}
   * @throws IllegalArgumentException if {@code algorithm} is not known
   */
  public static SubmoduleDigest of(long algorithm, Bytes claimsSet) {
    return CoseHash.digest(algorithm, claimsSet)
        .map(value -> new SubmoduleDigest(Label.of(algorithm), value))
        .orElseThrow(() -> new IllegalArgumentException("hash is not known: " + algorithm));
  }

  /** Returns this digest with the name of its algorithm, as JSON has it, if that is known. */
  public SubmoduleDigest named() {
    OptionalLong number = number(algorithm);
    for (Map.Entry<String, Long> hash : HASHES.entrySet()) {
      if (number.isPresent() && hash.getValue() == number.getAsLong()) {
        return new SubmoduleDigest(Label.of(hash.getKey()), value);
      }
    }
    return this;
  }

  /**
   * Returns the number of the hash, also where the digest has its name; empty if this library does
   * not compute it. SHA-1 and SHA-256/64 are not computed: they are for filtering only.
   */
  public OptionalLong knownAlgorithm() {
    OptionalLong number = number(algorithm);
    return number.isPresent() && CoseHash.size(number.getAsLong()).isPresent()
        ? number
        : OptionalLong.empty();
  }

  /** Returns whether the digest is that of {@code claimsSet}; never if the hash is not known. */
  public boolean matches(Bytes claimsSet) {
    OptionalLong number = knownAlgorithm();
    return number.isPresent()
        && CoseHash.digest(number.getAsLong(), claimsSet)
            .filter(value::equalsInConstantTime)
            .isPresent();
  }

  /** Returns whether both are digests by one algorithm with one value, however that is named. */
  boolean sameAs(SubmoduleDigest other) {
    OptionalLong number = number(algorithm);
    boolean sameAlgorithm =
        number.isPresent()
            ? number.equals(number(other.algorithm))
            : algorithm.equals(other.algorithm);
    return sameAlgorithm && value.equals(other.value);
  }

  /** Returns whether {@code text} is a digest by {@code algorithm} in hexadecimal. */
  static boolean isHexadecimal(Label algorithm, String text) {
    OptionalInt size = size(number(algorithm));
    return size.isPresent()
        && text.length() == 2 * size.getAsInt()
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
  }

  private static OptionalLong number(Label algorithm) {
    if (algorithm instanceof Label.OfInteger integer) {
      return integer.fitsLong() ? OptionalLong.of(integer.longValue()) : OptionalLong.empty();
    }
    Long number = HASHES.get(algorithm.toString());
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static OptionalInt size(OptionalLong number) {
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer weak = TOO_WEAK.get(number.getAsLong());
    return weak == null ? CoseHash.size(number.getAsLong()) : OptionalInt.of(weak);
  }

  private static boolean isNoHash(Label algorithm) {
    if (algorithm instanceof Label.OfText text) {
      return OTHER_NAMES.contains(text.value());
    }
    OptionalLong number = number(algorithm);
    return number.isPresent() && isNamed(number.getAsLong());
  }

  private static boolean isNamed(long number) {
    return !Algorithms.name(number).equals(Long.toString(number));
  }

  private static Set<String> otherNames() {
    Set<String> names = new HashSet<>();
    for (long number = Algorithms.RS512; number <= Byte.MAX_VALUE; number++) {
      if (isNamed(number)) {
        names.add(Algorithms.name(number));
        Algorithms.joseName(number).ifPresent(names::add);
      }
    }
    return Set.copyOf(names);
  }
}
