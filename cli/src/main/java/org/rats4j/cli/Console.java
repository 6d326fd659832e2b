package org.rats4j.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.Palette;

/**
 * What the command sees of its surroundings.
 *
 * @param in standard input
 * @param out results
 * @param err errors and remarks
 * @param palette the colours of what is printed
 * @param terminal whether {@code out} is a terminal
 * @param clock what time it is
 * @param debug whether an error comes with its stack trace
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Palette palette,
    boolean terminal,
    Clock clock,
    boolean debug) {

  /** Returns this console, with stack traces or without. */
  Console withDebug(boolean value) {
    return new Console(in, out, err, palette, terminal, clock, value);
  }

  /** Returns this console, with these colours. */
  Console withPalette(Palette value) {
    return new Console(in, out, err, value, terminal, clock, debug);
  }

  /** Prints a line of results. */
  void line(String line) {
    out.print(line + '\n');
  }

  /** Prints a JSON object on a line of its own. */
  void line(JsonLine json) {
    out.print(json.toString() + '\n');
  }

  /** Prints what {@code e} says about {@code file} on a line of its own, and returns it. */
  Failure fail(String file, Throwable e) {
    Failure failure = Failure.of(file, e);
    out.flush();
    err.print(palette.bad("error:") + " " + failure.text() + '\n');
    trace(e);
    return failure;
  }

  /** Prints the stack trace of {@code e}, if somebody wants to see it. */
  void trace(Throwable e) {
    if (debug) {
      e.printStackTrace(err);
    }
  }

  /**
   * Checks where bytes would go.
   *
   * @throws UsageException if {@code output} is the console, and that is a terminal
   */
  void refuseBinaryOnTerminal(String output) throws UsageException {
    if (terminal && output.equals("-")) {
      throw new UsageException("that is no text: name a file with -o, or redirect");
    }
  }

  /** Prints a remark that is no result. */
  void remark(String text) {
    out.flush();
    err.print(palette.doubtful("note:") + " " + text + '\n');
  }
}
