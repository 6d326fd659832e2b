package org.rats4j.test.vectors;

import java.util.Locale;

/** What a manifest says about an entry or a row. */
public enum Expect {
  /** The strict reader accepts. */
  VALID,
  /** The strict reader refuses, and the named leniencies alone make it accept. */
  LENIENT,
  /** The strict and the lenient reader refuse. */
  INVALID;

  static Expect of(String word) {
    for (Expect expect : values()) {
      if (expect.word().equals(word)) {
        return expect;
      }
    }
    throw new AssertionError("unknown expect: " + word);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
