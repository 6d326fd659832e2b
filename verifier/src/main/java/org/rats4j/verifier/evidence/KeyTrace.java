package org.rats4j.verifier.evidence;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.comid.Environment;

/** Resolves the keys of one message and remembers why each may be trusted. */
final class KeyTrace implements KeyResolver {
  private final EvidenceKeys keys;
  private final Clock clock;
  private final Function<KeyHints, Optional<Environment>> claimed;
  private final IdentityHashMap<VerificationKey, KeySource> sources = new IdentityHashMap<>();

  KeyTrace(EvidenceKeys keys, Clock clock, Function<KeyHints, Optional<Environment>> claimed) {
    this.keys = keys;
    this.clock = clock;
    this.claimed = claimed;
  }

  @Override
  public List<VerificationKey> resolve(KeyHints hints) throws VerificationException {
    List<VerificationKey> found = keys.given(hints, this::remember);
    if (!found.isEmpty()) {
      return found;
    }
    Optional<Environment> environment = claimed.apply(hints);
    if (environment.isPresent()) {
      found = keys.ofDevice(environment.get(), this::remember);
    }
    return found.isEmpty() ? keys.ofChain(hints, clock, this::remember) : found;
  }

  private void remember(KeySource source, VerificationKey key) {
    sources.put(key, source);
  }

  /** Returns where {@code key}, which verified the message, came from. */
  KeySource sourceOf(VerificationKey key) {
    KeySource source = sources.get(key);
    if (source == null) {
      throw new IllegalStateException("a key that nobody resolved");
    }
    return source;
  }
}
