package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.cli.view.Palette;

/**
 * Replays guides: writes the files that they show, runs their commands as they stand there, and
 * looks for what they say is printed.
 *
 * <p>A file is a block behind a line with nothing but its name and a colon. A command ends with
 * {@code # exit 4} if it is meant to end with that code. A block of text behind commands has lines
 * of what the last of them prints, in order, with others between, and {@code ...} for what differs.
 */
class GuideCommandsTest {
  private static final Path GUIDES = Path.of("../docs/guide");
  private static final Pattern NAME = Pattern.compile("`([\\w.-]+)`:");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern FILE =
      Pattern.compile(
          "(tags|[\\w-]+)(/[\\w.-]+)?|[\\w-]+\\.(json|edn|key|pem|csr|corim|cose|cbor|jwt)");
  private static final Pattern EXIT = Pattern.compile("(.*)# exit (\\d)");

  @TempDir private Path folder;

  private String printed = "";

  @Test
  void endorser() throws Exception {
    replay("endorser.md");
  }

  @Test
  void corimProfiles() throws Exception {
    replay("corim-profiles.md");
  }

  @Test
  void vendorCorim() throws Exception {
    Path vectors = Vectors.folder().resolve("corim");
    Files.copy(
        vectors.resolve("signed/legacy-500-502-bare-map.cose"), folder.resolve("vendor.corim"));
    Files.copy(vectors.resolve("services/perf-corim-psa-full.cbor"), folder.resolve("old.corim"));
    replay("vendor-corim.md");
  }

  private void replay(String guide) throws Exception {
    String name = "";
    List<String> block = new ArrayList<>();
    String kind = "";
    int commands = 0;
    for (String line : Files.readAllLines(GUIDES.resolve(guide))) {
      Matcher named = NAME.matcher(line);
      if (kind.isEmpty() && line.startsWith("```")) {
        kind = line.substring(3);
        block.clear();
      } else if (!kind.isEmpty() && line.equals("```")) {
        if (!name.isEmpty()) {
          Files.writeString(folder.resolve(name), String.join("\n", block));
          name = "";
        } else if (kind.equals("sh")) {
          commands += run(block);
        } else if (kind.equals("text")) {
          checkPrinted(block);
        }
        kind = "";
      } else if (!kind.isEmpty()) {
        block.add(line);
      } else if (named.matches()) {
        name = named.group(1);
      }
    }
    assertFalse(commands == 0, "no command in " + guide);
  }

  private int run(List<String> lines) throws Exception {
    int commands = 0;
    for (String line : String.join("\n", lines).replace("\\\n", " ").split("\n")) {
      Matcher exit = EXIT.matcher(line);
      boolean fails = exit.matches();
      String command = fails ? exit.group(1) : line;
      int expected = fails ? Integer.parseInt(exit.group(2)) : 0;
      List<String> words = words(command);
      if (words.isEmpty()) {
        continue;
      }
      int actual = words.get(0).equals("rats") ? rats(words) : other(words);
      assertEquals(expected, actual, line + "\n" + printed);
      commands++;
    }
    return commands;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String quoted = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(quoted == null ? word.group(3) : quoted);
    }
    return words;
  }

  private int rats(List<String> words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      boolean file = word.contains(".") || word.equals("tags");
      arguments.add(file && FILE.matcher(word).matches() ? folder.resolve(word).toString() : word);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            both,
            both,
            Palette.PLAIN,
            false,
            Clock.systemUTC(),
            false);
    int exit = Rats.run(console, arguments.toArray(String[]::new));
    printed = out.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    return exit;
  }

  /** The other commands of the guides make keys. */
  private int other(List<String> words) throws Exception {
    assertEquals("openssl", words.get(0));
    try {
      Process process =
          new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
      printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor();
    } catch (IOException e) {
      Assumptions.abort("no openssl here");
      return 0;
    }
  }

  private void checkPrinted(List<String> lines) {
    int from = 0;
    for (String line : lines) {
      for (String part : line.split("\\.\\.\\.")) {
        int at = printed.indexOf(part.strip(), from);
        assertTrue(at >= 0, () -> "not printed: " + line + "\nin:\n" + printed);
        from = at + part.strip().length();
      }
    }
  }
}
