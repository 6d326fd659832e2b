package org.rats4j.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;

/**
 * The keys of the command line. Who names a key there trusts it whatever its {@code kid} is: the
 * keys that a message asks for come first, the others behind.
 */
final class NamedKeys implements KeyResolver {
  private final List<VerificationKey> keys;
  private final KeyResolver byName;

  NamedKeys(List<VerificationKey> keys) {
    this.keys = List.copyOf(keys);
    byName = KeyResolver.of(this.keys);
  }

  @Override
  public List<VerificationKey> resolve(KeyHints hints) throws VerificationException {
    Set<VerificationKey> ordered = new LinkedHashSet<>(byName.resolve(hints));
    ordered.addAll(keys);
    return List.copyOf(ordered);
  }
}
