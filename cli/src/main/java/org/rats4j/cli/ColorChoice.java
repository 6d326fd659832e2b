package org.rats4j.cli;

import org.rats4j.cli.view.Palette;

/** When there are colours. The names are what people write behind {@code --color}. */
enum ColorChoice {
  auto,
  always,
  never;

  private static final String OPTION = "--color";

  /** Returns the colours that {@code arguments} ask for; {@code automatic} if they do not. */
  static Palette palette(String[] arguments, Palette automatic) {
    Palette palette = automatic;
    for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
      if (arguments[i].startsWith(OPTION + "=")) {
        palette = palette(arguments[i].substring(OPTION.length() + 1), automatic);
      } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        palette = palette(arguments[i + 1], automatic);
      }
    }
    return palette;
  }

  private static Palette palette(String word, Palette automatic) {
    if (word.equalsIgnoreCase(always.name())) {
      return Palette.COLOUR;
    }
    return word.equalsIgnoreCase(never.name()) ? Palette.PLAIN : automatic;
  }
}
