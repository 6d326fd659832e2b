package org.rats4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.hsm.KeyQuestions;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.pkix.hsm.Attester;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Module;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rats hsm attest}: evidence on keys of a PKCS #11 token, signed by a key in the token. */
@Command(
    name = "attest",
    mixinStandardHelpOptions = true,
    header = "Write evidence on keys of a PKCS #11 token, signed by a key in the token.",
    description = {
      "Reports what the token says of each --key, and leaves out what it does not say. The evidence"
          + " is as good as this host: whoever controls it can make it say anything.",
      "The PIN is read from the file --pin-file, - being standard input."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats hsm attest --module /usr/lib/softhsm/libsofthsm2.so --token production \\",
      "      --pin-file pin --key ca --ak ak --ak-certificate ak.pem \\",
      "      --nonce 00112233445566778899aabbccddeeff -o evidence.pem",
      "  rats verify --trust-anchor root.pem --nonce 00112233445566778899aabbccddeeff"
          + " evidence.pem",
      "",
      ExitCode.HELP
    })
final class HsmAttestCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--module",
      required = true,
      paramLabel = "LIBRARY",
      description = "The PKCS #11 library of the maker.")
  private String module = "";

  @Option(names = "--token", required = true, paramLabel = "LABEL", description = "The token.")
  private String token = "";

  @Option(
      names = "--pin-file",
      required = true,
      paramLabel = "FILE",
      description = "Where the PIN of its user stands.")
  private String pinFile = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "ID",
      description =
          "A key to attest, by its CKA_ID in hexadecimal or its label. May be given several times.")
  private List<String> keys = List.of();

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "ID",
      description = "The attestation key, which should sign nothing else.")
  private String attestationKey = "";

  @Option(
      names = "--ak-certificate",
      paramLabel = "FILE",
      description = "Its certificate; without it the verifier has to know the key.")
  private @Nullable String certificate;

  @Option(
      names = "--alg",
      paramLabel = "NAME",
      converter = AlgorithmName.Converter.class,
      description = "What the attestation key signs with; ES256 by default.")
  private @Nullable AlgorithmName algorithm;

  @Option(
      names = "--nonce",
      required = true,
      paramLabel = "HEX",
      converter = NonceOption.class,
      description = "The nonce of the verifier.")
  private Bytes nonce = Bytes.EMPTY;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write PEM to this file; standard output by default.")
  private String output = "-";

  HsmAttestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SilentTokenLog.install();
    try (Pkcs11Module loaded = Pkcs11Module.load(module);
        Pkcs11Token opened = loaded.token(token, pin())) {
      UnverifiedEvidence evidence =
          Attester.builder()
              .platform(opened.platform())
              .keys(opened.keys(EvidenceOids.PLACEHOLDER))
              .signer(signer(opened))
              .build()
              .answer(KeyQuestions.about(keys, nonce));
      InputFiles.write(Bytes.ofUtf8(evidence.toPem()), output, console);
      return ExitCode.OK;
    } catch (GeneralSecurityException e) {
      return console.fail(token, new IOException(e.getMessage(), e)).exit();
    } catch (VerificationException e) {
      return console.fail(token, new UsageException(String.valueOf(e.getMessage()))).exit();
    } catch (Exception | UnsatisfiedLinkError e) {
      return console.fail(token, e).exit();
    }
  }

  private char[] pin() throws IOException, DecodingException {
    byte[] text = InputFiles.read(pinFile, console).toByteArray();
    return new String(text, StandardCharsets.UTF_8).strip().toCharArray();
  }

  private EvidenceSigner signer(Pkcs11Token opened)
      throws GeneralSecurityException, OptionFileException, UsageException {
    long number = algorithm == null ? Algorithms.ES256 : algorithm.algorithm();
    Signer signer = opened.signer(attestationKey, number);
    if (certificate == null) {
      PublicKeyInfo key =
          opened
              .publicKey(attestationKey)
              .orElseThrow(() -> new UsageException("token does not have the public key of --ak"));
      return EvidenceSigner.ofPublicKey(key, signer);
    }
    return EvidenceSigner.ofCertificate(
        KeyFiles.encodedCertificates(certificate, console).get(0), signer);
  }
}
