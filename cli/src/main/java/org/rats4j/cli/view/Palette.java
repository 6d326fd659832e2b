package org.rats4j.cli.view;

/** Colours for a terminal, or none. */
public enum Palette {
  /** No colours. */
  PLAIN(false),
  /** ANSI colours. */
  COLOUR(true);

  private final boolean colour;

  Palette(boolean colour) {
    this.colour = colour;
  }

  /** Returns whether there are colours. */
  public boolean hasColours() {
    return colour;
  }

  /** Returns the name of a value. */
  public String name(String text) {
    return ansi("36", text);
  }

  /** Returns a remark. */
  public String note(String text) {
    return ansi("2", text);
  }

  /** Returns a headline. */
  public String bold(String text) {
    return ansi("1", text);
  }

  /** Returns something that went well. */
  public String good(String text) {
    return ansi("1;32", text);
  }

  /** Returns something to look at. */
  public String doubtful(String text) {
    return ansi("33", text);
  }

  /** Returns something that went wrong. */
  public String bad(String text) {
    return ansi("1;31", text);
  }

  private String ansi(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
