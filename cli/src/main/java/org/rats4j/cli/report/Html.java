package org.rats4j.cli.report;

import org.rats4j.cli.view.TerminalText;

/**
 * Writes HTML. Every text goes through {@link #text}, and every attribute value is a constant of
 * this program, so nothing that a message says can become markup.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Writes markup that is a constant of this program. */
  Html raw(String constant) {
    out.append(constant);
    return this;
  }

  /** Opens {@code name}. */
  Html open(String name) {
    out.append('<').append(name).append('>');
    return this;
  }

  /** Opens {@code name} with these classes, which are constants of this program. */
  Html open(String name, String classes) {
    out.append('<').append(name).append(" class=\"").append(classes).append("\">");
    return this;
  }

  /** Closes {@code name}. */
  Html close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** Writes an element that has nothing but text. */
  Html element(String name, String text) {
    return open(name).text(text).close(name);
  }

  /** Writes an element with these classes that has nothing but text. */
  Html element(String name, String classes, String text) {
    return open(name, classes).text(text).close(name);
  }

  /** Writes text: characters that do not show or turn the direction of writing are spelled out. */
  Html text(String text) {
    String safe = TerminalText.safe(text);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
