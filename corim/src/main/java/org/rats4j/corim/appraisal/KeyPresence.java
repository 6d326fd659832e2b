package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Optional;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Instance;

/**
 * Which of the keys that an endorser lists are found in a tuple.
 *
 * @param options decides what finding means
 */
record KeyPresence(AppraisalOptions options) {

  List<CryptoKey> present(KeyItem item, Ect ect) {
    if (options.has(Alternative.KEYS_BY_ENVIRONMENT)) {
      return item.keys();
    }
    return item.keys().stream().filter(key -> isIn(key, item, ect)).toList();
  }

  private boolean isIn(CryptoKey key, KeyItem item, Ect ect) {
    if (ect instanceof KeyEct keys) {
      return keys.keyType() == item.keyType()
          && (item.keyId().isEmpty() || item.keyId().equals(keys.keyId()))
          && keys.keys().contains(key);
    }
    if (!(ect instanceof ElementEct elements)) {
      return false;
    }
    boolean anywhere = item.keyId().isEmpty();
    return (anywhere && isOwner(key, ect))
        || elements.elements().stream()
            .filter(element -> anywhere || element.hasId(item.keyId()))
            .anyMatch(element -> element.claims().cryptoKeys().contains(key));
  }

  private boolean isOwner(CryptoKey key, Ect ect) {
    Optional<Instance> instance = ect.environment().instance();
    return (instance.isPresent() && instance.get().equals(key))
        || ect.authority().covers(Authority.of(key), options.has(Alternative.EXACT_AUTHORITY));
  }
}
