package org.rats4j.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.cli.demo.Scenario.Attack;
import org.rats4j.cli.demo.Scenario.Side;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.expat.AttestationModel;
import org.rats4j.expat.BinderRequest;
import org.rats4j.expat.BinderValues;
import org.rats4j.expat.tls.SuiteHash;

class DemoTest {
  private static final String MAIN = "org.rats4j.cli.Main";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final Bytes BINDER = Bytes.ofHex("00112233445566778899aabbccddeeff");

  @TempDir private Path folder;

  private final Map<String, Bytes> messages = new HashMap<>();
  private final List<String> steps = new ArrayList<>();

  private final Watcher watcher =
      new Watcher() {
        @Override
        public void step(String role, String text) {
          steps.add(role + ": " + text);
        }

        @Override
        public void enter(Stretch stretch) {}

        @Override
        public void objection(String role, String text) {
          step(role, text);
        }

        @Override
        public void data(String from, String to, String text) {
          step(from, "sent \"" + text + "\"");
        }

        @Override
        public void message(Message message) {
          messages.put(message.file(), message.content());
        }

        @Override
        public void extra(String file, Bytes content) {
          messages.put(file, content);
        }
      };

  /** What this test runs from, as jars: the folders with classes are packed. */
  private Software jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path entry : Software.running().entries()) {
      if (Files.isDirectory(entry)) {
        jars.add(packed(entry));
      } else if (!entry.getFileName().toString().startsWith("surefire")) {
        jars.add(entry);
      }
    }
    return new Software(jars);
  }

  private Path packed(Path classes) throws IOException {
    String module = classes.getParent().getParent().getFileName().toString();
    Path jar = folder.resolve("rats4j-" + module + "-" + classes.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        zip.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static Reference recorded(Software software) throws IOException {
    return new Reference(software.digests());
  }

  private static Scenario scenario(Attack attack) {
    return new Scenario(AttestationModel.BACKGROUND_CHECK, Side.SERVER, attack);
  }

  private Demo demo(Software software, Reference reference) {
    return new Demo(software, reference, MAIN, Optional.empty(), CLOCK, watcher);
  }

  @Test
  void acceptsWhatIsAsRecorded() throws Exception {
    Software software = jars();

    Decision decision = demo(software, recorded(software)).run(scenario(Attack.NONE));

    assertTrue(decision.accepted(), decision.reasons().toString());
    assertEquals("runtime is affirming", decision.reasons().get(0));
  }

  @Test
  void rejectsAProcessThatRunsFromAChangedFileAndNamesIt() throws Exception {
    Software software = jars();

    Decision decision = demo(software, recorded(software)).run(scenario(Attack.TAMPER));

    assertFalse(decision.accepted());
    List<String> changed =
        decision.reasons().stream().filter(reason -> reason.contains("changed")).toList();
    // A folder with classes before the package phase, the jar of core after it.
    String core =
        software.digests().keySet().stream()
            .filter(name -> name.startsWith("rats4j-core"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("changed since the build: " + core), changed);
  }

  @Test
  void rejectsFilesThatNobodyRecordedAndMissesThoseThatAreGone() throws Exception {
    Software software = jars();
    TreeMap<String, Bytes> digests = new TreeMap<>(recorded(software).digests());
    String removed = digests.firstKey();
    digests.put("was-there.jar", digests.remove(removed));

    Decision decision = demo(software, new Reference(digests)).run(scenario(Attack.NONE));

    assertFalse(decision.accepted());
    assertTrue(decision.reasons().contains("not part of the build: " + removed));
    assertTrue(decision.reasons().contains("missing: was-there.jar"));
  }

  @Test
  void handsOutPublicKeysAndEveryMessage() throws Exception {
    Software software = jars();

    demo(software, recorded(software)).run(scenario(Attack.NONE));

    assertEquals(
        List.of(
            "attester-authenticator.tls",
            "attester-key.pem",
            "ear.jwt",
            "endorser-key.pem",
            "evidence.cmw",
            "evidence.cwt",
            "nonce.json",
            "reference.corim",
            "reference.json",
            "relying-party-request.tls",
            "relying-party-verdict.tls",
            "tls-certificate.pem",
            "verifier-key.pem"),
        messages.keySet().stream().sorted().toList());
    assertEquals(recorded(software), Reference.decode(messages.get("reference.json")));
  }

  @Test
  void sendsTheSecretToAnAttesterThatIsAcceptedAndToNobodyElse() throws Exception {
    Software software = jars();
    String sent = "relying party: sent \"" + Conversation.SECRET + "\"";

    demo(software, recorded(software)).run(scenario(Attack.NONE));
    List<String> accepted = List.copyOf(steps);
    steps.clear();
    demo(software, recorded(software)).run(scenario(Attack.TAMPER));

    assertTrue(accepted.contains(sent), accepted.toString());
    assertEquals("attester: sent \"thank you for 40 characters\"", last(accepted));
    assertFalse(steps.contains(sent), steps.toString());
    assertTrue(last(steps).contains("closed the connection"), steps.toString());
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  @Test
  void refusesEvidenceOfAnotherKeyOrForAnotherConnection() throws Exception {
    KeyPair key = Certificates.newKey();
    KeyPair other = Certificates.newKey();
    Bytes evidence = evidence(key, BINDER);

    VerificationException badKey =
        assertThrows(
            VerificationException.class, () -> verifier(other, key).appraise(evidence, BINDER));
    VerificationException badBinder =
        assertThrows(
            VerificationException.class,
            () -> verifier(key, other).appraise(evidence, Bytes.ofHex("0011223344556677")));

    assertEquals(VerificationException.Reason.BAD_SIGNATURE, badKey.reason());
    assertEquals(VerificationException.Reason.NONCE_MISMATCH, badBinder.reason());
  }

  @Test
  void refusesAResultForAnotherConnectionAndSaysSo() throws Exception {
    KeyPair attesterKey = Certificates.newKey();
    KeyPair verifierKey = Certificates.newKey();
    Bytes ear =
        verifier(attesterKey, verifierKey).appraise(evidence(attesterKey, BINDER), BINDER).ear();
    RelyingParty relyingParty =
        new RelyingParty(
            AttestationModel.BACKGROUND_CHECK,
            (evidence, nonce) -> ear,
            VerificationKey.of(verifierKey.getPublic()),
            CLOCK);
    Cmw any = CmwRecord.of(MediaType.of("text/plain"), Bytes.of(1));

    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> relyingParty.appraise(any, request(Bytes.ofHex("0011223344556677"))));

    assertEquals(VerificationException.Reason.NONCE_MISMATCH, e.reason());
    assertFalse(relyingParty.decision().accepted());
    assertTrue(relyingParty.decision().reasons().get(0).startsWith("NONCE_MISMATCH at "));
  }

  private static Bytes evidence(KeyPair key, Bytes binder) throws Exception {
    return new Attester(
            Signers.of(key.getPrivate(), Algorithms.ES256),
            new Software(List.of()),
            Machine.running())
        .attest(request(binder))
        .encode(CmwForm.CBOR);
  }

  private static BinderRequest request(Bytes binder) throws Exception {
    KeyPair leaf = Certificates.newKey();
    return new BinderRequest(
        new BinderValues(binder, binder, binder),
        Bytes.of(1),
        SuiteHash.SHA256,
        Certificates.selfSigned(
            "attester", leaf.getPublic(), Signers.of(leaf.getPrivate(), Algorithms.ES256), CLOCK));
  }

  private static Verifier verifier(KeyPair attesterKey, KeyPair ownKey) throws Exception {
    Reference reference = new Reference(new TreeMap<>(Map.of("a.jar", Bytes.copyOf(new byte[32]))));
    KeyPair endorserKey = Certificates.newKey();
    return new Verifier(
        List.of(VerificationKey.of(attesterKey.getPublic())),
        List.of(),
        VerificationKey.of(endorserKey.getPublic()),
        new Endorser(Signers.of(endorserKey.getPrivate(), Algorithms.ES256)).endorse(reference),
        Signers.of(ownKey.getPrivate(), Algorithms.ES256),
        CLOCK);
  }
}
