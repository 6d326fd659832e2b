package org.rats4j.cli;

import java.io.Serial;

/** Thrown when a file that an option names does not hold what it should: a key or a policy. */
final class OptionFileException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String file;

  OptionFileException(String file, Throwable cause) {
    super(cause);
    this.file = file;
  }

  String file() {
    return file;
  }
}
