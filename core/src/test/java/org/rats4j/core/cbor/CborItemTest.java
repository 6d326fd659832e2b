package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

class CborItemTest {

  private static CborItem decode(String hex) throws DecodingException {
    return CborItem.decode(Bytes.ofHex(hex), DecodeOptions.STRICT);
  }

  @Test
  void encodingAndOrderDoNotCount() throws Exception {
    assertSame("01", "1801");
    assertSame("6161", "7f6161ff");
    assertSame("41aa", "5f41aaff");
    assertSame("8101", "9f01ff");
    assertSame("a201020304", "a203040102");
    assertSame("a201020304", "bf03041801 02ff".replace(" ", ""));
    assertSame("f93c00", "fb3ff0000000000000");
    assertSame("f97e00", "f97e01");
    assertSame("c101", "d8011801");
  }

  private static void assertSame(String a, String b) throws DecodingException {
    assertEquals(decode(a), decode(b));
    assertEquals(decode(a).hashCode(), decode(b).hashCode());
  }

  @Test
  void typeCounts() throws Exception {
    String[] different = {
      "01",
      "6131",
      "4131",
      "f93c00",
      "8101",
      "c101",
      "c201",
      "c1c101",
      "20",
      "e1",
      "f5",
      "a0",
      "80",
      "f90000",
      "f98000",
      "f6",
      "f7",
      "a10101",
      "a10102",
      "a10201",
      "1bffffffffffffffff"
    };
    for (int i = 0; i < different.length; i++) {
      for (int j = 0; j < different.length; j++) {
        if (i != j) {
          assertNotEquals(decode(different[i]), decode(different[j]));
        }
      }
    }
  }

  @Test
  void integersCoverBothMajorTypes() {
    BigInteger max = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    assertEquals(max, new CborInteger(max).value());
    assertEquals(max.not(), new CborInteger(max.not()).value());
    assertEquals(CborInteger.of(5), new CborInteger(BigInteger.valueOf(5)));
    assertEquals(CborInteger.of(-500), new CborInteger(BigInteger.valueOf(-500)));
    assertEquals(Long.MIN_VALUE, CborInteger.of(Long.MIN_VALUE).longValue());
    assertFalse(new CborInteger(max).fitsLong());
    assertThrows(ArithmeticException.class, () -> new CborInteger(max).longValue());
    assertThrows(IllegalArgumentException.class, () -> new CborInteger(max.add(BigInteger.ONE)));
    assertThrows(
        IllegalArgumentException.class, () -> new CborInteger(max.not().subtract(BigInteger.ONE)));
  }

  @Test
  void mapFindsKeysOfEachKind() {
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    for (int i = -30; i < 30; i++) {
      entries.put(CborInteger.of(i), CborInteger.of(2 * i));
      entries.put(new CborText("k" + i), CborInteger.of(3 * i));
      entries.put(new CborArray(List.of(CborInteger.of(i))), CborInteger.of(4 * i));
      entries.put(new CborTagged(i, CborSimple.NULL), CborInteger.of(5 * i));
      entries.put(new CborFloat(i), CborInteger.of(6 * i));
      entries.put(new CborBytes(Bytes.of(i)), CborInteger.of(7 * i));
      entries.put(new CborMap(Map.of(CborInteger.of(i), CborSimple.TRUE)), CborInteger.of(8 * i));
    }
    entries.put(CborSimple.FALSE, CborSimple.UNDEFINED);

    CborMap map = new CborMap(entries);

    assertEquals(entries, map.entries());
    assertEquals(new ArrayList<>(entries.keySet()), new ArrayList<>(map.entries().keySet()));
    entries.forEach((key, value) -> assertEquals(value, map.entries().get(key)));
    assertEquals(Optional.of(CborInteger.of(-58)), map.get(-29));
    assertEquals(Optional.of(CborInteger.of(-87)), map.get("k-29"));
    assertEquals(Optional.empty(), map.get(30));
    assertEquals(Optional.empty(), map.get("k30"));
    assertFalse(map.entries().containsKey(new CborText("1")));
    Map<?, ?> asAnyMap = map.entries();
    assertFalse(asAnyMap.containsKey("k1"));
  }

  @Tag("seeded")
  @RepeatedTest(100)
  void shuffledMapsAreEqual(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    RandomItems items = new RandomItems(seed);
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    for (int i = seed; i > 0; i--) {
      entries.put(items.item(), items.item());
    }
    List<CborItem> keys = new ArrayList<>(entries.keySet());
    Collections.shuffle(keys, new Random(seed));
    Map<CborItem, CborItem> shuffled = new LinkedHashMap<>();
    keys.forEach(key -> shuffled.put(key, entries.get(key)));

    assertEquals(new CborMap(entries), new CborMap(shuffled));
    assertEquals(new CborMap(entries).hashCode(), new CborMap(shuffled).hashCode());
    assertEquals(new CborMap(entries).encode(), new CborMap(shuffled).encode());
    shuffled.put(keys.get(0), new CborArray(List.of(entries.get(keys.get(0)))));
    assertNotEquals(new CborMap(entries), new CborMap(shuffled));
  }

  @Tag("seeded")
  @RepeatedTest(300)
  void deterministicItemsEncodeToTheSameBytes(RepetitionInfo repetition) throws Exception {
    CborItem item = new RandomItems(repetition.getCurrentRepetition()).item();
    Bytes encoded = item.encode();

    CborItem decoded = CborItem.decode(encoded, DecodeOptions.STRICT);

    assertEquals(item, decoded);
    assertEquals(encoded, decoded.encode());
    assertEquals(item, CborItem.decode(encoded.toByteArray(), DecodeOptions.STRICT));
    assertEquals(item, Diagnostic.parse(item.toString()));
    assertEquals(encoded, new CborWriter().writeRaw(encoded).toBytes());
  }

  @Test
  void collectionsCannotBeChanged() throws Exception {
    CborArray array = (CborArray) decode("8101");
    CborMap map = (CborMap) decode("a10102");

    assertThrows(UnsupportedOperationException.class, () -> array.items().set(0, array));
    assertThrows(UnsupportedOperationException.class, () -> map.entries().clear());
    assertThrows(
        UnsupportedOperationException.class,
        () -> map.entries().entrySet().iterator().next().setValue(map));
  }

  @Test
  void tagsOnOneItemCostNoDepth() throws Exception {
    DecodeOptions widest = DecodeOptions.builder().tags(512).depth(512).build();
    Bytes cbor = Bytes.ofHex(("c1".repeat(512) + "81").repeat(512) + "01");

    CborItem item = CborItem.decode(cbor, widest);

    assertEquals(item, CborItem.decode(cbor, widest));
    assertEquals(item.hashCode(), CborItem.decode(cbor, widest).hashCode());
    assertEquals(cbor, item.encode());
    assertEquals(512 * (2 * 512 + 512 + 2) + 1, item.toString().length());
  }

  /** Two looks into each level would be 2^200 looks into the innermost. */
  @Test
  void comparesDeepMapsOfAnotherOrder() {
    CborItem one = CborInteger.of(7);
    CborItem other = one;
    for (int i = 0; i < 200; i++) {
      one = mapOf(one, 1, 2);
      other = mapOf(other, 2, 1);
    }

    assertEquals(one, other);
  }

  private static CborMap mapOf(CborItem inner, long second, long third) {
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    entries.put(CborInteger.of(0), inner);
    entries.put(CborInteger.of(second), CborInteger.of(9));
    entries.put(CborInteger.of(third), CborInteger.of(9));
    return new CborMap(entries);
  }
}
