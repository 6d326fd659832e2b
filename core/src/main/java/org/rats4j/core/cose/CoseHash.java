package org.rats4j.core.cose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BundledProvider;

/** Numbers of hashes in the IANA COSE Algorithms registry (RFC 9054). */
public final class CoseHash {
  /** SHA-256. */
  public static final long SHA_256 = -16;

  /** SHA-512/256. */
  public static final long SHA_512_256 = -17;

  /** SHAKE128 with 256 bits. */
  public static final long SHAKE_128 = -18;

  /** SHA-384. */
  public static final long SHA_384 = -43;

  /** SHA-512. */
  public static final long SHA_512 = -44;

  /** SHAKE256 with 512 bits. */
  public static final long SHAKE_256 = -45;

  private record Known(String name, int size) {}

  private static final Map<Long, Known> KNOWN =
      Map.of(
          SHA_256, new Known("SHA-256", 32),
          SHA_512_256, new Known("SHA-512/256", 32),
          SHAKE_128, new Known("SHAKE128-256", 32),
          SHAKE_256, new Known("SHAKE256-512", 64),
          SHA_384, new Known("SHA-384", 48),
          SHA_512, new Known("SHA-512", 64));

  private CoseHash() {}

  /** Returns how many bytes the hash {@code algorithm} has; empty if it is not known here. */
  public static OptionalInt size(long algorithm) {
    Known known = KNOWN.get(algorithm);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known.size);
  }

  /** Returns the hash of {@code data}; empty if {@code algorithm} is not known here. */
  public static Optional<Bytes> digest(long algorithm, Bytes data) {
    Known known = KNOWN.get(algorithm);
    if (known == null) {
      return Optional.empty();
    }
    MessageDigest digest;
    try {
      // Before 25 the JDK has SHAKE for its own use only.
      digest =
          known.name.startsWith("SHAKE")
              ? MessageDigest.getInstance(known.name, BundledProvider.get())
              : MessageDigest.getInstance(known.name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no provider has " + known.name, e);
    }
    data.update(digest);
    return Optional.of(Bytes.copyOf(digest.digest()));
  }
}
