package org.rats4j.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.view.TerminalText;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code rats} command itself: it has no work of its own, the commands below it do. */
@Command(
    name = "rats",
    mixinStandardHelpOptions = true,
    version = "rats 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    header = "Inspects, verifies, appraises, converts and signs attestation messages (RFC 9334).",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats inspect evidence.cmw",
      "  rats verify --key attester.pem --nonce 00112233445566778899aabbccddeeff token.cwt",
      "  rats demo",
      "  rats COMMAND --help",
      "",
      ExitCode.HELP
    })
final class Rats implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  // Looked for before the rest is parsed: what goes wrong there may need it.
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  @SuppressWarnings("UnusedVariable")
  private boolean debug;

  // Looked for before the rest is parsed, too: what is wrong there is said in colour.
  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      description =
          "Use colours: ${COMPLETION-CANDIDATES}; auto, the default, means on a terminal, unless"
              + " NO_COLOR is set.")
  @SuppressWarnings("UnusedVariable")
  private ColorChoice color = ColorChoice.auto;

  private Rats() {}

  /** Runs what {@code arguments} say and returns the exit code. */
  static int run(Console console, String... arguments) {
    boolean debug = List.of(arguments).contains("--debug");
    Console wanted =
        console.withDebug(debug).withPalette(ColorChoice.palette(arguments, console.palette()));
    return commandLine(wanted).execute(arguments);
  }

  static CommandLine commandLine(Console console) {
    Ansi ansi = console.palette().hasColours() ? Ansi.ON : Ansi.OFF;
    return new CommandLine(new Rats())
        .addSubcommand(new InspectCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new AppraiseCommand(console))
        .addSubcommand(new ConvertCommand(console))
        .addSubcommand(new SignCommand(console))
        .addSubcommand(
            new CommandLine(new HsmCommand()).addSubcommand(new HsmAttestCommand(console)))
        .addSubcommand(CorimCommand.commandLine(console))
        .addSubcommand(TlsCommand.commandLine(console))
        .addSubcommand(new DemoCommand(console))
        .addSubcommand(new DemoAttesterCommand(console))
        .addSubcommand(new DemoReferenceCommand(console))
        .addSubcommand(new GenerateCompletion())
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setParameterExceptionHandler((e, arguments) -> wrongUse(e, console))
        .setExecutionExceptionHandler((e, command, result) -> console.fail("", e).exit());
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a command is missing");
  }

  private static int wrongUse(ParameterException e, Console console) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String what = String.valueOf(e.getMessage());
    console
        .err()
        .print(
            console.palette().bad("error:")
                + " "
                + TerminalText.safe(what)
                + "; see "
                + command
                + " --help\n");
    return ExitCode.USAGE;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
