package org.rats4j.eat;

import java.util.Map;
import org.rats4j.core.Encoding;

/**
 * What a bundle has beside its main token.
 *
 * @param encoding the encoding of the bundle and of the claims-sets in it
 * @param byName the values by the names of the submodules that they are
 */
record DetachedSets(Encoding encoding, Map<String, DetachedValue> byName) {
  /** Those of a token that came alone. */
  static final DetachedSets NONE = new DetachedSets(Encoding.CBOR, Map.of());
}
