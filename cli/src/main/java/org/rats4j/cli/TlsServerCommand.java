package org.rats4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.tls.BoundEvidence;
import org.rats4j.cli.tls.Demonstration;
import org.rats4j.cli.tls.Explanation;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Signer;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedServer;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.Identity;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rats tls server}: attests to whoever connects, then echoes or sends a file. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    header = "Attest to each client, then echo what it sends, or send it a file.",
    description = {
      "The evidence is an EAT signed by --ak; its nonce is bound to the connection, its cnf is the"
          + " key of the certificate. It measures nothing: it shows how attested TLS works, and"
          + " listens on this machine only."
    },
    footerHeading = "%n",
    footer = {ExitCode.HELP})
final class TlsServerCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--certificate",
      required = true,
      paramLabel = "FILE",
      description = "The certificate of the server, and what issued it.")
  private String certificate = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Its private key, in PEM.")
  private String key = "";

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "FILE",
      description = "The attestation key, a private key that signs evidence.")
  private String attestationKey = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen; ${DEFAULT-VALUE} by default, 0 for any that is free.")
  private int port = 8443;

  @Option(names = "--file", paramLabel = "FILE", description = "Send this to each client.")
  private @Nullable Path file;

  @Option(names = "--once", description = "End after the first connection.")
  private boolean once;

  @Option(names = "--explain", description = "Print every message of the exchange.")
  private boolean explain;

  TlsServerCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
      AttestedServer server = server();
      say("listening on localhost:" + listener.getLocalPort());
      if (once) {
        return serve(server, listener.accept());
      }
      while (true) {
        Socket client = listener.accept();
        threads.execute(() -> serve(server, client));
      }
    } catch (Exception e) {
      return console.fail("tls server", e).exit();
    } finally {
      threads.shutdownNow();
    }
  }

  private AttestedServer server() throws OptionFileException {
    TlsCredentials credentials = TlsFiles.credentials(certificate, key, console);
    Signer leaf = KeyFiles.signing(key, Optional.empty(), console).signer();
    Signer platform = KeyFiles.signing(attestationKey, Optional.empty(), console).signer();
    AttestationConfig.Builder config =
        AttestationConfig.builder(BoundEvidence.PROFILE)
            .attest(Identity.of(credentials.chain(), leaf), Demonstration.attester(platform));
    if (explain) {
      config.listener(new Explanation(this::say, console.palette()));
    }
    TlsOptions options = TlsOptions.DEFAULT.withClock(console.clock());
    return AttestedTls.server(
        BcTls.stack().acceptor(TlsServerSettings.of(credentials).withOptions(options)),
        config.build());
  }

  private int serve(AttestedServer server, Socket tcp) {
    try (Socket client = server.accept(tcp)) {
      say("attested to " + client.getRemoteSocketAddress());
      long sent = file == null ? echo(client) : send(file, client);
      say((file == null ? "echoed " : "sent ") + sent + " bytes");
      return ExitCode.OK;
    } catch (IOException | RatsException e) {
      return console.fail("client", e).exit();
    }
  }

  private static long echo(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    byte[] buffer = new byte[8192];
    long all = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      out.write(buffer, 0, count);
      out.flush();
      all += count;
    }
    return all;
  }

  private static long send(Path file, Socket client) throws IOException {
    return Files.copy(file, client.getOutputStream());
  }

  private synchronized void say(String text) {
    console.line(text);
    console.out().flush();
  }
}
