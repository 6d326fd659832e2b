package org.rats4j.core.crypto;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;

/** Chooses among keys by their names, then by the algorithm. */
final class KeyList implements KeyResolver {
  private final List<VerificationKey> keys;

  KeyList(Collection<VerificationKey> keys) {
    this.keys = List.copyOf(keys);
  }

  @Override
  public List<VerificationKey> resolve(KeyHints hints) {
    Optional<Bytes> wanted = hints.keyId();
    OptionalLong algorithm = hints.algorithm();
    return keys.stream()
        .filter(key -> wanted.isEmpty() || key.keyId().isEmpty() || key.keyId().equals(wanted))
        .sorted(
            // False sorts before true, and equal keys keep their order.
            Comparator.comparing((VerificationKey key) -> !key.keyId().equals(wanted))
                .thenComparing(key -> algorithm.isPresent() && !key.fits(algorithm.getAsLong())))
        .toList();
  }
}
