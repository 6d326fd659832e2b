package org.rats4j.cli.kind;

import static org.rats4j.cli.view.Meanings.small;

import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;

/** Tells claims of an EAT from other maps and objects. */
final class EatDetection {
  private EatDetection() {}

  /** Returns whether {@code item} is a map with a claim that only an EAT has. */
  static boolean looksLikeClaims(CborItem item) {
    return item instanceof CborMap map
        && (map.get(10).isPresent()
            || map.get(-75008).isPresent()
            || map.entries().keySet().stream()
                .flatMap(key -> small(key).stream())
                .anyMatch(label -> label >= 256 && label <= 275));
  }

  /** Returns whether {@code value} is an object with a claim that only an EAT has. */
  static boolean looksLikeClaims(JsonValue value) {
    Vocabulary claims = EatNames.claims(0);
    return value instanceof JsonObject object
        && object.members().keySet().stream()
            .anyMatch(name -> claims.knows(name) && !name.equals("scope") && !name.equals("cmw"));
  }

  /** Returns whether {@code item} is a map with registered claims of a CWT. */
  static boolean looksLikeCwtClaims(CborItem item) {
    return item instanceof CborMap map
        && !map.entries().isEmpty()
        && map.entries().keySet().stream()
            .allMatch(key -> small(key).isPresent() || key instanceof CborText)
        && (looksLikeClaims(item)
            || map.get(1).isPresent()
            || map.get(2).isPresent()
            || map.get(6).isPresent()
            || map.get(4).isPresent());
  }
}
