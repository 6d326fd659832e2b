package org.rats4j.cli;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.HsmTrust;
import org.rats4j.cli.kind.Signing;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.SecureChannelAssertion;
import org.rats4j.verifier.AppraisalRequest;
import org.rats4j.verifier.AttestationResult;
import org.rats4j.verifier.Verifier;
import org.rats4j.verifier.evidence.CcaHandler;
import org.rats4j.verifier.evidence.EatHandler;
import org.rats4j.verifier.evidence.PkixHandler;
import org.rats4j.verifier.policy.PolicyRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rats appraise}: evidence and reference values in, signed attestation result out. */
@Command(
    name = "appraise",
    mixinStandardHelpOptions = true,
    header = "Appraise evidence by reference values, and sign what comes out.",
    description = {
      "Verifies evidence (EAT, PSA or CCA token, alone or in a CMW; evidence of an HSM on its"
          + " keys), matches it against the reference values and endorsements of CoRIMs, and writes a"
          + " signed attestation result (EAR).",
      "The key of the evidence is one of --key, or else that of an attest-key triple of a CoRIM"
          + " that names this device, or else that of a certificate chain that leads to a"
          + " --trust-anchor; --explain says which it was. Signed CoRIMs are verified with"
          + " --endorser-key or --endorser-anchor; unsigned ones are used only with --unsigned."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats appraise --evidence psa.cbor --corim maker.corim --endorser-key maker.pem \\",
      "      --nonce 00112233445566778899aabbccddeeff --sign-key verifier.jwk -o ear.jwt",
      "  rats appraise --evidence evidence.cmw --key device.pem --corim values.corim --unsigned \\",
      "      --policy policy.json --sign-key verifier.jwk -o ear.jwt --explain",
      "",
      "The exit code is 0 if the result is affirming, 4 if it is anything else.",
      "",
      ExitCode.HELP
    })
final class AppraiseCommand implements Callable<Integer> {
  private static final VerifierId ID =
      VerifierId.of("https://github.com/rats4j/rats4j", "rats appraise");
  private static final String NOT_FRESH =
      "neither --nonce nor --max-age was given: nothing says that the evidence is fresh";

  private final Console console;

