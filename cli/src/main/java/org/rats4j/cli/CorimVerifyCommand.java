package org.rats4j.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.Checks;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.SignedCorimKind;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.corim.Corim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats corim verify}: checks who signed a CoRIM. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Check who signed a CoRIM, and that the signature still counts.",
    description = {
      "Takes the key from --key, or from the certificate chain of the message if that leads to a"
          + " --trust-anchor. A CoRIM that is not in the message is named by --payload, one whose"
          + " hash is signed by --preimage. The time of signature-validity, or exp and nbf, is"
          + " checked as of now, or as of --at; that of rim-validity is for who uses the CoRIM."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats corim verify --key acme.pub.pem signed.corim",
      "  rats corim verify --trust-anchor root.pem -o plain.corim signed.corim",
      "  rats corim verify --key acme.pub.pem --payload plain.corim detached.cose",
      "",
      ExitCode.HELP
    })
final class CorimVerifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private TrustOptions trust = new TrustOptions();

  @Option(
      names = "--payload",
      paramLabel = "FILE",
      description = "The CoRIM of a message that does not carry it.")
  private @Nullable String payload;

  @Option(
      names = "--preimage",
      paramLabel = "FILE",
      description = "The CoRIM of a message that carries its hash.")
  private @Nullable String preimage;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write the verified CoRIM, without its signature, to this file.")
  private @Nullable String output;

  @Option(names = "--lenient", description = "Accept the documented deviations.")
  private boolean lenient;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "The signed CoRIM; - is standard input.")
  private String file = "-";

  CorimVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String at = file;
    try {
      Content content = new Content(InputFiles.read(file, console));
      Clock clock = trust.clock(console);
      Optional<Bytes> detached = read(payload);
      Optional<Bytes> hashed = read(preimage);
      SignedCorimKind.Verified verified =
          SignedCorimKind.SIGNED_CORIM.verify(content, checks(clock), detached, hashed);
      if (output != null) {
        at = output;
        write(verified.signed().corim(), output);
      }
      show(verified, clock);
      return ExitCode.OK;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      Failure failure = console.fail(at, e);
      if (json) {
        console.line(
            new JsonLine().put("file", file).put("verified", false).put("error", failure.json()));
      }
      return failure.exit();
    }
  }

  private Optional<Bytes> read(@Nullable String name) throws OptionFileException {
    try {
      return name == null ? Optional.empty() : Optional.of(InputFiles.read(name, console));
    } catch (java.io.IOException | DecodingException e) {
      throw new OptionFileException(String.valueOf(name), e);
    }
  }

  private Checks checks(Clock clock) throws OptionFileException {
    Optional<TrustAnchors> anchors = trust.anchors(console);
    return new Checks(
        trust.resolver(anchors, clock, console),
        anchors,
        trust.algorithms(),
        Optional.empty(),
        clock,
        lenient,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private void write(Optional<Corim> corim, String to) throws Exception {
    if (corim.isEmpty()) {
      throw new UsageException("only a hash was verified: name the CoRIM with --preimage");
    }
    console.refuseBinaryOnTerminal(to);
    InputFiles.write(corim.get().encode(), to, console);
  }

  private void show(SignedCorimKind.Verified verified, Clock clock) {
    if ("-".equals(output)) {
      return;
    }
    if (verified.signed().corim().isEmpty()) {
      console.remark("only the hash was verified; --preimage names the CoRIM to compare");
    }
    if (json) {
      console.line(
          Report.of(file, SignedCorimKind.SIGNED_CORIM, verified.decoded())
              .put("verified", true)
              .put("signer", verified.signed().signer().name())
              .put("content", verified.decoded().content()));
      return;
    }
    console.line(
        TerminalText.safe(file)
            + ": "
            + console.palette().good("verified")
            + " as of "
            + clock.instant()
            + ", signed by "
            + TerminalText.safe(verified.signed().signer().name()));
    Report.print(verified.decoded(), console);
  }
}
