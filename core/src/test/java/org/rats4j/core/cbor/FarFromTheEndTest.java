package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * Near its end an input is read with more care than before, where heads need no check for the end.
 * Both have to come to the same.
 */
class FarFromTheEndTest {
  private static final Bytes REST = Bytes.ofHex("5820" + "00".repeat(32));

  private static Bytes before(Bytes item) {
    return Bytes.ofHex("82").concat(item).concat(REST);
  }

  private static Bytes behind(Bytes item) {
    return Bytes.ofHex("82").concat(REST).concat(item);
  }

  private static CborItem element(Bytes wire, int index) throws DecodingException {
    CborArray array = (CborArray) CborItem.decode(wire, DecodeOptions.STRICT);
    assertEquals(2, array.items().size());
    return array.items().get(index);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cbor/invalid.csv", delimiter = '|', emptyValue = "")
  void rejectsTheSame(String name, String cbor, Reason reason) {
    if (reason == Reason.TRAILING_DATA || cbor == null || isCutOff(name)) {
      return; // with more behind it, another input
    }

    DecodingException e =
        assertThrows(DecodingException.class, () -> element(before(Bytes.ofHex(cbor)), 0));

    assertEquals(reason, e.reason());
  }

  private static boolean isCutOff(String name) {
    return name.startsWith("ends ") || name.startsWith("empty") || name.contains("above");
  }

  @Test
  void readsTheSame() throws Exception {
    for (int seed = 0; seed < 500; seed++) {
      CborItem item = new RandomItems(seed).item();

      assertEquals(item, element(before(item.encode()), 0));
      assertEquals(item, element(behind(item.encode()), 1));
    }
  }

  @Test
  void findsTheSameKeysTwice() throws Exception {
    List<Bytes> keys =
        List.of(
                "00 1800 190000 17 1817 1818 190018 1900ff 18ff 190100 1a00010000 1bffffffffffffffff",
                "20 3800 37 3817 3818 390100 40 4100 5800 60 6100 6161 780161 7818"
                    + "61".repeat(24),
                "80 8100 a0 c100 c240 f4 f5 f6 f820 f93c00 fa3f800000")
            .stream()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .filter(hex -> hex.length() % 2 == 0)
            .map(Bytes::ofHex)
            .toList();
    for (Bytes one : keys) {
      for (Bytes other : keys) {
        Bytes map =
            Bytes.ofHex("a3")
                .concat(one)
                .concat(Bytes.ofHex("00190fff01"))
                .concat(other)
                .concat(Bytes.ofHex("02"));
        if (item(one).equals(item(other))) {
          for (Bytes wire : List.of(before(map), behind(map))) {
            DecodingException e =
                assertThrows(
                    DecodingException.class,
                    () -> CborItem.decode(wire, DecodeOptions.STRICT),
                    () -> one.toHex() + " " + other.toHex());
            assertEquals(Reason.DUPLICATE_KEY, e.reason());
          }
        } else {
          CborMap read = (CborMap) element(before(map), 0);
          assertEquals(read, element(behind(map), 1));
          assertEquals(3, read.entries().size());
          assertEquals(CborInteger.of(0), read.entries().get(item(one)));
          assertEquals(CborInteger.of(2), read.entries().get(item(other)));
        }
      }
    }
  }

  private static CborItem item(Bytes encoded) throws DecodingException {
    return CborItem.decode(encoded, DecodeOptions.STRICT);
  }

  @Test
  void limitsTheSame() throws Exception {
    Bytes nested = Bytes.ofHex("81".repeat(5) + "00");
    Bytes entries = Bytes.ofHex("a400000100020003006161").slice(0, 9);

    for (boolean first : new boolean[] {true, false}) {
      Bytes deep = first ? before(nested) : behind(nested);
      Bytes wide = first ? before(entries) : behind(entries);
      CborItem.decode(deep, options().depth(6).build());
      CborItem.decode(wide, options().mapEntries(4).build());
      limits(deep, options().depth(5).build());
      limits(wide, options().mapEntries(3).build());
      limits(wide, options().elements(5).build());
      CborItem.decode(wide, options().elements(6).build());
    }
  }

  private static DecodeOptions.Builder options() {
    return DecodeOptions.STRICT.toBuilder();
  }

  private static void limits(Bytes wire, DecodeOptions options) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> CborItem.decode(wire, options));
    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
  }
}