  @Option(
      names = "--evidence",
      required = true,
      paramLabel = "FILE",
      description = "The evidence; - is standard input.")
  private String evidence = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "The media type of the evidence; by default its first bytes tell.")
  private @Nullable String type;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "A key that the evidence may be signed with. May be given several times.")
  private List<String> keyFiles = List.of();

  @Option(
      names = "--trust-anchor",
      paramLabel = "FILE",
      description =
          "A certificate that the chain of the evidence may lead to. May be given several times.")
  private List<String> anchorFiles = List.of();

  @Option(
      names = "--nonce",
      paramLabel = "HEX",
      converter = NonceOption.class,
      description = "The nonce that the evidence has to carry; the result carries it, too.")
  private @Nullable Bytes nonce;

  @Option(
      names = "--max-age",
      paramLabel = "DURATION",
      converter = DurationOption.class,
      description =
          "Refuse evidence that by its own word (iat) is older than that, such as 90s, 5m or 24h,"
              + " or that does not say; with --nonce or in place of it.")
  private @Nullable Duration maxAge;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL=PEER",
      converter = ChannelOption.class,
      description =
          "Accept claims without signature (UCCS, UJCS) that came over this channel from this"
              + " peer: the channel authenticated the peer and protected their integrity. Of claims"
              + " in JSON, --type has to say that they are application/eat-ucs+json.")
  private @Nullable SecureChannelAssertion channel;

  @Mixin private CorimStoreOptions corims = new CorimStoreOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "What to claim, in JSON; by default the standard policy. The guide of verifiers"
              + " (docs/guide/building-a-verifier.md) says how to write one.")
  private @Nullable String policyFile;

  @Option(
      names = "--sign-key",
      required = true,
      paramLabel = "FILE",
      description = "The private key of the verifier.")
  private String signKey = "";

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "jwt, the default, or cwt.",
      defaultValue = "jwt")
  private ResultForm to = ResultForm.jwt;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write the result to this file; standard output by default.")
  private String output = "-";

  @Option(
      names = "--explain",
      description =
          "Say how the result came about, on standard error if the result is on output; or, where"
              + " the evidence is refused, what was expected and what was there.")
  private boolean explain;

  @Option(
      names = "--audit",
      paramLabel = "OUT",
      description = "Write how the result came about to this file, in JSON.")
  private @Nullable String audit;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "Check all times as of this moment, such as 2026-01-31T12:00:00Z, in place of now; the"
              + " result is dated so, too (iat, and exp five minutes later).")
  private @Nullable Instant at;

  @Option(
      names = "--alg",
      paramLabel = "NAME",
      converter = AlgorithmName.Converter.class,
      description = "Allow this algorithm in evidence, too. May be given several times.")
  private List<AlgorithmName> algorithms = List.of();

  @Option(
      names = "--report-failures",
      description =
          "Of evidence with several parts, report one that cannot be verified as contraindicated,"
              + " and appraise the others; by default it refuses the whole.")
  private boolean reportFailures;

  @Option(
      names = "--lenient",
      description = "Accept the documented deviations of evidence and CoRIMs.")
  private boolean lenient;

  /** The evidence, once it was read. */
  private Bytes received = Bytes.EMPTY;

  /** What was remarked of the CoRIMs, or left out of them. */
  private List<Finding> remarks = List.of();

  /** The forms of a result. */
  enum ResultForm {
    jwt,
    cwt
  }

  AppraiseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Clock clock = at == null ? console.clock() : Clock.fixed(at, ZoneOffset.UTC);
    try {
      Signing signing = KeyFiles.signing(signKey, Optional.empty(), console);
      Verifier verifier = verifier(clock);
      AttestationResult result = verifier.appraise(request());
      if (!explain) {
        CorimStoreOptions.remark(remarks, console);
      }
      write(result, signing);
      return result.status() == TrustTier.AFFIRMING ? ExitCode.OK : ExitCode.REJECTED;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      CorimStoreOptions.remark(remarks, console);
      // A wrong use of several files names its own.
      Failure failure = console.fail(e instanceof UsageException ? "" : evidence, e);
      AppraisalHints hints = new AppraisalHints(console);
      hints.print(e);
      if (explain) {
        hints.explain(e, received, Optional.ofNullable(nonce), clock);
      }
      return failure.exit();
    }
  }

  private AppraisalRequest request() throws IOException, DecodingException, UsageException {
    received = InputFiles.read(evidence, console);
    AppraisalRequest.Builder request = AppraisalRequest.builder(received);
    if (type != null) {
      try {
        request.type(MediaType.of(type));
      } catch (IllegalArgumentException e) {
        throw new UsageException("not a media type: --type");
      }
    }
    if (nonce != null) {
      request.nonce(nonce);
    }
    if (maxAge != null) {
      request.maxAge(maxAge);
    }
    if (channel != null) {
      request.receivedOver(channel);
    }
    if (nonce == null && maxAge == null) {
      console.remark(NOT_FRESH);
      request.freshnessHandledElsewhere();
    }
    return request.build();
  }

  private Verifier verifier(Clock clock) throws Exception {
    CorimStore store = corims.store(lenient, clock, console);
    remarks = corims.inFiles(store.diagnostics());
    Verifier.Builder verifier = Verifier.builder(ID).clock(clock).store(store);
    PkixHandler hsm = PkixHandler.of(HsmTrust.TYPE);
    Optional<TrustAnchors> anchors = KeyFiles.trustAnchors(anchorFiles, console);
    anchors.ifPresent(verifier::trustAnchors);
    if (!keyFiles.isEmpty()) {
      NamedKeys keys = new NamedKeys(KeyFiles.verificationKeys(keyFiles, console));
      verifier.keys(keys);
      hsm = hsm.expecting(HsmTrust.of(keys, anchors).build());
    }
    verifier.handlers(hsm, new CcaHandler(), EatHandler.standard());
    if (lenient) {
      verifier.lenient();
    }
    if (reportFailures) {
      verifier.reportFailures();
    }
    Set<Long> allowed = new HashSet<>(EatExpectations.DEFAULT_ALGORITHMS);
    algorithms.stream().map(AlgorithmName::algorithm).forEach(allowed::add);
    return policy(verifier.algorithms(allowed)).build();
  }

  private Verifier.Builder policy(Verifier.Builder verifier) throws OptionFileException {
    if (policyFile == null) {
      return verifier;
    }
    try {
      return verifier.policy(PolicyRules.decode(InputFiles.read(policyFile, console)));
    } catch (IOException | DecodingException e) {
      throw new OptionFileException(policyFile, e);
    }
  }

  private void write(AttestationResult result, Signing signing)
      throws IOException, GeneralSecurityException, UsageException {
    boolean text = to == ResultForm.jwt;
    if (!text) {
      console.refuseBinaryOnTerminal(output);
    }
    Bytes token = result.sign(text ? Encoding.JSON : Encoding.CBOR, signing.signer());
    boolean shown = text && output.equals("-") && console.terminal();
    InputFiles.write(shown ? token.concat(Bytes.ofUtf8("\n")) : token, output, console);
    if (audit != null) {
      InputFiles.write(new JsonWriter().writeValue(result.toJson()).toBytes(), audit, console);
    }
    if (explain) {
      String explained = result.describe() + corims.describe();
      for (String line : (Iterable<String>) explained.lines()::iterator) {
        (output.equals("-") ? console.err() : console.out()).print(TerminalText.safe(line) + "\n");
      }
    }
  }
}
