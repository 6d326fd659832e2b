package org.rats4j.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * What the build recorded: the SHA-256 digests of the files that the program is made of.
 *
 * <pre>{@code {"sha-256": {"rats4j-core.jar": "<hex>", ...}}}</pre>
 *
 * @param digests the digests by file name
 */
public record Reference(SortedMap<String, Bytes> digests) {
  /** Creates a reference. */
  public Reference {
    digests = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /**
   * Decodes what {@link #encode()} made.
   *
   * @throws DecodingException if {@code json} is anything else
   */
  public static Reference decode(Bytes json) throws DecodingException {
    JsonReader in = JsonReader.of(json, DecodeOptions.STRICT, "reference");
    TreeMap<String, Bytes> digests = new TreeMap<>();
    in.startObject();
    while (in.hasNext()) {
      if (!in.readName().equals("sha-256")) {
        in.skip();
        continue;
      }
      in.startObject();
      while (in.hasNext()) {
        String name = in.readName();
        String hex = in.readText();
        digests.put(name, in.build(() -> Bytes.ofHex(hex)));
      }
      in.endObject();
    }
    in.endObject();
    return new Reference(digests);
  }

  /** Encodes this reference as JSON. */
  public Bytes encode() {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    digests.forEach((name, digest) -> values.put(name, new JsonString(digest.toHex())));
    return new JsonObject(Map.of("sha-256", new JsonObject(values))).encode();
  }
}
