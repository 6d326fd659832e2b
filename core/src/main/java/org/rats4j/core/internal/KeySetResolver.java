package org.rats4j.core.internal;

import java.util.Collection;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;

/**
 * Chooses among the keys of a set, and tells a key that may not verify from one that is unknown.
 */
public final class KeySetResolver implements KeyResolver {
  private final KeyResolver usable;
  private final List<Bytes> unusable;

  /**
   * Creates a resolver.
   *
   * @param unusable the names of the keys that cannot verify
   */
  public KeySetResolver(Collection<VerificationKey> usable, Collection<Bytes> unusable) {
    this.usable = KeyResolver.of(usable);
    this.unusable = List.copyOf(unusable);
  }

  @Override
  public List<VerificationKey> resolve(KeyHints hints) throws VerificationException {
    List<VerificationKey> found = usable.resolve(hints);
    if (found.isEmpty() && hints.keyId().filter(unusable::contains).isPresent()) {
      throw VerificationException.of(Reason.KEY_MISMATCH, "the key of this name cannot verify");
    }
    return found;
  }
}
