package org.rats4j.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats corim lint}: says what is wrong or doubtful in CoRIMs. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    header = "Say what is wrong or doubtful in CoRIMs.",
    description = {
      "Reads each file as a strict reader would, says why if that refuses it, and then what a"
          + " lenient reader remarks. Exit code 0 means that a strict reader takes all files,"
          + " whatever the remarks."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {"  rats corim lint vendor.corim", "", ExitCode.HELP})
final class CorimLintCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--lenient",
      description = "Let deviations, and profiles that nobody knows, count as remarks only.")
  private boolean lenient;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "CoRIMs in CBOR, or templates.")
  private List<String> files = List.of();

  CorimLintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int exit = ExitCode.OK;
    for (String file : files) {
      exit = Math.max(exit, lint(file));
    }
    return exit;
  }

  private int lint(String file) {
    try {
      Findings findings = CorimFiles.findings(true);
      CorimFiles.Manifest manifest = CorimFiles.manifest(file, true, findings, console);
      manifest.remarkOn(console);
      manifest.check().forEach(findings::add);
      int exit = lenient ? ExitCode.OK : strict(file);
      List<Finding> remarks = findings.toList();
      console.line(TerminalText.safe(file) + ": " + verdict(remarks.size()));
      Report.print(remarks, console);
      return exit;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return console.fail(file, e).exit();
    }
  }

  private static String verdict(int remarks) {
    return switch (remarks) {
      case 0 -> "nothing to remark";
      case 1 -> "1 remark";
      default -> remarks + " remarks";
    };
  }

  private int strict(String file) throws Exception {
    try {
      CorimFiles.manifest(file, false, CorimFiles.findings(false), console);
      return ExitCode.OK;
    } catch (DecodingException e) {
      return console.fail(file, e).exit();
    }
  }
}
