package org.rats4j.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;

/**
 * What went wrong with a file.
 *
 * @param file the file as it was named
 * @param reason the reason of the exception, or one of those below
 * @param code a finer name of the rule that was broken; equal to the reason if there is none
 * @param path where in the message; empty for the message as a whole
 * @param message what is wrong
 * @param exit the exit code that belongs to it
 */
record Failure(String file, String reason, String code, String path, String message, int exit) {
  /** The file could not be read or written. */
  static final String UNREADABLE = "UNREADABLE";

  /** The command line asks for something that does not go together. */
  static final String USAGE = "USAGE";

  /** A fault of this program. */
  static final String INTERNAL = "INTERNAL";

  /** Returns what {@code e} says about {@code file}. */
  static Failure of(String file, Throwable e) {
    if (e instanceof DecodingException decoding) {
      return of(file, decoding.reason().name(), decoding, ExitCode.UNDECODABLE);
    } else if (e instanceof VerificationException verification) {
      return of(file, verification.reason().name(), verification, ExitCode.NOT_VERIFIED);
    } else if (e instanceof OptionFileException wrong) {
      // A wrong key or policy is a wrong command line; exit codes 1 and 3 speak of the message.
      Failure failure = of(wrong.file(), Objects.requireNonNull(wrong.getCause()));
      return failure.withExit(ExitCode.USAGE);
    } else if (e instanceof UsageException) {
      return of(file, USAGE, text(e), ExitCode.USAGE);
    } else if (e instanceof NoSuchFileException) {
      return of(file, UNREADABLE, "no such file", ExitCode.UNDECODABLE);
    } else if (e instanceof AccessDeniedException) {
      return of(file, UNREADABLE, "permission denied", ExitCode.UNDECODABLE);
    } else if (e instanceof IOException) {
      return of(file, UNREADABLE, text(e), ExitCode.UNDECODABLE);
    } else if (e instanceof StackOverflowError || e instanceof OutOfMemoryError) {
      return of(file, "LIMIT_EXCEEDED", "too much for this machine", ExitCode.UNDECODABLE);
    }
    String what = "a fault of this program: " + e.getClass().getSimpleName();
    return of(file, INTERNAL, what + " (--debug shows where)", ExitCode.UNDECODABLE);
  }

  private static Failure of(String file, String reason, RatsException e, int exit) {
    return new Failure(file, reason, e.code(), e.path(), e.detail(), exit);
  }

  private static Failure of(String file, String reason, String message, int exit) {
    return new Failure(file, reason, reason, "", message, exit);
  }

  private Failure withExit(int other) {
    return new Failure(file, reason, code, path, message, other);
  }

  private static String text(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Returns {@code FILE: REASON at PATH: what is wrong}, safe for a terminal. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (!file.isEmpty()) {
      text.append(TerminalText.safe(file)).append(": ");
    }
    text.append(reason);
    if (!path.isEmpty()) {
      text.append(" at ").append(TerminalText.safe(path));
    }
    text.append(": ").append(TerminalText.safe(message));
    if (!code.equals(reason)) {
      text.append(" (").append(code).append(')');
    }
    return text.toString();
  }

  /** Returns the object that {@code --json} prints for the error. */
  JsonLine json() {
    JsonLine error = new JsonLine().put("reason", reason);
    if (!code.equals(reason)) {
      error.put("code", code);
    }
    return error.put("path", path).put("message", message);
  }
}
