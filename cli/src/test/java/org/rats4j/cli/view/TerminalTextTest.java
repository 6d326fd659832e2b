package org.rats4j.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void keepsWhatPrints() {
    String text = "Grüße, 世界 🚀 {}\"'";

    assertSame(text, TerminalText.safe(text));
  }

  @Test
  void escapesWhatMovesTheCursorOrTheDirection() {
    assertEquals("\\u001b[31mred", TerminalText.safe("\u001b[31mred"));
    assertEquals("\\u009b2J", TerminalText.safe("\u009b2J"));
    assertEquals("a\\u202eb", TerminalText.safe("a\u202eb"));
    assertEquals("two\\nlines\\\\n", TerminalText.safe("two\nlines\\n"));
    assertEquals("\\ud800", TerminalText.safe("\ud800"));
    assertEquals("\\u{e0041}", TerminalText.safe(Character.toString(0xe0041)));
  }

  @Test
  void escapesJsonSoThatItMeansTheSame() {
    assertEquals(
        "{\"a\":\"\\u009b\\udb40\\udc41\"}",
        new JsonLine().put("a", "\u009b" + Character.toString(0xe0041)).toString());
  }
}
