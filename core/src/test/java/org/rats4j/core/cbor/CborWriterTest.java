package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Label;

class CborWriterTest {
  private static final DecodeOptions DETERMINISTIC =
      DecodeOptions.builder().encodingRule(EncodingRule.DETERMINISTIC).build();

  private static String write(Consumer<CborWriter> calls) {
    CborWriter out = new CborWriter();
    calls.accept(out);
    return out.toBytes().toHex();
  }

  @Test
  void sortsKeysBytewiseAndNotByLength() {
    String sorted =
        write(
            out -> {
              out.startMap(8);
              out.writeBoolean(false).writeInt(0);
              out.startArray(1).writeInt(-1).writeInt(0);
              out.startArray(1).writeInt(100).writeInt(0);
              out.writeText("aa").writeInt(0);
              out.writeText("z").writeInt(0);
              out.writeInt(-1).writeInt(0);
              out.writeInt(100).writeInt(0);
              out.writeInt(10).writeInt(0);
            });

    assertEquals("a80a001864002000617a006261610081186400812000f400", sorted);
  }

  @Test
  void sortsEntriesWhoseKeysAreMaps() {
    String sorted =
        write(
            out -> {
              out.startMap();
              out.startMap(2).writeInt(2).writeInt(1).writeInt(1).writeInt(3).writeInt(4);
              out.writeInt(2).writeInt(0);
              out.endMap();
            });

    assertEquals("a20200a20103020104", sorted);
  }

