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
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

class DemoTest {
  private static final String MAIN = "org.rats4j.cli.Main";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");

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
        public void message(String name, Bytes message) {
          messages.put(name, message);
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

  private Demo demo(Software software, Reference reference) {
    return new Demo(software, reference, MAIN, CLOCK, watcher);
  }

  @Test
  void acceptsWhatIsAsRecorded() throws Exception {
    Software software = jars();

    RelyingParty.Decision decision = demo(software, recorded(software)).run();

    assertTrue(decision.accepted(), decision.reasons().toString());
    assertEquals("runtime is affirming", decision.reasons().get(0));
  }

  @Test
  void rejectsAProcessThatRunsFromAChangedFileAndNamesIt() throws Exception {
    Software software = jars();

    RelyingParty.Decision decision = demo(software, recorded(software)).runTampered();

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

    RelyingParty.Decision decision = demo(software, new Reference(digests)).run();

    assertFalse(decision.accepted());
    assertTrue(decision.reasons().contains("not part of the build: " + removed));
    assertTrue(decision.reasons().contains("missing: was-there.jar"));
  }

  @Test
  void handsOutPublicKeysAndEveryMessage() throws Exception {
    Software software = jars();

    demo(software, recorded(software)).run();

    assertEquals(
        List.of(
            "attester-key.pem",
            "ear.jwt",
            "endorser-key.pem",
            "evidence.cmw",
            "evidence.cwt",
            "nonce.json",
            "reference.corim",
            "reference.json",
            "verifier-key.pem"),
        messages.keySet().stream().sorted().toList());
    assertEquals(recorded(software), Reference.decode(messages.get("reference.json")));
  }

  @Test
  void refusesEvidenceOfAnotherKeyOrForAnotherNonce() throws Exception {
    KeyPair key = newKey();
    KeyPair other = newKey();
    Software software = new Software(List.of());
    Bytes evidence =
        new Attester(
                Signers.of(key.getPrivate(), Algorithms.ES256),
                Bytes.of(1),
                software,
                Machine.running())
            .attest(NONCE);

    VerificationException badKey =
        assertThrows(
            VerificationException.class, () -> verifier(other, key).appraise(evidence, NONCE));
    VerificationException badNonce =
        assertThrows(
            VerificationException.class,
            () -> verifier(key, other).appraise(evidence, Bytes.ofHex("0011223344556677")));

    assertEquals(VerificationException.Reason.BAD_SIGNATURE, badKey.reason());
    assertEquals(VerificationException.Reason.NONCE_MISMATCH, badNonce.reason());
  }

  @Test
  void refusesAResultForAnotherNonce() throws Exception {
    KeyPair attesterKey = newKey();
    KeyPair verifierKey = newKey();
    RelyingParty relyingParty =
        new RelyingParty(
            VerificationKey.of(verifierKey.getPublic()), new java.security.SecureRandom(), CLOCK);
    Attester attester =
        new Attester(
            Signers.of(attesterKey.getPrivate(), Algorithms.ES256),
            Bytes.of(1),
            new Software(List.of()),
            Machine.running());
    Bytes nonce = relyingParty.challenge();
    Bytes ear = verifier(attesterKey, verifierKey).appraise(attester.attest(nonce), nonce).ear();
    relyingParty.challenge();

    VerificationException e =
        assertThrows(VerificationException.class, () -> relyingParty.decide(ear));

    assertEquals(VerificationException.Reason.NONCE_MISMATCH, e.reason());
  }

  private static Verifier verifier(KeyPair attesterKey, KeyPair ownKey) throws Exception {
    Reference reference = new Reference(new TreeMap<>(Map.of("a.jar", Bytes.copyOf(new byte[32]))));
    KeyPair endorserKey = newKey();
    return new Verifier(
        VerificationKey.of(attesterKey.getPublic()),
        VerificationKey.of(endorserKey.getPublic()),
        new Endorser(Signers.of(endorserKey.getPrivate(), Algorithms.ES256)).endorse(reference),
        Signers.of(ownKey.getPrivate(), Algorithms.ES256),
        CLOCK);
  }

  private static KeyPair newKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
