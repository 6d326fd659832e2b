package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;

/** The command on the signed vectors of all areas, with their keys. */
class VerifyVectorsTest {
  private static final Set<String> KINDS =
      Set.of(
          "cose",
          "jws",
          "cwt",
          "jwt",
          "deb",
          "psa-token",
          "cca-token",
          "ear",
          "signed-cmw",
          "signed-corim",
          "eat");

  /** What the command has no option for: data beside the message, or more than one key file. */
  private static final List<String> NOT_EXPRESSIBLE =
      List.of(
          "external_aad",
          "detached_payload",
          "keys",
          "options",
          "message",
          "registerProfiles",
          "detachedPayload",
          "preimage",
          "detachedDigestOf");

  /** Its x5chain holds something else, which core refuses whatever the key is. */
  private static final String CHAIN_OF_NO_CERTIFICATE = "cose-extra-headers.cose";

  @TestFactory
  Stream<DynamicTest> acceptWhatIsRightAndRefuseWhatIsNot() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String area : List.of("core", "cmw", "eat", "ear", "corim")) {
      for (JsonObject entry : Vectors.entries(area)) {
        boolean expressible = NOT_EXPRESSIBLE.stream().allMatch(it -> entry.get(it).isEmpty());
        if (KINDS.contains(Vectors.text(entry, "kind"))
            && entry.get("verifies").orElse(null) instanceof JsonBoolean verifies
            && expressible
            && !Vectors.text(entry, "file").equals(CHAIN_OF_NO_CERTIFICATE)) {
          tests.add(
              DynamicTest.dynamicTest(
                  area + " " + Vectors.text(entry, "file"),
                  () -> check(area, entry, verifies.value())));
        }
      }
    }
    return tests.stream();
  }

  private static void check(String area, JsonObject entry, boolean verifies) throws Exception {
    Path folder = Vectors.folder().resolve(area);
    boolean anchored = entry.get("trust_anchor").isPresent();
    String trusted =
        folder.resolve(Vectors.text(entry, anchored ? "trust_anchor" : "key")).toString();
    String file = folder.resolve(Vectors.text(entry, "file")).toString();
    String at =
        Instant.ofEpochSecond(
                entry.get("clock").orElse(null) instanceof JsonNumber clock
                    ? Long.parseLong(clock.lexeme())
                    : 1700000100)
            .toString();

    String kind = kind(entry);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "verify",
                "--as",
                kind,
                "--alg",
                "HMAC256/64",
                anchored ? "--trust-anchor" : "--key",
                trusted,
                "--at",
                anchored ? "2026-11-21T12:00:00Z" : area.equals("corim") ? corimTime(file) : at));
    if (entry.get("innerKey").isPresent()) {
      arguments.addAll(
          List.of("--key", folder.resolve(Vectors.text(entry, "innerKey")).toString()));
    }
    arguments.add(file);
    Run run = Run.of(arguments.toArray(String[]::new));

    boolean valid = Vectors.text(entry, "expect").equals("valid");
    if (valid && verifies) {
      assertEquals(0, run.exit(), run.err());
    } else if (!verifies || kind.matches("(psa|cca)-token|deb")) {
      assertNotEquals(0, run.exit(), file);
    }
  }

  /** In the area of manifests all tokens are of one kind, whatever they are. */
  private static String kind(JsonObject entry) {
    String kind = Vectors.text(entry, "kind");
    String file = Vectors.text(entry, "file");
    return !kind.equals("eat") ? kind : file.contains("psa") ? "psa-token" : "cca-token";
  }

  /** Returns a time at which the signature counts. */
  private static String corimTime(String file) {
    return file.contains("corim/signed/") ? "2026-06-01T00:00:00Z" : "2024-01-01T00:00:00Z";
  }
}
