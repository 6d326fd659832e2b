package org.rats4j.ear;

import org.rats4j.core.PrintableText;

/** Text of a token that people get to see. */
final class Shown {
  private static final int LENGTH = 64;

  private Shown() {}

  /** Returns {@code text} without control characters, and cut if it is long. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder();
    int[] points = text.codePoints().limit(LENGTH + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, LENGTH); i++) {
      int point = points[i];
      shown.appendCodePoint(PrintableText.prints(point) ? point : 0xfffd);
    }
    return points.length > LENGTH ? shown.append("...").toString() : shown.toString();
  }

  /** Returns {@code key} as a step of a path. */
  static String step(String key) {
    return text(key).replace("~", "~0").replace("/", "~1");
  }
}
