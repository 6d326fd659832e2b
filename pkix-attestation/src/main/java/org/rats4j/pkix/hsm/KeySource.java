package org.rats4j.pkix.hsm;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** Observes keys. */
public interface KeySource {
  /** Has no key. */
  KeySource NONE =
      new KeySource() {
        @Override
        public Optional<ClaimValues> find(String identifier) {
          return Optional.empty();
        }

        @Override
        public List<ClaimValues> list() {
          return List.of();
        }
      };

  /**
   * Returns what is known of a key, by claims of the key element, all its identifiers among them.
   *
   * @return empty if there is no such key, or more than one
   * @throws GeneralSecurityException if the module does not answer
   */
  Optional<ClaimValues> find(String identifier) throws GeneralSecurityException;

  /**
   * Returns what is known of each key.
   *
   * @throws GeneralSecurityException if the module does not answer
   */
  List<ClaimValues> list() throws GeneralSecurityException;
}