  @Test
  void insertsTheHeadOfWhatWasStartedWithoutSize() {
    assertEquals("80", write(out -> out.startArray().endArray()));
    assertEquals("a0", write(out -> out.startMap().endMap()));
    String array =
        write(
            out -> {
              out.startArray();
              for (int i = 0; i < 256; i++) {
                out.startArray().writeInt(1).endArray();
              }
              out.endArray();
            });
    assertEquals("990100" + "8101".repeat(256), array);
    String map =
        write(
            out -> {
              out.startMap();
              for (int i = 29; i >= 0; i--) {
                out.writeInt(i).writeTag(1).writeNull();
              }
              out.endMap();
            });
    assertEquals("b81e00c1f6", map.substring(0, 10));
    assertEquals("181dc1f6", map.substring(map.length() - 8));
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    CborWriter inOrder = new CborWriter().startMap().writeInt(1).writeInt(0);
    assertThrows(IllegalArgumentException.class, () -> inOrder.writeInt(1));

    CborWriter unsorted = new CborWriter().startMap();
    unsorted.writeText("b").writeInt(0).writeText("a").writeInt(0).writeText("b").writeInt(0);
    assertThrows(IllegalArgumentException.class, unsorted::endMap);
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551615, 1bffffffffffffffff",
    "18446744073709551616, c249010000000000000000",
    "-18446744073709551616, 3bffffffffffffffff",
    "-18446744073709551617, c349010000000000000000",
    "9223372036854775808, 1b8000000000000000",
    "-9223372036854775809, 3b8000000000000000",
    "4294967296, 1b0000000100000000",
    "65536, 1a00010000",
    "256, 190100",
    "24, 1818",
    "-25, 3818",
    "0, 00",
  })
  void writesIntegersInTheShortestForm(BigInteger value, String hex) {
    assertEquals(hex, write(out -> out.writeInteger(value)));
    if (value.bitLength() < 64) {
      assertEquals(hex, write(out -> out.writeInt(value.longValue())));
    }
    if (value.bitLength() <= 64) {
      assertEquals(hex, write(out -> out.writeLabel(Label.of(value))));
      assertEquals(hex, new CborInteger(value).encode().toHex());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, f90000",
    "-0.0, f98000",
    "1.5, f93e00",
    "65504.0, f97bff",
    "65505.0, fa477fe100",
    "65520.0, fa477ff000",
    "5.960464477539063E-8, f90001",
    "2.98023223876953125E-8, fa33000000",
    "6.103515625E-5, f90400",
    "6.097555160522461E-5, f903ff",
    "6.10053539276123046875E-5, fa387fe000",
    "100000.0, fa47c35000",
    "1.1, fb3ff199999999999a",
    "1.401298464324817E-45, fa00000001",
    "1.0E300, fb7e37e43c8800759c",
    "Infinity, f97c00",
    "-Infinity, f9fc00",
    "NaN, f97e00",
  })
  void writesFloatsInTheShortestForm(double value, String hex) throws Exception {
    assertEquals(hex, write(out -> out.writeDouble(value)));
    assertEquals(value, CborReader.of(Bytes.ofHex(hex), DETERMINISTIC, "float").readDouble());
  }

  @Test
  void writesOneNan() {
    double withPayload = Double.longBitsToDouble(0xfff8000000000001L);

    assertEquals("f97e00", write(out -> out.writeDouble(withPayload)));
  }

  @Test
  void writesTextOfAnySizeInOneString() {
    assertEquals("790fa0" + "61".repeat(4000), write(out -> out.writeText("a".repeat(4000))));
    assertEquals("781ac3bc" + "61".repeat(24), write(out -> out.writeText("ü" + "a".repeat(24))));
    assertEquals("68e6b0b400f09f9880", write(out -> out.writeText("水\0😀")));
    assertEquals("7820" + "c3bc".repeat(16), write(out -> out.writeText("ü".repeat(16))));
  }

  @Test
  void refusesLoneSurrogates() {
    for (String text : new String[] {"\ud800", "a\udc00", "\udc00\ud800", "\ud800b"}) {
      assertThrows(IllegalArgumentException.class, () -> new CborWriter().writeText(text));
    }
  }

  @Test
  void splicesRawItemsAsTheyAre() {
    Bytes raw = Bytes.ofHex("9f1801ff");

    assertEquals("82019f1801ff", write(out -> out.startArray(2).writeInt(1).writeRaw(raw)));
    assertEquals(
        "a201009f1801ff00",
        write(out -> out.startMap(2).writeRaw(raw).writeInt(0).writeInt(1).writeInt(0)));
  }

  @Test
  void refusesToSpliceAnythingElseThanOneItem() {
    for (String hex : new String[] {"", "0102", "81", "ff", "61ff", "a201000100"}) {
      assertThrows(
          IllegalArgumentException.class, () -> new CborWriter().writeRaw(Bytes.ofHex(hex)), hex);
    }
  }

  @Test
  void refusesToReturnAnIncompleteItem() {
    assertIncomplete(new CborWriter());
    assertIncomplete(new CborWriter().startArray());
    assertIncomplete(new CborWriter().startArray(1));
    assertIncomplete(new CborWriter().startMap(1).writeInt(1));
    assertIncomplete(new CborWriter().writeTag(1));
  }

  private static void assertIncomplete(CborWriter out) {
    assertThrows(IllegalStateException.class, out::toBytes);
  }

  @Test
  void refusesCallsInTheWrongOrder() {
    assertThrows(IllegalStateException.class, () -> new CborWriter().writeInt(1).writeInt(2));
    assertThrows(IllegalStateException.class, () -> new CborWriter().startArray().endMap());
    assertThrows(IllegalStateException.class, () -> new CborWriter().startMap().endArray());
    assertThrows(IllegalStateException.class, () -> new CborWriter().startArray(1).endArray());
    assertThrows(IllegalStateException.class, () -> new CborWriter().endArray());
    assertThrows(
        IllegalStateException.class, () -> new CborWriter().startMap().writeInt(1).endMap());
    assertThrows(
        IllegalStateException.class, () -> new CborWriter().startArray().writeTag(1).endArray());
    assertThrows(IllegalArgumentException.class, () -> new CborWriter().startArray(-1));
    assertThrows(IllegalArgumentException.class, () -> new CborWriter().startMap(-1));
  }

  @Test
  void keepsABignumOfTheTreeTagged() {
    CborItem five = new CborTagged(2, new CborBytes(Bytes.of(5)));

    assertEquals("c24105", five.encode().toHex());
  }

  @Test
  void writesEntriesOfATreeInOrder() throws Exception {
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    for (int i = 300; i >= -300; i -= 7) {
      entries.put(CborInteger.of(i), new CborText("value " + i));
    }

    Bytes encoded = new CborMap(entries).encode();

    assertEquals(new CborMap(entries), CborItem.decode(encoded, DETERMINISTIC));
  }

  @Test
  void callsAreChained() {
    CborWriter out =
        new CborWriter()
            .startArray()
            .startMap()
            .writeLabel(Label.of("a"))
            .writeInteger(BigInteger.ONE.shiftLeft(64))
            .writeLabel(Label.of(-1))
            .writeInteger(BigInteger.ONE.negate())
            .endMap()
            .startArray()
            .writeNull()
            .writeUndefined()
            .writeBoolean(true)
            .writeBoolean(false)
            .endArray()
            .endArray();

    assertEquals("82a220206161c24901000000000000000084f6f7f5f4", out.toBytes().toHex());
  }

  @Test
  void nothingFollowsTheOneItem() {
    CborWriter full = new CborWriter().startArray(1).writeInt(1);

    assertThrows(IllegalStateException.class, full::startArray);
    assertThrows(IllegalStateException.class, full::startMap);
    assertThrows(IllegalStateException.class, full::writeNull);
  }
}
