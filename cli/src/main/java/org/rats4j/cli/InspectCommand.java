package org.rats4j.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Decoded;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.report.Tone;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.DecodingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats inspect}: says what files are and what is in them. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    header = "Say what a file is and show what is in it. Nothing is verified.",
    description = {
      "Looks at the content of each file to find out what it is, decodes it strictly and shows it"
          + " as a tree. Private keys are never shown."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats inspect token.cwt",
      "  rats inspect --as eat-claims --lenient claims.cbor",
      "  rats inspect --json *.cbor | jq .kind",
      "  rats inspect --html report.html ear.jwt",
      "  curl -s https://verifier.example/evidence | rats inspect -",
      "",
      "With --json each file gives one object on one line, with the members file, kind, encoding,",
      "strict, deviations, signed and content; or file and error, if it does not decode.",
      "Byte strings are hexadecimal there.",
      "",
      ExitCode.HELP
    })
final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private KindOption as = new KindOption();

  @Mixin private HtmlOption html = new HtmlOption();

  @Option(
      names = "--lenient",
      description = "Accept the documented deviations of the kind, and name those that were found.")
  private boolean lenient;

  @Option(names = "--json", description = "Print one JSON object per file.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files; - is standard input.")
  private List<String> files = List.of();

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int exit = ExitCode.OK;
    for (String file : files) {
      exit = Math.max(exit, inspect(file));
    }
    return html.write(exit, console);
  }

  private int inspect(String file) {
    try {
      Content content = new Content(InputFiles.read(file, console));
      Kind kind = as.of(content);
      Decoded decoded = decode(kind, content);
      html.add(
          file,
          kind,
          decoded,
          decoded.signed() ? "signed, not verified" : "not signed",
          Tone.PLAIN,
          List.of("Nothing was verified: anybody can have made this."));
      show(file, kind, decoded);
      return ExitCode.OK;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return fail(file, e).exit();
    }
  }

  private Failure fail(String file, Throwable e) {
    Failure failure = Failure.of(file, e);
    html.add(file, failure, "cannot be read");
    if (!json) {
      return console.fail(file, e);
    }
    console.line(new JsonLine().put("file", file).put("error", failure.json()));
    console.trace(e);
    return failure;
  }

  /** The strict read comes first: only what it refuses is a deviation. */
  private Decoded decode(Kind kind, Content content) throws DecodingException {
    try {
      return kind.decode(content, false);
    } catch (DecodingException strict) {
      if (!lenient) {
        throw strict;
      }
      return kind.decode(content, true);
    }
  }

  private void show(String file, Kind kind, Decoded decoded) {
    if (json) {
      console.line(Report.of(file, kind, decoded).put("content", decoded.content()));
      return;
    }
    console.line(
        console.palette().bold(TerminalText.safe(file))
            + ": "
            + kind.name()
            + " in "
            + decoded.encoding()
            + (decoded.signed() ? ", signed, not verified" : "")
            + (decoded.deviations().isEmpty() ? "" : ", with deviations"));
    Report.print(decoded, console);
  }
}
