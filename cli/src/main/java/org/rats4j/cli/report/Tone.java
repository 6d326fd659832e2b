package org.rats4j.cli.report;

import org.rats4j.cli.view.Palette;

/** Whether something is good news. What a tone says is always said in words, too. */
public enum Tone {
  /** Neither. */
  PLAIN,
  /** As it should be. */
  GOOD,
  /** Something to look at. */
  DOUBTFUL,
  /** Not as it should be. */
  BAD;

  /** Returns {@code text} in the colour of this tone. */
  public String paint(Palette palette, String text) {
    return switch (this) {
      case PLAIN -> palette.bold(text);
      case GOOD -> palette.good(text);
      case DOUBTFUL -> palette.doubtful(text);
      case BAD -> palette.bad(text);
    };
  }
}
