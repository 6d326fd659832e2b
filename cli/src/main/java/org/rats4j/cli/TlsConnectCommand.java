package org.rats4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.tls.BoundEvidence;
import org.rats4j.cli.tls.Demonstration;
import org.rats4j.cli.tls.Explanation;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats tls connect}: sends standard input to a server that has attested. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    header = "Demand attestation of a server, then send it standard input, or receive a file.",
    description = {
      "Standard input goes to the server line by line, and what it echoes to standard output. With"
          + " -o nothing is sent, and what the server sends goes to a file."
    },
    footerHeading = "%n",
    footer = {ExitCode.HELP})
final class TlsConnectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "HOST:PORT", description = "The server.")
  private String server = "";

  @Option(
      names = "--trust-anchor",
      required = true,
      paramLabel = "FILE",
      description = "What issued the certificate of the server.")
  private String trustAnchor = "";

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "FILE",
      description = "The public attestation keys to trust.")
  private String attestationKey = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write what the server sends to this file.")
  private @Nullable Path output;

  @Option(
      names = "--explain",
      description = "Print every message of the exchange, to standard error.")
  private boolean explain;

  TlsConnectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      int colon = server.lastIndexOf(':');
      if (colon < 1 || !server.substring(colon + 1).matches("[0-9]{1,5}")) {
        throw new UsageException("not of the form HOST:PORT");
      }
      String host = server.substring(0, colon);
      int port = Integer.parseInt(server.substring(colon + 1));
      List<X509Certificate> anchors = KeyFiles.certificates(trustAnchor, console);
      try (Socket socket = connect(TrustAnchors.of(anchors), host, port)) {
        talk(socket);
      }
      return ExitCode.OK;
    } catch (Exception e) {
      return console.fail(server, e).exit();
    }
  }

  private Socket connect(TrustAnchors anchors, String host, int port) throws Exception {
    AttestationConfig.Builder config =
        AttestationConfig.builder(BoundEvidence.PROFILE)
            .requireAttestation(
                PkixChainValidator.of(anchors, console.clock()).serverName(host),
                Demonstration.appraiser(
                    KeyFiles.verificationKeys(attestationKey, console), console.clock()));
    if (explain) {
      config.listener(new Explanation(line -> console.err().print(line + '\n'), console.palette()));
    }
    TlsOptions options = TlsOptions.DEFAULT.withClock(console.clock());
    return AttestedTls.client(
            BcTls.stack().connector(TlsClientSettings.of(anchors).withOptions(options)),
            config.build())
        .connect(host, port);
  }

  private void talk(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    if (output != null) {
      try (OutputStream to = Files.newOutputStream(output)) {
        in.transferTo(to);
      }
      return;
    }
    OutputStream out = socket.getOutputStream();
    byte[] buffer = new byte[4096];
    for (int count = console.in().read(buffer); count >= 0; count = console.in().read(buffer)) {
      out.write(buffer, 0, count);
      out.flush();
      console.out().write(in.readNBytes(count), 0, count);
      console.out().flush();
    }
  }
}
