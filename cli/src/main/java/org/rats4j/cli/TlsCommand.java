package org.rats4j.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rats tls}: attested TLS to watch. */
@Command(
    name = "tls",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Show attested TLS at work: a server that attests, and a client that demands it.",
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \\",
      "      -subj /CN=localhost -addext subjectAltName=DNS:localhost"
          + " -keyout server.key -out server.pem",
      "  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out platform.key",
      "  openssl pkey -in platform.key -pubout -out platform.pem",
      "  rats tls server --certificate server.pem --key server.key --ak platform.key"
          + " --port 8443 --explain",
      "  echo hello | rats tls connect --trust-anchor server.pem --ak platform.pem --explain \\",
      "      localhost:8443",
      "",
      ExitCode.HELP
    })
final class TlsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Console console) {
    return new CommandLine(new TlsCommand())
        .addSubcommand(new TlsServerCommand(console))
        .addSubcommand(new TlsConnectCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a command is missing");
  }
}
