package org.rats4j.cli.report;

import java.util.Map;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;

/** Writes what a message says as nested lists. */
final class ViewHtml {
  private static final int SHOWN_BYTES = 256;
  private static final int SHOWN_CHARACTERS = 4000;

  private final Html out;

  ViewHtml(Html out) {
    this.out = out;
  }

  /** Writes {@code view}. */
  void write(View view) {
    if (view instanceof View.Group group) {
      out.open("ul");
      for (Map.Entry<String, View> entry : group.entries().entrySet()) {
        out.open("li").element("span", "name", entry.getKey() + ": ");
        value(entry.getValue());
        out.close("li");
      }
      out.close("ul");
    } else if (view instanceof View.Items items) {
      out.open("ul");
      for (View element : items.elements()) {
        out.open("li").raw("<span class=\"name\">&ndash; </span>");
        value(element);
        out.close("li");
      }
      out.close("ul");
    } else {
      value(view);
    }
  }

  private void value(View view) {
    if (view instanceof View.Noted noted) {
      boolean scalar =
          !(noted.value() instanceof View.Group || noted.value() instanceof View.Items);
      if (scalar) {
        value(noted.value());
      }
      out.raw(" ").element("span", "soft", "(" + noted.note() + ")");
      if (!scalar) {
        value(noted.value());
      }
    } else if (view instanceof View.Group || view instanceof View.Items) {
      write(view);
    } else {
      out.element("code", scalar(view));
    }
  }

  private static String scalar(View view) {
    if (view instanceof View.Text text) {
      return '"' + shortened(text.value()) + '"';
    } else if (view instanceof View.Numeral number) {
      return number.lexeme();
    } else if (view instanceof View.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (view instanceof View.Binary binary) {
      return shortened(binary.value());
    } else if (view instanceof View.Symbol symbol) {
      return symbol.name();
    }
    return "null";
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_CHARACTERS
        ? text
        : text.substring(0, SHOWN_CHARACTERS) + "... (" + text.length() + " characters)";
  }

  private static String shortened(Bytes bytes) {
    return bytes.size() <= SHOWN_BYTES
        ? "h'" + bytes.toHex() + "'"
        : "h'" + bytes.slice(0, SHOWN_BYTES).toHex() + "...' (" + bytes.size() + " bytes)";
  }
}
