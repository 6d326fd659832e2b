package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimTableTest {
  /** Labels on both sides of 256..319, whose keys have a bit. */
  private static final long FIRST = 250;

  private static final long BEHIND = 330;

  @Test
  void findsEachKeyThatWasAddedAndNoOther() {
    ClaimTable table = new ClaimTable(1);
    for (long label = FIRST; label < BEHIND; label += 2) {
      table.add(key(label), label);
    }

    for (long label = FIRST; label < BEHIND; label++) {
      boolean added = label % 2 == 0;
      assertEquals(added, table.containsKey(key(label)), "label " + label);
      assertEquals(added ? label : null, table.get(key(label)), "label " + label);
    }
  }

  @Test
  void takesAKeyOfTheSameLabelAndAnotherNameForAnother() {
    ClaimTable table = new ClaimTable(1);
    table.add(key(300), 1L);

    assertNull(table.get(ClaimKey.of(300, "other", ClaimCodecs.LONG)));
    assertTrue(table.containsKey(key(300)));
    assertFalse(table.containsKey(ClaimKey.ofJson("claim-300", ClaimCodecs.LONG)));
  }

  @Test
  void cannotBeChangedThroughItsViews() {
    ClaimTable table = new ClaimTable(1);
    table.add(key(300), 1L);
    Map<ClaimKey<?>, Object> map = table;

    assertThrows(UnsupportedOperationException.class, () -> map.put(key(301), 1L));
    assertThrows(UnsupportedOperationException.class, () -> map.remove(key(300)));
    assertThrows(UnsupportedOperationException.class, map::clear);
    assertThrows(UnsupportedOperationException.class, () -> map.keySet().remove(key(300)));
    assertThrows(UnsupportedOperationException.class, () -> map.values().remove(1L));
  }

  private static ClaimKey<Long> key(long label) {
    return ClaimKey.of(label, "claim-" + label, ClaimCodecs.LONG);
  }
}
