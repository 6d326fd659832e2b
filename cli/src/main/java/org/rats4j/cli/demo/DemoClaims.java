package org.rats4j.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.ear.ClaimMap;
import org.rats4j.eat.ClaimKey;

/** Claims of the demo that no specification has: lists of file names. */
final class DemoClaims {
  private static final ValueCodec<List<String>> NAMES = new Names();

  /** Files whose content is not the recorded one. */
  static final ClaimKey<List<String>> CHANGED = ClaimKey.ofJson("changed-files", NAMES);

  /** Files that nobody recorded. */
  static final ClaimKey<List<String>> UNKNOWN = ClaimKey.ofJson("unknown-files", NAMES);

  /** Recorded files that were not measured. */
  static final ClaimKey<List<String>> MISSING = ClaimKey.ofJson("missing-files", NAMES);

  /** Files that are as recorded. */
  static final ClaimKey<List<String>> SAME = ClaimKey.ofJson("recorded-files", NAMES);

  private DemoClaims() {}

  /** Returns the claim {@code name}, which is a text. */
  static ClaimKey<String> text(String name) {
    return ClaimKey.ofJson(name, new Text());
  }

  /** Returns what the verifier says of the files. Lists that are empty are left out. */
  static ClaimMap of(Comparison comparison) {
    ClaimMap.Builder claims = ClaimMap.builder();
    put(claims, SAME, comparison.same());
    put(claims, CHANGED, comparison.changed());
    put(claims, UNKNOWN, comparison.unknown());
    put(claims, MISSING, comparison.missing());
    return claims.build();
  }

  private static void put(ClaimMap.Builder claims, ClaimKey<List<String>> key, List<String> files) {
    if (!files.isEmpty()) {
      claims.put(key, files);
    }
  }

  private static final class Text implements ValueCodec<String> {
    @Override
    public String readCbor(CborReader in) throws DecodingException {
      return in.readText();
    }

    @Override
    public void writeCbor(String value, CborWriter out) {
      out.writeText(value);
    }

    @Override
    public String readJson(JsonReader in) throws DecodingException {
      return in.readText();
    }

    @Override
    public void writeJson(String value, JsonWriter out) {
      out.writeText(value);
    }
  }

  private static final class Names implements ValueCodec<List<String>> {
    @Override
    public List<String> readCbor(CborReader in) throws DecodingException {
      List<String> names = new ArrayList<>();
      in.startArray();
      while (in.hasNext()) {
        names.add(in.readText());
      }
      in.endArray();
      return List.copyOf(names);
    }

    @Override
    public void writeCbor(List<String> value, CborWriter out) {
      out.startArray(value.size());
      value.forEach(out::writeText);
    }

    @Override
    public List<String> readJson(JsonReader in) throws DecodingException {
      List<String> names = new ArrayList<>();
      in.startArray();
      while (in.hasNext()) {
        names.add(in.readText());
      }
      in.endArray();
      return List.copyOf(names);
    }

    @Override
    public void writeJson(List<String> value, JsonWriter out) {
      out.startArray();
      value.forEach(out::writeText);
      out.endArray();
    }
  }
}
