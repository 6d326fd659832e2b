package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DecodeOptionsTest {
  private static final DecodeOptions OWN =
      DecodeOptions.builder()
          .inputBytes(1001)
          .depth(12)
          .jsonDepth(13)
          .tags(4)
          .mapEntries(105)
          .elements(106)
          .bignumBytes(17)
          .textBytes(108)
          .nesting(9)
          .nestedMessages(110)
          .encodingRule(EncodingRule.DETERMINISTIC)
          .allow(Leniency.BASE64_PADDED)
          .build();

  private static void assertOwn(DecodeOptions options) {
    assertEquals(1001, options.inputBytes());
    assertEquals(12, options.depth());
    assertEquals(13, options.jsonDepth());
    assertEquals(4, options.tags());
    assertEquals(105, options.mapEntries());
    assertEquals(106, options.elements());
    assertEquals(17, options.bignumBytes());
    assertEquals(108, options.textBytes());
    assertEquals(9, options.nesting());
    assertEquals(110, options.nestedMessages());
    assertEquals(EncodingRule.DETERMINISTIC, options.encodingRule());
    assertTrue(options.allows(Leniency.BASE64_PADDED));
  }

  @Test
  void keepEachLimit() {
    assertOwn(OWN);
    assertOwn(OWN.toBuilder().build());
    assertTrue(
        OWN.toString().startsWith("DecodeOptions[inputBytes=1001, depth=12,"), OWN::toString);
  }

  @Test
  void addLeniencies() {
    DecodeOptions more = OWN.toBuilder().allow(Leniency.BASE64_STANDARD_ALPHABET).build();

    assertEquals(
        Set.of(Leniency.BASE64_PADDED, Leniency.BASE64_STANDARD_ALPHABET), more.leniencies());
    assertEquals(Set.of(), DecodeOptions.STRICT.leniencies());
    assertFalse(DecodeOptions.STRICT.allows(Leniency.BASE64_PADDED));
  }

  @Test
  void haveRanges() {
    DecodeOptions.Builder builder = DecodeOptions.builder();

    assertThrows(IllegalArgumentException.class, () -> builder.inputBytes(-1));
    assertThrows(IllegalArgumentException.class, () -> builder.depth(-1));
    assertThrows(IllegalArgumentException.class, () -> builder.depth(Integer.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> builder.jsonDepth(Integer.MAX_VALUE));
  }
}
