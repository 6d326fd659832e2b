package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code cbor-table}: one CBOR item per row, for the reader, the tree and the writer. */
public final class CborTable {
  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "hex",
          "expect",
          "reason",
          "value",
          "key",
          "tags",
          "entries",
          "definite",
          "deterministic",
          "rule",
          "limits",
          "diagnostic",
          "note");

  private CborTable() {}

  /** Checks every row. */
  public static void check(VectorEntry table) {
    table.checkRows(MEMBERS, CborTable::checkRow);
  }

  private static void checkRow(VectorRow row) throws DecodingException {
    Bytes cbor = Bytes.copyOf(row.requiredHex("hex"));
    DecodeOptions options = options(row);
    if (row.expect() == Expect.INVALID) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> CborItem.decode(cbor, options));
      assertEquals(row.reason(), e.reason().name());
      return;
    }
    assertEquals(Expect.VALID, row.expect());

    CborItem item = CborItem.decode(cbor, options);

    CborReader skipper = CborReader.of(cbor, options, "cbor");
    skipper.skip();
    assertEquals(cbor.size(), skipper.position());
    assertEquals(cbor, CborReader.of(cbor, options, "cbor").readRaw());
    assertEquals(item, CborItem.decode(item.encode(), options), "the tree survives the writer");
    assertEquals(item, Edn.parse(Diagnostic.print(item)), "the tree survives the printer");
    assertEquals(item, Edn.parse(Diagnostic.printIndented(item)));
    checkShape(row, cbor, item, options);
    checkRules(row, cbor, item);
  }

  private static DecodeOptions options(VectorRow row) {
    DecodeOptions.Builder options = DecodeOptions.builder();
    row.object("limits")
        .ifPresent(
            limits -> {
              for (String limit : limits.members()) {
                int value = Math.toIntExact(limits.integer(limit).orElseThrow());
                switch (limit) {
                  case "inputBytes" -> options.inputBytes(value);
                  case "depth" -> options.depth(value);
                  case "tags" -> options.tags(value);
                  case "mapEntries" -> options.mapEntries(value);
                  case "bignumBytes" -> options.bignumBytes(value);
                  default ->
                      throw new AssertionError("limit that this test does not know: " + limit);
                }
              }
            });
    return options.build();
  }

  private static void checkShape(VectorRow row, Bytes cbor, CborItem item, DecodeOptions options)
      throws DecodingException {
    if (row.has("diagnostic")) {
      assertEquals(Edn.parse(row.requiredText("diagnostic")), item);
    }
    if (row.has("value")) {
      checkValue(row.requiredText("value"), CborReader.of(cbor, options, "cbor"), item);
    }
    if (row.has("tags")) {
      CborReader in = CborReader.of(cbor, options, "cbor");
      List<String> tags = new ArrayList<>();
      while (in.peekType() == CborType.TAG) {
        tags.add(Long.toUnsignedString(in.readTag()));
      }
      assertEquals(row.texts("tags"), tags);
    }
    if (row.has("entries")) {
      int entries = Math.toIntExact(row.integer("entries").orElseThrow());
      assertEquals(entries, CborReader.of(cbor, options, "cbor").startMap());
      assertEquals(entries, ((CborMap) item).entries().size());
    }
    if (row.has("key")) {
      checkKey(Edn.parse(row.requiredText("key")), CborReader.of(cbor, options, "cbor"), item);
    }
  }

  private static void checkValue(String value, CborReader in, CborItem item)
      throws DecodingException {
    if (value.matches("-?\\d+")) {
      assertEquals(new BigInteger(value), in.readInteger());
    } else {
      assertEquals(Edn.parse(value), item);
    }
  }

  private static void checkKey(CborItem key, CborReader in, CborItem item)
      throws DecodingException {
    assertEquals(Set.of(key), ((CborMap) item).entries().keySet());
    in.startMap();
    if (key instanceof CborInteger integer) {
      assertEquals(Label.of(integer.value()), in.readLabel());
    } else {
      DecodingException e = assertThrows(DecodingException.class, in::readLabel);
      assertEquals(Reason.UNEXPECTED_STRUCTURE, e.reason());
    }
  }

  private static void checkRules(VectorRow row, Bytes cbor, CborItem item) {
    row.flag("definite").ifPresent(definite -> keeps(EncodingRule.DEFINITE, definite, cbor));
    row.flag("deterministic")
        .ifPresent(
            deterministic -> {
              keeps(EncodingRule.DETERMINISTIC, deterministic, cbor);
              if (deterministic) {
                keeps(EncodingRule.PREFERRED, true, cbor);
                assertEquals(isNan(item) ? Bytes.ofHex("f97e00") : cbor, item.encode());
              }
            });
    if (row.has("rule") && !row.flag("deterministic").orElseThrow()) {
      checkBrokenRule(row.requiredText("rule"), cbor);
    }
  }

  private static void checkBrokenRule(String rule, Bytes cbor) {
    Map<String, EncodingRule> broken =
        Map.of(
            "definite length", EncodingRule.DEFINITE,
            "shortest argument", EncodingRule.PREFERRED,
            "shortest float", EncodingRule.PREFERRED,
            "preferred bignum", EncodingRule.PREFERRED,
            "key order", EncodingRule.DETERMINISTIC);
    EncodingRule first =
        broken.entrySet().stream()
            .filter(entry -> rule.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new AssertionError("rule that this test does not know: " + rule));
    for (EncodingRule each : EncodingRule.values()) {
      keeps(each, each.compareTo(first) < 0, cbor);
    }
  }

  private static void keeps(EncodingRule rule, boolean kept, Bytes cbor) {
    DecodeOptions options = DecodeOptions.builder().encodingRule(rule).build();
    if (kept) {
      assertDoesNotThrow(() -> CborReader.of(cbor, options, "cbor"), rule::name);
    } else {
      DecodingException e =
          assertThrows(
              DecodingException.class, () -> CborReader.of(cbor, options, "cbor"), rule::name);
      assertEquals(Reason.ENCODING_RULE, e.reason());
      assertTrue(e.path().startsWith("cbor"), e.path());
    }
  }

  /** Our writer has one NaN. */
  private static boolean isNan(CborItem item) {
    return item instanceof CborFloat number && Double.isNaN(number.value());
  }
}
