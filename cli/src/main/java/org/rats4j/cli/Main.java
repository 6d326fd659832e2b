package org.rats4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.rats4j.cli.view.Palette;

/** Starts the {@code rats} command. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code arguments} name, and exits with its code. */
  public static void main(String[] arguments) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    boolean terminal = Boolean.getBoolean("rats4j.terminal");
    Console console =
        new Console(System.in, out, err, palette(terminal), terminal, Clock.systemUTC(), false);

    int exit = Rats.run(console, arguments);

    out.flush();
    err.flush();
    System.exit(exit);
  }

  private static Palette palette(boolean terminal) {
    String noColour = System.getenv("NO_COLOR");
    boolean wanted = noColour == null || noColour.isEmpty();
    return terminal && wanted && !"dumb".equals(System.getenv("TERM"))
        ? Palette.COLOUR
        : Palette.PLAIN;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 14),
        false,
        StandardCharsets.UTF_8);
  }
}
