package org.rats4j.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.Decoded;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.report.HtmlPage;
import org.rats4j.cli.report.MessageReport;
import org.rats4j.cli.report.Summary;
import org.rats4j.cli.report.Tone;
import org.rats4j.core.Bytes;
import picocli.CommandLine.Option;

/** The option that asks for a page, and what is to be on it. */
final class HtmlOption {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the same as a page for a browser, which needs nothing but itself.")
  private @Nullable String page;

  private final List<MessageReport> reports = new ArrayList<>();

  /** Puts a message on the page. */
  void add(String file, Kind kind, Decoded decoded, String state, Tone tone, List<String> remarks) {
    put(
        new MessageReport(
            file,
            kind.title() + ", in " + decoded.encoding(),
            state,
            tone,
            remarks,
            decoded.verdict(),
            decoded.summary(),
            decoded.findings(),
            Optional.of(decoded.content())));
  }

  /** Puts what went wrong on the page. */
  void add(String file, Failure failure, String state) {
    put(
        new MessageReport(
            file,
            failure.code(),
            state,
            Tone.BAD,
            List.of(
                failure.path().isEmpty()
                    ? failure.message()
                    : failure.path() + ": " + failure.message()),
            Optional.empty(),
            Summary.EMPTY,
            List.of(),
            Optional.empty()));
  }

  /** Keeps no report that nobody asked for: there may be many files. */
  private void put(MessageReport report) {
    if (page != null) {
      reports.add(report);
    }
  }

  /**
   * Writes the page, if one is wanted, and returns {@code exit}; another code if it cannot be
   * written.
   */
  int write(int exit, Console console) {
    return write(() -> HtmlPage.of(reports), exit, console);
  }

  /** Writes what {@code content} returns in place of the messages. */
  int write(Supplier<String> content, int exit, Console console) {
    if (page == null) {
      return exit;
    }
    try {
      if (page.equals("-")) {
        throw new UsageException("a page goes to a file");
      }
      InputFiles.write(Bytes.ofUtf8(content.get()), page, console);
      return exit;
    } catch (IOException | UsageException e) {
      return Math.max(exit, console.fail(page, e).exit());
    }
  }
}
