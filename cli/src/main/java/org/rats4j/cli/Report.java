package org.rats4j.cli;

import java.util.List;
import java.util.Locale;
import org.rats4j.cli.kind.Decoded;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.report.SummaryPrinter;
import org.rats4j.cli.report.Verdict;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.cli.view.TreePrinter;
import org.rats4j.core.Finding;

/** What the commands that read a message say of it before they show its content. */
final class Report {
  private Report() {}

  /** Returns the members that every object of {@code --json} begins with. */
  static JsonLine of(String file, Kind kind, Decoded decoded) {
    List<JsonLine> deviations =
        decoded.deviations().stream()
            .map(it -> new JsonLine().put("code", it.code()).put("path", it.path()))
            .toList();
    return new JsonLine()
        .put("file", file)
        .put("kind", kind.name())
        .put("encoding", decoded.encoding())
        .put("strict", deviations.isEmpty())
        .put("deviations", deviations)
        .put("findings", decoded.findings().stream().map(Report::finding).toList())
        .put("signed", decoded.signed());
  }

  /** Adds what a policy says. */
  static void put(Verdict verdict, JsonLine to) {
    to.put("accepted", verdict.accepted())
        .put("reasons", verdict.reasons().stream().map(Report::finding).toList());
  }

  /** Returns in a few words what a policy says. */
  static String words(Verdict verdict, Console console) {
    return verdict.tone().paint(console.palette(), TerminalText.safe(verdict.words()));
  }

  private static JsonLine finding(Finding finding) {
    return new JsonLine()
        .put("code", finding.code())
        .put("severity", finding.severity().name())
        .put("path", finding.path())
        .put("message", finding.message());
  }

  /** Prints the reasons against it, the findings, the summary and the content. */
  static void print(Decoded decoded, Console console) {
    decoded
        .verdict()
        .ifPresent(
            verdict ->
                verdict
                    .reasons()
                    .forEach(
                        reason -> print(console.palette().bad(reason.code()), reason, console)));
    print(decoded.findings(), console);
    if (!decoded.summary().isEmpty()) {
      console.out().print(SummaryPrinter.print(decoded.summary(), 2, console.palette()) + '\n');
    }
    console.out().print(TreePrinter.print(decoded.content(), 2, console.palette()));
  }

  /** Prints findings, a line for each. */
  static void print(List<Finding> findings, Console console) {
    for (Finding finding : findings) {
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      print(console.palette().doubtful(severity + " " + finding.code()), finding, console);
    }
  }

  private static void print(String head, Finding finding, Console console) {
    String path = finding.path().isEmpty() ? "" : " at " + TerminalText.safe(finding.path());
    console.line("  " + head + path + ": " + TerminalText.safe(finding.message()));
  }
}
