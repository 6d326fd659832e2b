package org.rats4j.cli.view;

import java.util.List;
import java.util.Map;

/** Shows a {@link View} as indented lines for people. */
public final class TreePrinter {
  private static final ScalarText SCALARS = new ScalarText(48, 2000);

  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private TreePrinter(Palette palette) {
    this.palette = palette;
  }

  /** Returns {@code view} as lines, each indented by {@code indent} spaces or more. */
  public static String print(View view, int indent, Palette palette) {
    TreePrinter printer = new TreePrinter(palette);
    printer.lines(view, indent);
    return printer.out.toString();
  }

  private void lines(View view, int indent) {
    if (view instanceof View.Group group) {
      for (Map.Entry<String, View> entry : group.entries().entrySet()) {
        entry(palette.name(TerminalText.safe(entry.getKey())) + ":", entry.getValue(), indent);
      }
    } else if (view instanceof View.Items items) {
      for (View element : items.elements()) {
        entry("-", element, indent);
      }
    } else if (view instanceof View.Noted noted && isTree(noted.value())) {
      lines(noted.value(), indent);
    } else {
      line(inline(view), indent);
    }
  }

  private void entry(String head, View value, int indent) {
    View content = value instanceof View.Noted noted ? noted.value() : value;
    String note = value instanceof View.Noted noted ? noted.note() : "";
    if (!isTree(content)) {
      line(head + " " + inline(value), indent);
    } else if (isEmpty(content)) {
      line(head + " " + (content instanceof View.Group ? "{}" : "[]") + note(note), indent);
    } else {
      line(head + note(note), indent);
      lines(content, indent + 2);
    }
  }

  private static boolean isTree(View view) {
    return view instanceof View.Noted noted
        ? isTree(noted.value())
        : view instanceof View.Group || view instanceof View.Items;
  }

  private static boolean isEmpty(View view) {
    return view instanceof View.Group group
        ? group.entries().isEmpty()
        : view instanceof View.Items items && items.elements().isEmpty();
  }

  private String inline(View view) {
    if (view instanceof View.Noted noted) {
      return inline(noted.value()) + note(noted.note());
    }
    return TerminalText.safe(SCALARS.of(view));
  }

  private String note(String note) {
    return note.isEmpty() ? "" : " " + palette.note("(" + TerminalText.safe(note) + ")");
  }

  private void line(String text, int indent) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }

  /** Returns the lines of several views, one behind the other. */
  public static String print(List<View> views, int indent, Palette palette) {
    StringBuilder all = new StringBuilder();
    views.forEach(view -> all.append(print(view, indent, palette)));
    return all.toString();
  }
}
