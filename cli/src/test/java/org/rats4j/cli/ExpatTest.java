package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;

/** Exported authenticators and their requests. */
class ExpatTest {
  private static final String REQUEST =
      "1100002b20"
          + "42fc3ccc39f77c3600771ce94bb0b6aaef2d13c726eae0633005406c795d27ca"
          + "0008"
          + "000d000400020403";

  private static Run inspect(String hex, String... arguments) {
    List<String> all = new ArrayList<>(List.of("inspect"));
    all.addAll(List.of(arguments));
    all.add("-");
    return Run.withInput(HexFormat.of().parseHex(hex), all.toArray(String[]::new));
  }

  @Test
  void showsARequest() {
    Run run = inspect(REQUEST);

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("client_certificate_request"), run.out());
    assertTrue(run.out().contains("ecdsa_secp256r1_sha256"), run.out());
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    Run run = inspect(REQUEST.replace("000d0004", "00330004"), "--as", "authenticator-request");

    assertEquals(1, run.exit());
    assertTrue(run.err().contains("FORBIDDEN_EXTENSION"), run.err());
  }

  @Test
  void showsARefusal() {
    Run run = inspect("14000020" + "5a".repeat(32));

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("a refusal"), run.out());
  }

  @Test
  void verifiesNothingWithoutTheConnection(@TempDir Path folder) throws Exception {
    Keys keys = Keys.in(folder);

    Run run =
        Run.withInput(
            HexFormat.of().parseHex("14000020" + "5a".repeat(32)),
            "verify",
            "--as",
            "authenticator",
            "--key",
            keys.publicJwk(),
            "-");

    assertEquals(3, run.exit(), run.err());
    assertTrue(run.err().contains("TLS connection"), run.err());
  }

  /** The files are JSON around the messages; the messages are what the command reads. */
  @TestFactory
  Stream<DynamicTest> showsWhatTheVectorsHold() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonObject entry : Vectors.entries("expat")) {
      String kind = Vectors.text(entry, "kind");
      boolean request = kind.equals("authenticator-request");
      String result = Vectors.text(entry, request ? "result" : "rfc9261_result");
      if (result.equals("valid")) {
        String name = Vectors.text(entry, "file");
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> check(name, kind, request ? "request" : "authenticator")));
      }
    }
    return tests.stream();
  }

  private static void check(String name, String kind, String member) throws Exception {
    byte[] file = Files.readAllBytes(Vectors.folder().resolve("expat").resolve(name));
    String hex = Vectors.text((JsonObject) JsonValue.decode(file, DecodeOptions.STRICT), member);

    Run run = inspect(hex, "--json");

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("\"" + kind + "\""), run.out().substring(0, 80));
  }
}
