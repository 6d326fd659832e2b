package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.cli.view.Palette;
import picocli.CommandLine;

/** The help of each command. */
class HelpTest {
  @Test
  void noExampleIsWrappedSoThatEachCanBeCopied() {
    List<String> examples = new ArrayList<>();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            nowhere,
            nowhere,
            Palette.PLAIN,
            false,
            Clock.systemUTC(),
            false);

    collect(Rats.commandLine(console), examples);

    assertFalse(examples.isEmpty());
    for (String example : examples) {
      assertTrue(example.length() < 100, example);
    }
  }

  private static void collect(CommandLine command, List<String> examples) {
    for (String line : command.getCommandSpec().usageMessage().footer()) {
      if (line.startsWith("  ")) {
        examples.add(line);
      }
    }
    command.getSubcommands().values().forEach(it -> collect(it, examples));
  }
}
