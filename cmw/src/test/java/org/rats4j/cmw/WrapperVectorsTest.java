package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.json.JsonReader;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;
import org.rats4j.test.vectors.VectorSuite;

/** The entries of the manifest that are no signed wrappers, certificates or tokens. */
class WrapperVectorsTest {
  private static final Pattern OTHER_KINDS =
      Pattern.compile("(peer-)?(cose|jws|x509|csr|ext)-.*|(cwt|jwt)-es256-.*|all entries ran");

  /**
   * Row by row what the table should say: its tag for content-format 263 is that of 8, against
   * table-tn and RFC 9277.
   */
  private static final Map<String, String> CORRECTED = Map.of("record to tag", "da6374020941aa");

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("cmw")
        .kind("cmw", entry -> check(entry, choice -> read(entry, choice)))
        .kind("table", WrapperVectorsTest::checkTable)
        .kind("cwt-claims", entry -> check(entry, choice -> readCwtClaims(entry, choice)))
        .kind("jwt-claims", entry -> check(entry, choice -> readJwtClaims(entry, choice)))
        .tests()
        .filter(test -> !OTHER_KINDS.matcher(test.getDisplayName()).matches());
  }

  /** In this area only lenient entries have codes in their reason. */
  private static void check(VectorEntry entry, Reading.Reader reader) throws Exception {
    boolean lenient = entry.expect() == Expect.LENIENT;
    Reading.check(entry.expect(), lenient ? entry.reasonCodes() : Set.of(), reader);
  }

  private interface Decoding {
    void run(DecodeOptions options, Findings findings) throws Exception;
  }

  private static Reading reading(LeniencyChoice choice, Decoding decoding) throws Exception {
    DecodeOptions options =
        choice.all()
            ? CmwOptions.LENIENT
            : CmwOptions.STRICT.toBuilder()
                .allow(
                    CmwLeniencies.LENIENT.stream()
                        .filter(leniency -> choice.codes().contains(leniency.code()))
                        .toList())
                .build();
    Findings findings = new Findings(options);
    try {
      decoding.run(options, findings);
      return Reading.accepted(findings.toList().stream().map(Finding::code).toList());
    } catch (DecodingException e) {
      return Reading.refused(
          e.reason().name().equals(e.code())
              ? new String[] {e.code()}
              : new String[] {e.reason().name(), e.code()});
    }
  }

  private static Encoding encoding(String name) {
    return name.equals("cbor") ? Encoding.CBOR : Encoding.JSON;
  }

  private static Reading read(VectorEntry entry, LeniencyChoice choice) throws Exception {
    Encoding encoding = encoding(entry.encoding());
    Bytes bytes = Bytes.copyOf(entry.content());
    return reading(
        choice,
        (options, findings) -> {
          Cmw cmw = Cmw.decode(bytes, encoding, options, findings);
          CmwForm form = encoding == Encoding.CBOR ? CmwForm.CBOR : CmwForm.JSON;
          assertEquals(cmw, Cmw.decode(cmw.encode(form), encoding, CmwOptions.STRICT));
        });
  }

  private static Reading readCwtClaims(VectorEntry entry, LeniencyChoice choice) throws Exception {
    return reading(
        choice,
        (options, findings) -> {
          CborReader in = CborReader.of(Bytes.copyOf(entry.content()), options, "cwt", findings);
          in.startMap();
          while (in.hasNext()) {
            if (in.readLabel().equals(Label.of(CmwClaims.CWT))) {
              CmwClaims.CODEC.readCbor(in);
            } else {
              in.skip();
            }
          }
        });
  }

  private static Reading readJwtClaims(VectorEntry entry, LeniencyChoice choice) throws Exception {
    return reading(
        choice,
        (options, findings) -> {
          JsonReader in = JsonReader.of(Bytes.copyOf(entry.content()), options, "jwt", findings);
          in.startObject();
          while (in.hasNext()) {
            if (in.readName().equals(CmwClaims.JWT)) {
              CmwClaims.CODEC.readJson(in);
            } else {
              in.skip();
            }
          }
        });
  }

  private static void checkTable(VectorEntry entry) throws Exception {
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
      Encoding from = encoding(row.requiredText("inputEncoding"));
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
