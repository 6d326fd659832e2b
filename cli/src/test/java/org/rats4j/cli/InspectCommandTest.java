package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

class InspectCommandTest {
  @TempDir private Path folder;

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static JsonObject object(String line) throws Exception {
    return (JsonObject) JsonValue.decode(line.getBytes("UTF-8"), DecodeOptions.STRICT);
  }

  @Test
  void showsJsonAsTree() throws Exception {
    String file = file("a.json", "{\"b\": [1, null]}");

    Run run = Run.of("inspect", file);

    assertEquals(file + ": json in json\n  b:\n    - 1\n    - null\n", run.out());
    assertEquals(0, run.exit());
  }

  @Test
  void readsStandardInput() {
    Run run = Run.withInput("[]".getBytes(), "inspect", "-");

    assertEquals("-: json in json\n", run.out().lines().findFirst().orElse("") + "\n");
  }

  @Test
  void goesOnAfterAFileThatDoesNotDecode() throws Exception {
    String bad = file("bad.json", "{\"a\":1,\"a\":2}");
    String good = file("good.json", "{}");

    Run run = Run.of("inspect", "--json", bad, good);

    assertEquals(1, run.exit());
    String[] lines = run.out().split("\n");
    assertEquals(2, lines.length);
    JsonObject error = (JsonObject) object(lines[0]).get("error").orElseThrow();
    assertEquals(new JsonString("DUPLICATE_KEY"), error.get("reason").orElseThrow());
    assertTrue(error.get("path").isPresent());
    assertTrue(error.get("message").isPresent());
    JsonObject ok = object(lines[1]);
    for (String member :
        new String[] {"file", "kind", "encoding", "strict", "deviations", "signed", "content"}) {
      assertTrue(ok.get(member).isPresent(), member);
    }
  }

  @Test
  void saysOnOneLineWhatIsWrong() throws Exception {
    String bad = file("bad.json", "{\"a\":1,\"a\":2}");

    Run run = Run.of("inspect", bad);

    assertEquals("", run.out());
    assertTrue(run.err().startsWith("error: " + bad + ": DUPLICATE_KEY at json: "), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void refusesAKindThatIsNotBuilt() throws Exception {
    Run run = Run.of("inspect", "--as", "ect", file("a.json", "{}"));

    assertEquals(1, run.exit());
    assertTrue(run.err().endsWith("UNSUPPORTED: ect is not supported by this build\n"), run.err());
  }

  @Test
  void refusesAKindThatNobodyKnows() throws Exception {
    Run run = Run.of("inspect", "--as", "nonsense", file("a.json", "{}"));

    assertEquals(2, run.exit());
    assertTrue(run.err().startsWith("error: "), run.err());
    assertTrue(run.err().contains("unknown kind 'nonsense'"), run.err());
    assertEquals(1, run.err().lines().count());
  }
}
