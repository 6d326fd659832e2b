package org.rats4j.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.Signing;
import org.rats4j.core.Bytes;
import org.rats4j.core.Findings;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.corim.Corim;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimBuilder;
import org.rats4j.corim.SignerInfo;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats corim sign}: signs an unsigned CoRIM. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    header = "Sign an unsigned CoRIM.",
    description = {
      "The file is read as strictly as a verifier would, and its bytes are signed as they are. Who"
          + " signs is said by --signer, by --meta or by --issuer; the last of these writes CWT"
          + " claims in place of corim-meta, and both may stand together if they name the same.",
      "With --detached the message has no payload, and with --hash the hash of the CoRIM in its"
          + " place: the CoRIM then goes its own way."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats corim sign --key acme.pem --signer \"ACME Ltd.\" -o signed.corim plain.corim",
      "  rats corim sign --key acme.pem --meta meta.json --cert chain.pem -o signed.corim"
          + " plain.corim",
      "  rats corim sign --key acme.pem --issuer acme.example --hash SHA-384 -o hash.cose"
          + " plain.corim",
      "",
      ExitCode.HELP
    })
final class CorimSignCommand implements Callable<Integer> {
  private static final Map<String, Long> HASHES =
      Map.of("SHA-256", CoseHash.SHA_256, "SHA-384", CoseHash.SHA_384, "SHA-512", CoseHash.SHA_512);

  private final Console console;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The private key: PEM, DER, JWK or COSE_Key.")
  private String key = "";

  @Option(
      names = "--alg",
      paramLabel = "NAME",
      converter = AlgorithmName.Converter.class,
      description = "The algorithm, such as ES256; by default what fits the key.")
  private @Nullable AlgorithmName algorithm;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description =
          "Send the certificates in this file along (x5chain), the signer's first. May be given"
              + " several times.")
  private List<String> certificates = List.of();

  @ArgGroup(exclusive = false)
  private SignerOptions signer = new SignerOptions();

  @Option(names = "--detached", description = "Leave the CoRIM out of the message.")
  private boolean detached;

  @Option(
      names = "--hash",
      paramLabel = "NAME",
      description = "Sign the hash of the CoRIM: SHA-256, SHA-384 or SHA-512.")
  private @Nullable String hash;

  @Option(
      names = "--location",
      paramLabel = "URI",
      description = "Where the CoRIM is whose hash is signed.")
  private @Nullable String location;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write to this file; standard output by default.")
  private String output = "-";

  @Option(names = "--lenient", description = "Sign a CoRIM of a profile that nobody knows, too.")
  private boolean lenient;

  @Parameters(paramLabel = "FILE", description = "The unsigned CoRIM; - is standard input.")
  private String file = "-";

  CorimSignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      SignerInfo info = signer.info(console);
      Bytes corim = InputFiles.read(file, console);
      Findings findings = CorimFiles.findings(false);
      Corim.decode(corim, CorimFiles.profiles(lenient), findings);
      SignedCorimBuilder builder = SignedCorim.builder(corim, info);
      form(builder);
      Signing signing = KeyFiles.signing(key, Optional.ofNullable(algorithm), console);
      signing.keyId().ifPresent(builder::keyId);
      List<Bytes> chain = chain();
      if (!chain.isEmpty()) {
        builder.certificateChain(chain);
      }
      console.refuseBinaryOnTerminal(output);
      InputFiles.write(builder.sign(signing.signer()), output, console);
      findings.toList().forEach(it -> console.remark(it.code() + " at " + it.path()));
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      return console.fail(file, new UsageException(String.valueOf(e.getMessage()))).exit();
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return console.fail(file, e).exit();
    }
  }

  private void form(SignedCorimBuilder builder) throws UsageException {
    if (detached && hash != null) {
      throw new UsageException("--detached and --hash do not go together");
    }
    if (location != null && hash == null) {
      throw new UsageException("--location needs --hash");
    }
    if (detached) {
      builder.detached();
    }
    if (hash != null) {
      Long number = HASHES.get(hash);
      if (number == null) {
        throw new UsageException("unknown hash; known: SHA-256, SHA-384, SHA-512");
      }
      if (location == null) {
        builder.hashEnvelope(number);
      } else {
        builder.hashEnvelope(number, location);
      }
    }
  }

  private List<Bytes> chain() throws OptionFileException {
    List<Bytes> chain = new ArrayList<>();
    for (String name : certificates) {
      chain.addAll(KeyFiles.encodedCertificates(name, console));
    }
    return chain;
  }

  /** The options that say who signs. */
  static final class SignerOptions {
    @Option(
        names = "--meta",
        paramLabel = "FILE",
        description = "Who signs and until when, as JSON template.")
    private @Nullable String meta;

    @Option(names = "--signer", paramLabel = "NAME", description = "The name of who signs.")
    private @Nullable String signer;

    @Option(names = "--signer-uri", paramLabel = "URI", description = "The URI of who signs.")
    private @Nullable String uri;

    @Option(
        names = "--issuer",
        paramLabel = "NAME",
        description = "The name of who signs, as CWT claim.")
    private @Nullable String issuer;

    @Option(
        names = "--not-before",
        paramLabel = "INSTANT",
        description = "From when on the signature counts.")
    private @Nullable Instant notBefore;

    @Option(
        names = "--not-after",
        paramLabel = "INSTANT",
        description = "Until when the signature counts, such as 2027-01-31T12:00:00Z.")
    private @Nullable Instant notAfter;

    SignerInfo info(Console console) throws Exception {
      return new SignerWords(meta, signer, uri, issuer, notBefore, notAfter).info(console);
    }
  }
}
