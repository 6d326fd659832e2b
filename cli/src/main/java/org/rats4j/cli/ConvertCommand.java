package org.rats4j.cli;

import java.util.concurrent.Callable;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Kinds;
import org.rats4j.cli.kind.Notation;
import org.rats4j.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats convert}: writes a message in another notation. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    header = "Write a message as deterministic CBOR, as JSON, or in diagnostic notation.",
    description = {
      "CBOR leaves in the order of RFC 8949, section 4.2.1, JSON without white space and with its"
          + " members in order of their names. A map in diagnostic notation is read, too, anything"
          + " else in that notation with --as diag. What has no form in the other notation is refused, not dropped; so is"
          + " what would break a signature."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats convert --to diag token.cwt",
      "  rats convert --to json -o claims.json claims.cbor",
      "  rats convert --to cbor -o claims.cbor claims.edn",
      "",
      ExitCode.HELP
    })
final class ConvertCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private KindOption as = new KindOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "NOTATION",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Notation to = Notation.CBOR;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write to this file; standard output by default.")
  private String output = "-";

  @Option(names = "--lenient", description = "Accept the documented deviations of the kind.")
  private boolean lenient;

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private String file = "-";

  ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      Content read = new Content(InputFiles.read(file, console));
      boolean notation = as.named().filter(Kinds::isNotation).isPresent();
      Content content = notation ? read : read.withoutNotation();
      Bytes converted = as.of(content).convert(content, to, lenient);
      if (to == Notation.CBOR) {
        console.refuseBinaryOnTerminal(output);
      }
      InputFiles.write(to == Notation.JSON ? line(converted) : converted, output, console);
      return ExitCode.OK;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return console.fail(file, e).exit();
    }
  }

  private Bytes line(Bytes text) {
    return output.equals("-") ? text.concat(Bytes.ofUtf8("\n")) : text;
  }
}
