package org.rats4j.cli.report;

import java.util.Map;
import org.rats4j.cli.view.ScalarText;
import org.rats4j.cli.view.View;

/** Writes what a message says as nested lists. */
final class ViewHtml {
  private static final ScalarText SCALARS = new ScalarText(256, 4000);

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
      out.element("code", SCALARS.of(view));
    }
  }
}
