package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Set;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonValue;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code json-table}: one JSON text per row, under the default limits. */
public final class JsonTable {
  private static final Set<String> MEMBERS =
      Set.of("name", "hex", "expect", "reason", "value", "note");

  private JsonTable() {}

  /** Checks every row. */
  public static void check(VectorEntry table) {
    table.checkRows(MEMBERS, JsonTable::checkRow);
  }

  private static void checkRow(VectorRow row) throws DecodingException {
    byte[] json = row.requiredHex("hex");
    if (row.expect() == Expect.INVALID) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> JsonValue.decode(json, DecodeOptions.STRICT));
      assertEquals(row.reason(), e.reason().name());
      return;
    }
    assertEquals(Expect.VALID, row.expect());

    JsonValue value = JsonValue.decode(json, DecodeOptions.STRICT);

    byte[] written = value.encode().toByteArray();
    assertEquals(value, JsonValue.decode(written, DecodeOptions.STRICT));
    if (row.has("value")) {
      JsonReader in = JsonReader.of(json, DecodeOptions.STRICT, "json");
      in.startObject();
      in.readName();
      assertEquals(new BigInteger(row.requiredText("value")), in.readInteger());
      in.endObject();
    }
  }
}
