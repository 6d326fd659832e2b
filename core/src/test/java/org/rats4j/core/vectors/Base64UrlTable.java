package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.Base64Url;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code base64url-table}: one text per row, for the strict decoder. */
public final class Base64UrlTable {
  private static final Set<String> MEMBERS = Set.of("name", "text", "expect", "hex", "reason");

  private Base64UrlTable() {}

  /** Checks every row. */
  public static void check(VectorEntry table) {
    table.checkRows(MEMBERS, Base64UrlTable::checkRow);
  }

  private static void checkRow(VectorRow row) throws DecodingException {
    String text = row.requiredText("text");
    if (row.expect() == Expect.INVALID) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> Base64Url.decode(text, "value"));
      assertEquals(Reason.NOT_WELL_FORMED, e.reason());
      assertEquals("value", e.path());
      return;
    }
    assertEquals(Expect.VALID, row.expect());

    Bytes bytes = Base64Url.decode(text, "value");

    assertEquals(Bytes.copyOf(row.requiredHex("hex")), bytes);
    assertEquals(text, Base64Url.encode(bytes));
  }
}
