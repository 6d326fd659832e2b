package org.rats4j.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Envelope;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.kind.Kinds;
import org.rats4j.cli.kind.Signing;
import org.rats4j.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats sign}: signs claims and other messages. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    header = "Sign claims, or another message, with a private or symmetric key.",
    description = {
      "Reads claims in JSON, in CBOR or in diagnostic notation, checks them as strictly as a"
          + " verifier would, and signs them. In claims that are written as JSON for a CWT,"
          + " eat_nonce is base64url. Without --kind, --to cwt and --to jwt take the file for"
          + " claims of an EAT, --to cose and --to jws sign its bytes as they are, --to pkix adds a"
          + " signature to evidence on HSM keys, --to csr makes a certification request with it."
          + " --kind psa-claims makes a token by the rules of the PSA profile."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats sign --key attester.jwk --to cwt -o token.cwt claims.json",
      "  rats sign --key attester.pem --to jwt claims.json",
      "  rats sign --key verifier.jwk --to jwt --kind ear -o ear.jwt result.json",
      "  rats sign --key attester.jwk --to cose --kind cmw -o signed.cmw evidence.cmw",
      "  echo \"{10: h'0011223344556677', 265: 'tag:example.com,2026:p'}\" | \\",
      "      rats sign --key attester.jwk --to cwt -o token.cwt -",
      "  rats sign --key ak.pem --certificate ak-cert.pem --to pkix -o signed.pem evidence.pem",
      "  rats sign --key presenter.pem --certificate presenter-cert.pem --to pkix \\",
      "      --kind pkix-request -o signed.der request.der",
      "  rats sign --key ca.pem --subject CN=example --to csr -o ca.csr evidence.pem",
      "",
      "Keys are PEM, DER, JWK or COSE_Key.",
      "",
      ExitCode.HELP
    })
final class SignCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The private key, or a symmetric one.")
  private String key = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ENVELOPE",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Envelope to = Envelope.CWT;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindOption.ByName.class,
      completionCandidates = KindOption.Names.class,
      description = "What the file is, such as eat-claims, ear or cmw.")
  private @Nullable Kind kind;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "The certificate of the key, by which evidence on HSM keys names its signers.")
  private @Nullable String certificate;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Who a certificate is requested for, such as CN=example.")
  private @Nullable String subject;

  @Option(
      names = "--alg",
      paramLabel = "NAME",
      converter = AlgorithmName.Converter.class,
      description = "The algorithm, such as ES256; by default what fits the key.")
  private @Nullable AlgorithmName algorithm;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write to this file; standard output by default.")
  private String output = "-";

  @Parameters(paramLabel = "FILE", description = "What to sign; - is standard input.")
  private String file = "-";

  SignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      Content written = new Content(InputFiles.read(file, console));
      Kind signed = kind == null ? Kinds.toSign(to) : kind;
      Content content = Kinds.isOpaque(signed) ? written : written.withoutNotation();
      Bytes message = signed.sign(content, to, signing());
      boolean text = to == Envelope.JWT || to == Envelope.JWS || new Content(message).isPem();
      if (!text) {
        console.refuseBinaryOnTerminal(output);
      }
      boolean shown =
          text
              && !message.isEmpty()
              && message.at(message.size() - 1) != '\n'
              && output.equals("-")
              && console.terminal();
      InputFiles.write(shown ? message.concat(Bytes.ofUtf8("\n")) : message, output, console);
      return ExitCode.OK;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return console.fail(file, e).exit();
    }
  }

  private Signing signing() throws OptionFileException, UsageException {
    Signing signing = KeyFiles.signing(key, Optional.ofNullable(algorithm), console);
    try {
      Optional<X500Principal> wanted = Optional.ofNullable(subject).map(X500Principal::new);
      return signing.with(signerCertificate(), wanted);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--subject is no distinguished name");
    }
  }

  private Optional<Bytes> signerCertificate() throws OptionFileException {
    return certificate == null
        ? Optional.empty()
        : Optional.of(KeyFiles.encodedCertificates(certificate, console).get(0));
  }
}
