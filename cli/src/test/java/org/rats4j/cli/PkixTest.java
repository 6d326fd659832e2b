package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonObject;

/** Evidence on keys of an HSM, by the vectors. */
class PkixTest {
  private static final String AT = "2026-11-01T00:00:00Z";
  private static final Set<String> KINDS =
      Set.of("pkix-evidence", "csr-pkix-evidence", "cmw-pkix-evidence");

  /** What the command has no option for. */
  private static final List<String> NOT_EXPRESSIBLE =
      List.of("extraCertificates", "resolve", "profile");

  /** It has a media type of its own, and the command takes any. */
  private static final String OTHER_MEDIA_TYPE = "cmw/record-other-media-type.json";

  private static String file(String name) {
    return Vectors.folder().resolve("pkix").resolve(name).toString();
  }

  @TestFactory
  Stream<DynamicTest> acceptsWhatIsRightAndRefusesWhatIsNot() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonObject entry : Vectors.entries("pkix")) {
      String name = Vectors.text(entry, "file");
      if (KINDS.contains(Vectors.text(entry, "kind"))
          && entry.get("verifies").orElse(null) instanceof JsonBoolean verifies
          && !Vectors.text(entry, "anchor").isEmpty()
          && NOT_EXPRESSIBLE.stream().allMatch(it -> entry.get(it).isEmpty())
          && !name.equals(OTHER_MEDIA_TYPE)) {
        tests.add(DynamicTest.dynamicTest(name, () -> check(entry, name, verifies.value())));
      }
    }
    return tests.stream();
  }

  private static void check(JsonObject entry, String name, boolean verifies) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "verify",
                "--as",
                Vectors.text(entry, "kind"),
                "--trust-anchor",
                file(Vectors.text(entry, "anchor")),
                "--at",
                Vectors.text(entry, "at")));
    if (Vectors.text(entry, "expect").equals("lenient")) {
      arguments.add("--lenient");
    }
    if (entry.get("trustedKeys").isPresent()) {
      arguments.addAll(List.of("--key", file("pki/ak-1-spki.der")));
    }
    arguments.add(file(name));

    Run run = Run.of(arguments.toArray(String[]::new));

    assertEquals(verifies, run.exit() == 0, run.err());
  }

  @Test
  void findsOutWhatItIs() {
    assertTrue(Run.of("inspect", file("ok/full.pem")).out().contains("pkix-evidence"));
    assertTrue(Run.of("inspect", file("csr/one-statement.der")).out().contains("csr-pkix-"));
    assertTrue(Run.of("inspect", file("csr/no-attribute.der")).out().contains("pkcs10"));
    assertTrue(Run.of("inspect", file("request/two-keys.der")).out().contains("pkix-request"));
    assertTrue(Run.of("inspect", file("pki/ak-1.pem")).out().contains("x509"));
  }

  @Test
  void showsClaimsByTheirNames() {
    Run run = Run.of("inspect", file("ok/full-explicit-intermediates.der"));

    assertEquals(0, run.exit(), run.err());
    for (String name : List.of("nonce", "fipslevel", "never-extractable", "FIPS 140-3")) {
      assertTrue(run.out().contains(name), run.out());
    }
  }

  @Test
  void judgesByNamedPolicies(@TempDir Path folder) throws Exception {
    Path policy = Files.writeString(folder.resolve("p.json"), "[\"non-exportable\"]");
    String anchor = file("pki/root-ca.pem");

    Run good = verify(anchor, policy, "ok/key-imported.der");
    Run bad = verify(anchor, policy, "ok/two-keys.der");
    Files.writeString(policy, "[\"no-such-policy\"]");
    Run wrong = verify(anchor, policy, "ok/two-keys.der");

    assertEquals(0, good.exit(), good.err());
    assertEquals(4, bad.exit(), bad.err());
    assertTrue(bad.out().contains("POLICY_NON_EXPORTABLE"), bad.out());
    assertEquals(2, wrong.exit(), wrong.err());
  }

  private static Run verify(String anchor, Path policy, String name) {
    return Run.of(
        "verify", "--trust-anchor", anchor, "--at", AT, "--policy", policy.toString(), file(name));
  }

  @Test
  void saysWhichLibraryItCannotLoad(@TempDir Path folder) throws Exception {
    Path pin = Files.writeString(folder.resolve("pin"), "1234");

    Run run =
        Run.of(
            "hsm",
            "attest",
            "--module",
            folder.resolve("none.so").toString(),
            "--token",
            "t",
            "--pin-file",
            pin.toString(),
            "--key",
            "k",
            "--ak",
            "a",
            "--nonce",
            "0011223344556677");

    assertEquals(1, run.exit());
    assertTrue(run.err().contains("library cannot be loaded"), run.err());
  }
}
