package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.cli.demo.SoftHsm;

/** {@code rats demo}: each variant over real TLS, with the attester in a process of its own. */
@Timeout(120)
class DemoCommandTest {
  private static final String SECRET = "the key of the customer database";

  @TempDir private static Path folder;

  private static String reference;

  @BeforeAll
  static void recordWhatWeRunFrom() throws Exception {
    Path file = folder.resolve("reference.json");
    Files.write(file, Run.of("demo-reference").bytes());
    reference = file.toString();
  }

  private static Run demo(String variant, String... more) {
    List<String> arguments = new ArrayList<>(List.of("demo", "--reference", reference));
    Stream.of(variant.split(" ")).filter(word -> !word.isEmpty()).forEach(arguments::add);
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--no-hsm --model passport", "--no-hsm --attester client", "--attester both"})
  void acceptsAnAttesterThatIsAsBuilt(String variant) {
    Run run = demo(variant);

    assertEquals("", run.err());
    assertEquals(ExitCode.OK, run.exit(), run.out());
    assertTrue(run.out().contains("ACCEPT\n"), run.out());
    assertTrue(run.out().contains("sent \"" + SECRET), run.out());
    assertTrue(run.out().contains("runtime is affirming"), run.out());
  }

  @Test
  void saysOfBothWhyTheyAreAccepted() {
    Run run = demo("--attester both --model passport");

    assertTrue(run.out().contains("  server: runtime is affirming\n"), run.out());
    assertTrue(run.out().contains("  client: runtime is affirming\n"), run.out());
  }

  @Test
  void attestsTheKeyInATokenIfThereIsSoftHsm() {
    Assumptions.assumeTrue(SoftHsm.find().isPresent(), "SoftHSM 2 is not installed");

    Run run = demo("--hsm --attester client --model passport");

    assertEquals("", run.err());
    assertEquals(ExitCode.OK, run.exit(), run.out());
    assertTrue(run.out().contains("made the key of its authenticators in a token"), run.out());
    assertTrue(run.out().contains("the key was made there and cannot leave"), run.out());
    assertTrue(run.out().contains("  hsm is affirming\n"), run.out());
  }

  @Test
  void saysThatThereIsNoKeyAttestation() {
    Run run = demo("--no-hsm");

    assertEquals(ExitCode.OK, run.exit(), run.out());
    assertTrue(run.out().contains("without key attestation"), run.out());
    assertFalse(run.out().contains("hsm is"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--tamper", "--no-hsm --tamper --attester client --model passport"})
  void rejectsAnAttesterOfWhichAFileWasChanged(String variant) {
    Run run = demo(variant);

    assertEquals("", run.err());
    assertEquals(ExitCode.REJECTED, run.exit(), run.out());
    assertTrue(run.out().contains("REJECT\n"), run.out());
    assertTrue(run.out().contains("runtime is contraindicated"), run.out());
    assertTrue(run.out().contains("  changed since the build: "), run.out());
    assertFalse(run.out().contains("sent \"" + SECRET), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--relay",
        "--relay --model passport",
        "--relay --no-hsm --attester client",
        "--relay --no-hsm --attester both"
      })
  void refusesWhatTheAttesterMadeForAnotherConnection(String variant) {
    Run run = demo(variant);

    assertEquals("", run.err());
    assertEquals(ExitCode.REJECTED, run.exit(), run.out());
    assertTrue(run.out().contains("REJECT\n"), run.out());
    assertTrue(run.out().contains("over another connection: authenticator request"), run.out());
    assertTrue(run.out().contains("with an authenticator of its own, in it the"), run.out());
    assertTrue(run.out().contains("made for another connection than this one"), run.out());
    assertTrue(run.out().contains("NONCE_MISMATCH at "), run.out());
    assertFalse(run.out().contains("sent \"" + SECRET), run.out());
  }

  @Test
  void keepsMessagesThatTheOtherCommandsRead() throws Exception {
    Path kept = folder.resolve("kept");

    Run run = demo("", "--keep", kept.toString());

    assertEquals(ExitCode.OK, run.exit(), run.err());
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        assertEquals(ExitCode.OK, Run.of("inspect", file.toString()).exit(), file.toString());
      }
    }
    String nonce = Files.readString(kept.resolve("nonce.json")).replaceAll("[^0-9a-f]+", " ");
    String[] words = nonce.strip().split(" ");
    Run verified =
        Run.of(
            "verify",
            "--key",
            kept.resolve("attester-key.pem").toString(),
            "--nonce",
            words[words.length - 1],
            kept.resolve("evidence.cwt").toString());
    assertEquals(ExitCode.OK, verified.exit(), verified.err());
  }

  @Test
  void drawsTheRunOnAPage() throws Exception {
    Path page = folder.resolve("relay.html");

    Run run = demo("--relay", "--html", page.toString());

    assertEquals(ExitCode.REJECTED, run.exit(), run.err());
    String html = Files.readString(page);
    for (String drawn :
        List.of(
            "<span class=\"role\">Attacker</span>",
            "<h2>Attestation inside of TLS</h2>",
            "TLS 1.3 handshake, certificate",
            "OU=attacker",
            "authenticator, relayed evidence",
            "cmw_attestation",
            "eat_nonce",
            "made for another connection than this one",
            "decision bad\">REJECT")) {
      assertTrue(html.contains(drawn), drawn);
    }
    assertFalse(html.contains(SECRET), "the secret was not sent");
  }

  @Test
  void showsTheSecretOnThePageIfItWasSent() throws Exception {
    Path page = folder.resolve("accepted.html");

    Run run = demo("--model passport --attester both", "--html", page.toString());

    assertEquals(ExitCode.OK, run.exit(), run.err());
    String html = Files.readString(page);
    assertTrue(html.contains(SECRET), html);
    assertTrue(html.contains("authenticator, attestation result"), html);
    assertTrue(html.contains("<span class=\"role\">Server</span>"), html);
    assertFalse(html.contains("Attacker"), html);
  }

  @Test
  void printsStepsAndDecisionAsJson() {
    Run run = demo("--relay --json");

    List<String> lines = run.out().lines().toList();
    assertEquals(ExitCode.REJECTED, run.exit());
    assertTrue(lines.get(0).startsWith("{\"step\":1,\"role\":\"endorser\""), run.out());
    assertTrue(lines.get(lines.size() - 1).startsWith("{\"decision\":\"REJECT\""), run.out());
  }

  @Test
  void refusesOptionsThatDoNotGoTogether() {
    assertEquals(ExitCode.USAGE, demo("--relay --tamper").exit());
    assertEquals(ExitCode.USAGE, demo("--model none").exit());
    assertEquals(ExitCode.USAGE, Run.of("demo", "--reference", "nowhere.json").exit());
  }
}
