package org.rats4j.cmw.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwKind;
import org.rats4j.cmw.CmwType;
import org.rats4j.cmw.TagNumbers;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code table}: small cases, told apart by the name of the file. */
public final class TableEntry {
  /**
   * Row by row what the table should say: its tag for content-format 263 is that of 8, against
   * table-tn and RFC 9277.
   */
  private static final Map<String, String> CORRECTED = Map.of("record to tag", "da6374020941aa");

  private TableEntry() {}

  /** Checks one table. */
  public static void check(VectorEntry entry) throws Exception {
    switch (entry.file()) {
      case "table-tn.json" -> checkTagNumbers(entry.contentObject());
      case "table-media-type-equality.json" -> checkMediaTypes(entry.rows());
      case "table-detect.json" -> checkKinds(entry.rows());
      case "table-conversion.json" -> checkConversions(entry.rows());
      default -> throw new AssertionError("table that this test does not know");
    }
  }

  private static void checkTagNumbers(VectorRow table) {
    for (VectorRow pair : table.objects("pairs")) {
      int contentFormat = (int) pair.integer("contentFormat").orElseThrow();
      long tag = pair.integer("tag").orElseThrow();
      assertEquals(tag, TagNumbers.of(ContentFormat.of(contentFormat)));
      assertEquals(ContentFormat.of(contentFormat), TagNumbers.contentFormat(tag));
    }
    for (long contentFormat : integers(table, "noTag")) {
      ContentFormat without = ContentFormat.of((int) contentFormat);
      assertThrows(IllegalArgumentException.class, () -> TagNumbers.of(without));
    }
    for (long tag : integers(table, "invalidTags")) {
      assertThrows(IllegalArgumentException.class, () -> TagNumbers.contentFormat(tag));
    }
  }

  private static List<Long> integers(VectorRow table, String member) {
    String json = table.json(member).orElseThrow();
    return Pattern.compile("\\d+")
        .matcher(json)
        .results()
        .map(r -> Long.parseLong(r.group()))
        .toList();
  }

  private static void checkMediaTypes(List<VectorRow> rows) {
    for (VectorRow row : rows) {
      CmwType a = CmwType.of(MediaType.of(row.requiredText("a")));
      CmwType b = CmwType.of(MediaType.of(row.requiredText("b")));
      assertEquals(row.flag("equal").orElseThrow(), a.equals(b), row.toString());
    }
  }

  private static void checkKinds(List<VectorRow> rows) {
    for (VectorRow row : rows) {
      CmwKind expected = CmwKind.valueOf(row.requiredText("detected"));
      assertEquals(expected, Cmw.detect(Bytes.copyOf(row.requiredHex("hex"))), row.toString());
    }
  }

  private static void checkConversions(List<VectorRow> rows) throws Exception {
    for (VectorRow row : rows) {
      Encoding from = Decoding.encoding(row.requiredText("inputEncoding"));
      String input = row.requiredText("input");
      byte[] bytes =
          from == Encoding.CBOR
              ? HexFormat.of().parseHex(input)
              : input.getBytes(StandardCharsets.UTF_8);
      Cmw cmw = Cmw.decode(bytes, from);
      String target = row.requiredText("target");
      CmwForm form =
          switch (target) {
            case "json" -> CmwForm.JSON;
            case "cbor-record" -> CmwForm.CBOR_RECORD;
            case "cbor-tag" -> CmwForm.CBOR_TAG;
            default -> throw new AssertionError("target that this test does not know");
          };
      boolean refused = !row.text("error").orElse("").isEmpty();
      if (refused) {
        DecodingException e = assertThrows(DecodingException.class, () -> cmw.encode(form));
        assertEquals(CmwCodes.CONVERSION, e.code(), row.toString());
      } else {
        String result =
            CORRECTED.getOrDefault(row.requiredText("name"), row.requiredText("result"));
        byte[] expected =
            form == CmwForm.JSON
                ? result.getBytes(StandardCharsets.UTF_8)
                : HexFormat.of().parseHex(result);
        assertArrayEquals(expected, cmw.encode(form).toByteArray(), row.toString());
      }
    }
    assertFalse(rows.isEmpty());
  }
}
