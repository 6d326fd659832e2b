package org.rats4j.ear;

import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.eat.RawClaim;

/** Finds a value inside a claim that no codec knows. */
final class RawPath {
  private RawPath() {}

  /** Returns what {@code step} leads to from {@code claim}: a member, or a position in an array. */
  static Optional<RawClaim> step(RawClaim claim, String step) {
    if (claim instanceof RawClaim.OfJson json) {
      return step(json.value(), step).map(RawClaim.OfJson::new);
    }
    try {
      return step(RawClaims.reader((RawClaim.OfCbor) claim), step);
    } catch (DecodingException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<JsonValue> step(JsonValue value, String step) {
    if (value instanceof JsonObject object) {
      return object.get(step);
    }
    if (value instanceof JsonArray array) {
      return position(step, array.items().size()).map(array.items()::get);
    }
    return Optional.empty();
  }

  private static Optional<RawClaim> step(CborReader in, String step) throws DecodingException {
    if (in.peekType() == CborType.ARRAY) {
      Optional<Integer> position = position(step, in.startArray());
      for (int i = 0; position.isPresent() && i < position.get(); i++) {
        in.skip();
      }
      return position.isPresent()
          ? Optional.of(new RawClaim.OfCbor(in.readRaw()))
          : Optional.empty();
    }
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readLabel();
      if (label.toString().equals(step)) {
        return Optional.of(new RawClaim.OfCbor(in.readRaw()));
      }
      in.skip();
    }
    return Optional.empty();
  }

  private static Optional<Integer> position(String step, int size) {
    boolean decimal = step.length() < 10 && step.matches("0|[1-9][0-9]*");
    return decimal && Integer.parseInt(step) < size
        ? Optional.of(Integer.parseInt(step))
        : Optional.empty();
  }
}
