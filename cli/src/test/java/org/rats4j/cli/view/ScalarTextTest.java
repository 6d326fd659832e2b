package org.rats4j.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;

class ScalarTextTest {
  private static final ScalarText SHORT = new ScalarText(2, 3);

  @Test
  void saysEachKindOfValue() {
    assertEquals("\"abc\"", SHORT.of(View.text("abc")));
    assertEquals("-12345", SHORT.of(View.number(-12345)));
    assertEquals("true", SHORT.of(new View.Flag(true)));
    assertEquals("h'0102'", SHORT.of(View.bytes(Bytes.of(1, 2))));
    assertEquals("undefined", SHORT.of(new View.Symbol("undefined")));
    assertEquals("null", SHORT.of(new View.Nothing()));
  }

  @Test
  void saysHowLongIsWhatItCutsOff() {
    assertEquals("\"abc... (4 characters)\"", SHORT.of(View.text("abcd")));
    assertEquals("h'0102...' (3 bytes)", SHORT.of(View.bytes(Bytes.of(1, 2, 3))));
  }

  @Test
  void saysNothingOfWhatHasPartsOrARemark() {
    for (View view :
        List.of(
            new View.Group(Map.of()), new View.Items(List.of()), View.text("a").noted("remark"))) {
      assertThrows(IllegalArgumentException.class, () -> SHORT.of(view));
    }
  }
}
