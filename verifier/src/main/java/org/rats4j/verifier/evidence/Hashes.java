package org.rats4j.verifier.evidence;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;

/** Digests of tokens that say by a text, or only by their length, what made them. */
final class Hashes {
  private static final int SHA_256_BYTES = 32;
  private static final int SHA_384_BYTES = 48;

  private Hashes() {}

  /**
   * Returns a digest.
   *
   * @param name what the token says that made it
   */
  static Digest named(Optional<String> name, Bytes value) {
    if (name.isPresent() && !name.get().isEmpty()) {
      try {
        Digest digest = new Digest(Label.of(name.get()), value);
        if (digest.knownAlgorithm().isPresent()) {
          return Digest.of(digest.knownAlgorithm().getAsInt(), value);
        }
      } catch (IllegalArgumentException e) {
        // Tokens in the field name one hash and carry another; a match needs equal bytes anyway.
        return bySize(value);
      }
    }
    return bySize(value);
  }

  private static Digest bySize(Bytes value) {
    return switch (value.size()) {
      case SHA_256_BYTES -> Digest.of(Digest.SHA_256, value);
      case SHA_384_BYTES -> Digest.of(Digest.SHA_384, value);
      default -> Digest.of(Digest.SHA_512, value);
    };
  }
}
