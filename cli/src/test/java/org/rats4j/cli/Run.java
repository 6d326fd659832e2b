package org.rats4j.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.rats4j.cli.view.Palette;

/**
 * A run of the command inside the test.
 *
 * @param exit the exit code
 * @param bytes what went to standard output
 * @param err what went to standard error
 */
record Run(int exit, byte[] bytes, String err) {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  static Run of(String... arguments) {
    return withInput(new byte[0], arguments);
  }

  static Run withInput(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Palette.PLAIN,
            false,
            Clock.fixed(NOW, ZoneOffset.UTC),
            false);
    int exit = Rats.run(console, arguments);
    return new Run(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  String out() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
