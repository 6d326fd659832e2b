package org.rats4j.cli.report;

import java.util.List;
import java.util.function.Function;
import org.rats4j.cli.report.Summary.Fact;
import org.rats4j.cli.report.Summary.Part;
import org.rats4j.cli.report.Summary.Row;
import org.rats4j.cli.view.Palette;
import org.rats4j.cli.view.TerminalText;

/** Shows a {@link Summary} as lines for people. */
public final class SummaryPrinter {
  private static final int WIDEST = 24;

  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private SummaryPrinter(Palette palette) {
    this.palette = palette;
  }

  /** Returns {@code summary} as lines, each indented by {@code indent} spaces or more. */
  public static String print(Summary summary, int indent, Palette palette) {
    SummaryPrinter printer = new SummaryPrinter(palette);
    printer.facts(summary.facts(), indent);
    summary.parts().forEach(part -> printer.part(part, indent));
    return printer.out.toString();
  }

  private void facts(List<Fact> facts, int indent) {
    int width = width(facts, Fact::name) + 1;
    for (Fact fact : facts) {
      String name = safe(fact.name());
      String value = safe(fact.value());
      line(
          palette.name(name)
              + ":"
              + padding(name + ":", width)
              + " "
              + (fact.tone() == Tone.PLAIN ? value : fact.tone().paint(palette, value)),
          indent);
    }
  }

  private void part(Part part, int indent) {
    line(palette.bold(safe(part.title())) + ": " + painted(part.verdict(), part.tone()), indent);
    facts(part.facts(), indent + 2);
    int names = width(part.rows(), Row::name);
    int values = width(part.rows(), Row::value);
    int verdicts = width(part.rows(), Row::verdict);
    for (Row row : part.rows()) {
      line(
          palette.name(safe(row.name()))
              + padding(safe(row.name()), names)
              + "  "
              + padding(safe(row.value()), values)
              + safe(row.value())
              + "  "
              + painted(row.verdict(), row.tone())
              + padding(safe(row.verdict()), verdicts)
              + "  "
              + safe(row.meaning()),
          indent + 2);
    }
  }

  private String painted(String text, Tone tone) {
    return tone.paint(palette, safe(text));
  }

  /** Returns the width of a column; what is wider than most sticks out of it. */
  private static <T> int width(List<T> rows, Function<T, String> column) {
    return rows.stream()
        .mapToInt(row -> safe(column.apply(row)).length())
        .filter(length -> length <= WIDEST)
        .max()
        .orElse(0);
  }

  private static String padding(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length()));
  }

  private static String safe(String text) {
    return TerminalText.safe(text);
  }

  private void line(String text, int indent) {
    out.append(" ".repeat(indent)).append(text.stripTrailing()).append('\n');
  }
}
