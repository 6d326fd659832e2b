package org.rats4j.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rats corim}: has no work of its own, the commands below it do. */
@Command(
    name = "corim",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Make, sign, verify and check reference integrity manifests (CoRIM).",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats corim create --template corim.json -o out.cbor comid.json",
      "  rats corim sign --key key.pem --signer \"ACME Ltd.\" -o signed.cbor out.cbor",
      "  rats corim verify --key key.pub.pem signed.cbor",
      "  rats corim lint out.cbor",
      "  rats corim diff old.cbor new.cbor",
      "  rats corim extract --to json --dir tags out.cbor",
      "",
      ExitCode.HELP
    })
final class CorimCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private CorimCommand() {}

  static CommandLine commandLine(Console console) {
    return new CommandLine(new CorimCommand())
        .addSubcommand(new CorimCreateCommand(console))
        .addSubcommand(new CorimSignCommand(console))
        .addSubcommand(new CorimVerifyCommand(console))
        .addSubcommand(new CorimLintCommand(console))
        .addSubcommand(new CorimDiffCommand(console))
        .addSubcommand(new CorimExtractCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a command is missing");
  }
}
