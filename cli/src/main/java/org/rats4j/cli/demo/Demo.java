package org.rats4j.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A run of the roles in the background-check model (RFC 9334, section 5.2): the relying party asks,
 * the attester answers, the verifier appraises, the relying party decides.
 *
 * <p>This class plays the network and the factory: it makes the keys, hands out the public ones and
 * carries bytes.
 */
public final class Demo {
  private static final Bytes KEY_ID = Bytes.ofUtf8("attester");

  private final Software software;
  private final Reference reference;
  private final String main;
  private final Clock clock;
  private final Watcher watcher;

  /**
   * Creates a demo.
   *
   * @param software what the attester runs from
   * @param reference what the build recorded
   * @param main the class whose main method runs the command
   */
  public Demo(Software software, Reference reference, String main, Clock clock, Watcher watcher) {
    this.software = Objects.requireNonNull(software, "software");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.main = Objects.requireNonNull(main, "main");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.watcher = Objects.requireNonNull(watcher, "watcher");
  }

  /** What makes evidence for a nonce. */
  private interface Evidence {
    Bytes of(Bytes nonce) throws IOException, GeneralSecurityException, DecodingException;
  }

  /**
   * Runs with the attester in this process.
   *
   * @throws RatsException if a message is not as it should be
   * @throws IOException if a file cannot be read
   * @throws GeneralSecurityException if there is no P-256 here
   */
  public RelyingParty.Decision run() throws RatsException, IOException, GeneralSecurityException {
    KeyPair key = newKey();
    Attester attester =
        new Attester(
            Signers.of(key.getPrivate(), Algorithms.ES256), KEY_ID, software, Machine.running());
    watcher.step("attester", "runs from " + software.entries().size() + " files");
    return run(key.getPublic(), attester::attest);
  }

  /**
   * Runs with the attester in a process of its own, which runs from a copy of which one file was
   * changed.
   *
   * @throws RatsException if a message is not as it should be
   * @throws IOException if a file cannot be read or the process fails
   * @throws GeneralSecurityException if there is no P-256 here
   */
  public RelyingParty.Decision runTampered()
      throws RatsException, IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("rats-demo");
    try {
      KeyPair key = newKey();
      Software copy = software.copyTo(folder);
      String changed = copy.tamper("rats4j-core");
      watcher.step(
          "attester",
          "runs from a copy of its "
              + copy.entries().size()
              + " files, of which somebody changed "
              + changed);
      return run(
          key.getPublic(),
          nonce -> AttesterProcess.attest(copy, main, key.getPrivate(), KEY_ID, nonce));
    } finally {
      delete(folder);
    }
  }

  private RelyingParty.Decision run(PublicKey attesterKey, Evidence evidenceFor)
      throws RatsException, IOException, GeneralSecurityException {
    KeyPair verifierKey = newKey();
    SecureRandom random = new SecureRandom();
    KeyPair endorserKey = newKey();
    Bytes endorsement =
        new Endorser(Signers.of(endorserKey.getPrivate(), Algorithms.ES256)).endorse(reference);
    Verifier verifier =
        new Verifier(
            VerificationKey.of(attesterKey),
            VerificationKey.of(endorserKey.getPublic()),
            endorsement,
            Signers.of(verifierKey.getPrivate(), Algorithms.ES256),
            clock);
    RelyingParty relyingParty =
        new RelyingParty(VerificationKey.of(verifierKey.getPublic()), random, clock);
    watcher.message("attester-key.pem", pem(attesterKey));
    watcher.message("endorser-key.pem", pem(endorserKey.getPublic()));
    watcher.message("verifier-key.pem", pem(verifierKey.getPublic()));
    watcher.message("reference.json", reference.encode());
    watcher.message("reference.corim", endorsement);
    watcher.step(
        "endorser",
        "signed a CoRIM of what the build recorded: "
            + endorsement.size()
            + " bytes, "
            + reference.digests().size()
            + " files");

    Bytes nonce = relyingParty.challenge();
    watcher.message("nonce.json", Bytes.ofUtf8("{\"nonce\":\"" + nonce.toHex() + "\"}\n"));
    watcher.step("relying party", "asks for evidence with a new nonce of 32 bytes");

    Bytes evidence = evidenceFor.of(nonce);
    watcher.message("evidence.cmw", evidence);
    watcher.message("evidence.cwt", Verifier.token(evidence));
    watcher.step(
        "attester",
        "measured its files, signed an EAT as CWT, wrapped it in a CMW: "
            + evidence.size()
            + " bytes");

    Verifier.Result result = verifier.appraise(evidence, nonce);
    watcher.message("ear.jwt", result.ear());
    watcher.step("verifier", "signature and nonce of the evidence are right");
    watcher.step("verifier", compared(result));
    watcher.step("verifier", "issued a signed EAR as JWT: " + result.ear().size() + " bytes");

    RelyingParty.Decision decision = relyingParty.decide(result.ear());
    watcher.step("relying party", "signature, nonce and time of the EAR are right");
    return decision;
  }

  private String compared(Verifier.Result result) {
    String same =
        result.recorded()
            + " of "
            + reference.digests().size()
            + " files are as the build recorded";
    return result.changed().isEmpty()
        ? same
        : same + ", not so " + String.join(", ", result.changed());
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static Bytes pem(PublicKey key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return Bytes.ofUtf8("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
