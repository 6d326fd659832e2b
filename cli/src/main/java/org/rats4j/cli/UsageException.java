package org.rats4j.cli;

import java.io.Serial;

/** Thrown when the options and files of a command do not go together. */
final class UsageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
