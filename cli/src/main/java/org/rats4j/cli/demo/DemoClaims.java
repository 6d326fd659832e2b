package org.rats4j.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
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
