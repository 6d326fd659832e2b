package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

class VerifyPolicyTest {
  private static final String CLAIMS =
      """
      {"eat_profile":"tag:ietf.org,2026:rats/ear#04","iat":1795262400,
       "ear_verifier_id":{"developer":"https://d.example","build":"1.0"},
       "submods":{"host":{"ear_status":"warning",
         "ear_trustworthiness_vector":{"executables":33,"hardware":2}}}}
      """; // 12:00 of the test's day

  @TempDir private Path folder;

  private Run verify(String policy, String... more) throws Exception {
    Keys keys = Keys.in(folder);
    String claims = Files.writeString(folder.resolve("ear.json"), CLAIMS).toString();
    String token = folder.resolve("ear.jwt").toString();
    Run signing =
        Run.of(
            "sign",
            "--kind",
            "ear",
            "--key",
            keys.privateJwk(),
            "--to",
            "jwt",
            "-o",
            token,
            claims);
    assertEquals(0, signing.exit(), signing.err());
    Files.writeString(folder.resolve("policy.json"), policy);
    List<String> arguments =
        List.of(
            "verify", "--key", keys.publicJwk(), "--policy", folder.resolve("policy.json") + "");
    return Run.of(
        java.util.stream.Stream.of(arguments, List.of(more), List.of(token))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  @Test
  void acceptsWhatThePolicyAllows() throws Exception {
    Run run = verify("{\"allSubmods\": [\"affirming\", \"warning\"], \"maxAgeSeconds\": 0}");

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains(": verified, accepted by " + folder.resolve("policy.json")));
  }

  @Test
  void rejectsWithAllReasonsInCodesAndWords() throws Exception {
    Run run =
        verify(
            "{\"allSubmods\": [\"affirming\"], \"requireExpiry\": true,"
                + "\"categories\": {\"h*\": {\"executables\": {\"values\": [2, 3]}}}}");

    assertEquals(4, run.exit(), run.err());
    assertTrue(run.out().contains(": verified, rejected by "), run.out());
    assertEquals(
        List.of(
            "  TIER_NOT_ALLOWED at submods/host/ear_status: status is warning, allowed is affirming",
            "  VALUE_NOT_ALLOWED at submods/host/ear_trustworthiness_vector/executables:"
                + " claim is 33: objects in memory that are not recognised",
            "  EXPIRY_MISSING at exp: the result does not say when it ends"),
        run.out().lines().skip(1).limit(3).toList());
  }

  @Test
  void tellsMachinesThatItRejects() throws Exception {
    Run run = verify("{\"allSubmods\": [\"affirming\"]}", "--json");

    assertEquals(4, run.exit(), run.err());
    JsonObject line = (JsonObject) JsonValue.decode(run.bytes(), DecodeOptions.STRICT);
    assertEquals(new JsonBoolean(true), line.get("verified").orElseThrow());
    assertEquals(new JsonBoolean(false), line.get("accepted").orElseThrow());
    JsonObject reason = (JsonObject) ((JsonArray) line.get("reasons").orElseThrow()).items().get(0);
    assertEquals(new JsonString("TIER_NOT_ALLOWED"), reason.get("code").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"allSubmods\": [\"good\"]}",
        "{\"allSubmods\": [\"affirming\"], \"maxAge\": 3}",
        "{\"overall\": [\"affirming\"], \"overall\": [\"none\"]}",
        "{\"maxAgeSeconds\": 1e2}"
      })
  void takesAWrongPolicyForWrongUse(String policy) throws Exception {
    Run run = verify(policy);

    assertEquals(2, run.exit());
    assertTrue(run.err().contains("error: " + folder.resolve("policy.json") + ": "), run.err());
    assertEquals("", run.out());
  }

  @Test
  void hasNoPoliciesForOtherKinds() throws Exception {
    Run run = verify("{\"allSubmods\": [\"affirming\"]}", "--as", "jws");

    assertEquals(2, run.exit());
    assertTrue(run.err().contains("there are no policies for jws"), run.err());
  }
}
