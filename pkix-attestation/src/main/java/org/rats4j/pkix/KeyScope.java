package org.rats4j.pkix;

import java.util.List;
import java.util.Objects;

/** Which keys of evidence a policy looks at. A policy over no key fails. */
@FunctionalInterface
public interface KeyScope {
  /** All of them. */
  KeyScope ALL = TbsEvidence::keys;

  /** Returns the keys. */
  List<KeyElement> select(TbsEvidence tbs);

  /** Returns the scope of the key with this identifier. */
  static KeyScope identifier(String identifier) {
    Objects.requireNonNull(identifier, "identifier");
    return tbs -> tbs.key(identifier).stream().toList();
  }

  /** Returns the scope of the elements that carry this key, such as that of a request. */
  static KeyScope publicKey(PublicKeyInfo key) {
    Objects.requireNonNull(key, "key");
    return tbs ->
        tbs.keys().stream()
            .filter(element -> element.spki().stream().anyMatch(key::equals))
            .toList();
  }
}
