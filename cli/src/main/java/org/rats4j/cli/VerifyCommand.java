package org.rats4j.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.Checks;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Decoded;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.kind.PolicyFile;
import org.rats4j.cli.report.Tone;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.eat.SecureChannelAssertion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats verify}: checks who signed a message, and that it is the expected one. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Check the signature of a message, its nonce and its times.",
    description = {
      "Takes the key from --key, or from the certificate chain of the message if that leads to a"
          + " --trust-anchor. Without --nonce nothing says that the message is fresh; the command"
          + " then goes by its times alone and says so. Times are checked as of now, or as of --at."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats verify --key attester.pem --nonce 00112233445566778899aabbccddeeff token.cwt",
      "  rats verify --key keys.jwks --at 2026-01-31T12:00:00Z ear.jwt",
      "  rats verify --key verifier.jwk --policy policy.json --html report.html ear.jwt",
      "  rats verify --key verifier.jwk --profile tag:vendor.example,2026:ear ear.jwt",
      "  rats verify --trust-anchor root.pem --json token.cwt",
      "",
      "Keys are PEM, DER, JWK, JWK Set, COSE_Key or COSE_KeySet; certificates count as their keys.",
      "The reason of a refusal is on standard error, and with --json in the member error, too.",
      "With --policy --json adds the members accepted and reasons.",
      "",
      ExitCode.HELP
    })
final class VerifyCommand implements Callable<Integer> {
  private static final String NOT_FRESH =
      "no --nonce was given: nothing says that the message is fresh";

  private final Console console;

  @Mixin private KindOption as = new KindOption();

  @Mixin private HtmlOption html = new HtmlOption();

  @Mixin private TrustOptions trust = new TrustOptions();

  @Option(
      names = "--nonce",
      paramLabel = "HEX",
      converter = NonceOption.class,
      description = "The nonce that the message has to carry.")
  private @Nullable Bytes nonce;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Judge the verified message by this policy in JSON, too; of ear and of evidence on HSM"
              + " keys, see the guides of relying parties and of certification authorities.")
  private @Nullable String policyFile;

  @Option(names = "--lenient", description = "Accept the documented deviations of the kind.")
  private boolean lenient;

  @Option(
      names = "--outer-only",
      description =
          "Leave tokens that are nested in the message unverified. Otherwise each of them has to"
              + " be by a key given.")
  private boolean outerOnly;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL=PEER",
      converter = ChannelOption.class,
      description =
          "Accept claims without signature, of an EAT, that came over this channel from this peer:"
              + " the channel authenticated the peer and protected their integrity.")
  private @Nullable SecureChannelAssertion channel;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "The message; - is standard input.")
  private String file = "-";

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return html.write(verify(), console);
  }

  private int verify() {
    try {
      Content content = new Content(InputFiles.read(file, console));
      Kind kind = as.of(content);
      Checks checks = checks(kind);
      Decoded decoded = kind.verify(content, checks);
      show(kind, decoded, checks);
      return decoded.verdict().isPresent() && !decoded.verdict().get().accepted()
          ? ExitCode.REJECTED
          : ExitCode.OK;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      Failure failure = console.fail(file, e);
      html.add(file, failure, "not verified");
      if (json) {
        console.line(
            new JsonLine().put("file", file).put("verified", false).put("error", failure.json()));
      }
      return failure.exit();
    }
  }

  private Checks checks(Kind kind) throws OptionFileException {
    Clock clock = trust.clock(console);
    Optional<TrustAnchors> anchors = trust.anchors(console);
    return new Checks(
        trust.resolver(anchors, clock, console),
        anchors,
        trust.algorithms(),
        Optional.ofNullable(nonce),
        clock,
        lenient,
        outerOnly,
        Optional.ofNullable(channel),
        policy(kind));
  }

  private Optional<PolicyFile> policy(Kind kind) throws OptionFileException {
    if (policyFile == null) {
      return Optional.empty();
    }
    try {
      PolicyFile policy = new PolicyFile(policyFile, InputFiles.read(policyFile, console));
      kind.checkPolicy(policy);
      return Optional.of(policy);
    } catch (IOException | DecodingException e) {
      throw new OptionFileException(policyFile, e);
    }
  }

  private void show(Kind kind, Decoded decoded, Checks checks) {
    List<String> remarks = new ArrayList<>();
    if (checks.nonce().isEmpty()) {
      console.remark(NOT_FRESH);
      remarks.add(NOT_FRESH);
    }
    remarks.add("Times were checked as of " + checks.clock().instant() + ".");
    html.add(file, kind, decoded, "verified", Tone.GOOD, remarks);
    if (json) {
      JsonLine line = Report.of(file, kind, decoded).put("verified", true);
      decoded.verdict().ifPresent(verdict -> Report.put(verdict, line));
      console.line(line.put("content", decoded.content()));
      return;
    }
    console.line(
        TerminalText.safe(file)
            + ": "
            + console.palette().good("verified")
            + ", "
            + decoded.verdict().map(verdict -> Report.words(verdict, console) + ", ").orElse("")
            + kind.name()
            + " in "
            + decoded.encoding());
    Report.print(decoded, console);
  }
}
