package org.rats4j.eat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonWriter;

/** Encodes sets of claims. */
final class ClaimsEncoder {
  private ClaimsEncoder() {}

  /**
   * Encodes claims.
   *
   * @throws IllegalArgumentException if one has no form in {@code encoding}
   */
  static Bytes encode(
      Map<ClaimKey<?>, Object> values, Map<Label, RawClaim> unknown, Encoding encoding) {
    if (encoding == Encoding.CBOR) {
      CborWriter out = new CborWriter();
      write(values, unknown, out);
      return out.toBytes();
    }
    JsonWriter out = new JsonWriter();
    write(values, unknown, out);
    return out.toBytes();
  }

  static ConvertedClaims convert(
      Map<ClaimKey<?>, Object> values, Map<Label, RawClaim> unknown, Encoding encoding) {
    List<Finding> losses = new ArrayList<>();
    Map<ClaimKey<?>, Object> kept = new LinkedHashMap<>();
    Map<Label, RawClaim> keptUnknown = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value instanceof Submodules submodules) {
            convert(submodules, encoding, losses).ifPresent(some -> kept.put(key, some));
          } else if (value instanceof Location location && hasNoHeadingIn(location, encoding)) {
            kept.put(key, location.withoutHeading());
            losses.add(loss(key.name() + "/heading", encoding));
          } else if (hasForm(key, value, encoding)) {
            kept.put(key, value);
          } else {
            losses.add(loss(key.name(), encoding));
          }
        });
    unknown.forEach(
        (label, raw) -> {
          if (raw.encoding() == encoding) {
            keptUnknown.put(label, raw);
          } else {
            losses.add(loss(label.toString(), encoding));
          }
        });
    return new ConvertedClaims(EatClaims.converted(kept, keptUnknown), losses);
  }

  /** Claims-sets are converted; tokens and digests would not be what was signed or hashed. */
  private static Optional<Submodules> convert(
      Submodules submodules, Encoding encoding, List<Finding> losses) {
    Map<String, Submodule> kept = new LinkedHashMap<>();
    submodules
        .byName()
        .forEach(
            (name, submodule) -> {
              String path = ClaimPaths.submodule("", name);
              if (submodule instanceof Submodule.ClaimsSet set) {
                ConvertedClaims converted = set.claims().convertTo(encoding);
                kept.put(name, new Submodule.ClaimsSet(converted.claims()));
                losses.addAll(ClaimPaths.inside(path, converted.losses()));
              } else {
                losses.add(loss(path, encoding));
              }
            });
    return kept.isEmpty() ? Optional.empty() : Optional.of(new Submodules(kept));
  }

  /** NaN says that the device stands still. */
  private static boolean hasNoHeadingIn(Location location, Encoding encoding) {
    return encoding == Encoding.JSON && Double.isNaN(location.heading().orElse(0));
  }

  private static boolean hasForm(ClaimKey<?> key, Object value, Encoding encoding) {
    if (key.labelIn(encoding).isEmpty()) {
      return false;
    }
    try {
      ClaimValues.encode(key, value, encoding);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Finding loss(String path, Encoding encoding) {
    return new Finding(
        EatCodes.CONVERSION_LOSS,
        Finding.Severity.WARNING,
        path,
        "no form in " + encoding + " that means the same");
  }

  /**
   * Writes claims.
   *
   * @throws IllegalArgumentException if one has no form in CBOR
   */
  static void write(Map<ClaimKey<?>, Object> values, Map<Label, RawClaim> unknown, CborWriter out) {
    out.startMap();
    values.forEach(
        (key, value) -> {
          out.writeLabel(label(key, Encoding.CBOR));
          ClaimValues.writeCbor(key, value, out);
        });
    unknown.forEach(
        (label, raw) -> {
          if (!(raw instanceof RawClaim.OfCbor cbor)) {
            throw noForm(label.toString(), Encoding.CBOR);
          }
          out.writeLabel(label).writeRaw(cbor.encoded());
        });
    out.endMap();
  }

  /**
   * Writes claims.
   *
   * @throws IllegalArgumentException if one has no form in JSON
   */
  static void write(Map<ClaimKey<?>, Object> values, Map<Label, RawClaim> unknown, JsonWriter out) {
    out.startObject();
    List<Map.Entry<ClaimKey<?>, Object>> sorted =
        values.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> position(entry.getKey())))
            .toList();
    for (Map.Entry<ClaimKey<?>, Object> entry : sorted) {
      out.writeName(label(entry.getKey(), Encoding.JSON).toString());
      ClaimValues.writeJson(entry.getKey(), entry.getValue(), out);
    }
    unknown.forEach(
        (label, raw) -> {
          if (!(raw instanceof RawClaim.OfJson json)) {
            throw noForm(label.toString(), Encoding.JSON);
          }
          out.writeName(label.toString()).writeValue(json.value());
        });
    out.endObject();
  }

  /** Registered claims first, in the order of their labels; then others as they came. */
  private static int position(ClaimKey<?> key) {
    int position = Claims.ALL.indexOf(key);
    return position < 0 ? Integer.MAX_VALUE : position;
  }

  private static Label label(ClaimKey<?> key, Encoding encoding) {
    return key.labelIn(encoding).orElseThrow(() -> noForm(key.name(), encoding));
  }

  private static IllegalArgumentException noForm(String claim, Encoding encoding) {
    return new IllegalArgumentException("claim " + claim + " has no form in " + encoding);
  }
}
