package org.rats4j.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedSocket;

/**
 * A run of the roles of RFC 9334 over attested TLS: the relying party asks over a connection, the
 * attester answers for that very connection, the verifier appraises, the relying party decides.
 * Only then the connection carries data.
 *
 * <p>This class plays the factory: it sees to it that each knows the public keys of the others.
 */
public final class Demo {
  private static final String ATTESTER = "attester";
  private static final String RELYING_PARTY = "relying party";
  private static final String VERIFIER = "verifier";
  private static final String ENDORSER = "endorser";

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

  /**
   * Runs it.
   *
   * @throws RatsException if a message is not as it should be, and that is not what was to be shown
   * @throws IOException if a file cannot be read or the process of the attester fails
   * @throws GeneralSecurityException if there is no P-256 here
   */
  public Decision run(Scenario scenario)
      throws RatsException, IOException, GeneralSecurityException {
    if (scenario.attack() != Scenario.Attack.TAMPER) {
      try (AttesterProcess process = AttesterProcess.start(software, main)) {
        return run(scenario, process);
      }
    }
    Path folder = Files.createTempDirectory("rats-demo");
    try {
      Software copy = software.copyTo(folder);
      String changed = copy.tamper("rats4j-core");
      try (AttesterProcess process = AttesterProcess.start(copy, main)) {
        watcher.step(
            ATTESTER, "starts from a copy of its files, of which somebody changed " + changed);
        return run(scenario, process);
      }
    } finally {
      delete(folder);
    }
  }

  private Decision run(Scenario scenario, AttesterProcess process)
      throws RatsException, IOException, GeneralSecurityException {
    watcher.phase(Watcher.Phase.PROVISIONING);
    KeyPair verifierKey = Certificates.newKey();
    KeyPair endorserKey = Certificates.newKey();
    Bytes endorsement =
        new Endorser(Signers.of(endorserKey.getPrivate(), Algorithms.ES256)).endorse(reference);
    watcher.extra("reference.json", reference.encode());
    watcher.extra("endorser-key.pem", Certificates.pem(endorserKey.getPublic()));
    watcher.extra("verifier-key.pem", Certificates.pem(verifierKey.getPublic()));
    watcher.message(
        new Watcher.Message(
            ENDORSER, VERIFIER, "signed CoRIM: reference values", "reference.corim", endorsement));
    watcher.step(
        ENDORSER,
        "signed a CoRIM of what the build recorded: "
            + endorsement.size()
            + " bytes, "
            + reference.digests().size()
            + " files");

    Enrolment attester =
        process.enrol(
            new Order(
                scenario.attester(),
                scenario.model(),
                clock.instant(),
                0,
                List.of(),
                0,
                Bytes.copyOf(verifierKey.getPublic().getEncoded())));
    watcher.message(
        new Watcher.Message(
            ATTESTER,
            VERIFIER,
            "public attestation key",
            "attester-key.pem",
            Certificates.pem(attester.attestationKey())));
    watcher.step(
        ATTESTER,
        "runs as process "
            + attester.process()
            + " from "
            + attester.files()
            + " files; made its keys, which never leave it");

    Verifier verifier =
        new Verifier(
            List.of(VerificationKey.of(attester.attestationKey())),
            VerificationKey.of(endorserKey.getPublic()),
            endorsement,
            Signers.of(verifierKey.getPrivate(), Algorithms.ES256),
            clock);
    RelyingParty relyingParty =
        new RelyingParty(
            scenario.model(),
            watched(verifier, RELYING_PARTY),
            VerificationKey.of(verifierKey.getPublic()),
            clock);
    Endpoint client = Endpoint.of(RELYING_PARTY, clock, this::handshake);
    AttestationConfig config =
        Endpoint.config(scenario.model())
            .requireAttestation(client.knowing(attester.certificates()), relyingParty)
            .listener(new Wire(RELYING_PARTY, ATTESTER, watcher))
            .build();
    watcher.phase(Watcher.Phase.HANDSHAKE);
    try (AttestedSocket socket = client.connect(attester.port(), attester.certificates(), config)) {
      watcher.phase(Watcher.Phase.DATA);
      watcher.step(RELYING_PARTY, "the EAR is right for this connection and this key: opens it");
      String answer = Conversation.ask(socket);
      watcher.step(RELYING_PARTY, "sent \"" + Conversation.SECRET + "\"");
      watcher.step(ATTESTER, "sent \"" + answer + "\"");
    } catch (RatsException e) {
      if (!e.code().equals(org.rats4j.expat.ExpatCodes.APPRAISAL_REJECTED)) {
        throw e;
      }
      watcher.step(RELYING_PARTY, "closed the connection: not a byte of the secret was sent");
    }
    return relyingParty.decision();
  }

  private void handshake(String stack, SSLSession session) {
    watcher.step(
        RELYING_PARTY,
        session.getProtocol()
            + " handshake on loopback is complete: "
            + session.getCipherSuite()
            + ", by "
            + stack
            + "; no data may pass yet");
    watcher.phase(Watcher.Phase.ATTESTATION);
  }

  /** The verifier, as somebody reaches it whose messages we watch. */
  private AppraisalService watched(Verifier verifier, String who) {
    return (evidence, nonce) -> {
      watcher.step(
          who,
          "certificate, signature and Finished are right for this connection; asks the verifier");
      watcher.extra("nonce.json", Bytes.ofUtf8("{\"nonce\":\"" + nonce.toHex() + "\"}\n"));
      watcher.message(
          new Watcher.Message(who, VERIFIER, "evidence, and the binder", "evidence.cmw", evidence));
      watcher.extra("evidence.cwt", Verifier.token(evidence));
      Verifier.Result result = verifier.appraise(evidence, nonce);
      watcher.step(VERIFIER, "signature and binder of the evidence are right");
      watcher.step(VERIFIER, compared(result));
      watcher.step(VERIFIER, "issued a signed EAR as JWT: " + result.ear().size() + " bytes");
      watcher.message(
          new Watcher.Message(VERIFIER, who, "attestation result", "ear.jwt", result.ear()));
      return result.ear();
    };
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
