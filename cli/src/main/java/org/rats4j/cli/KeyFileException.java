package org.rats4j.cli;

import java.io.Serial;

/** Thrown when a file that should hold a key does not. */
final class KeyFileException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String file;

  KeyFileException(String file, Throwable cause) {
    super(cause);
    this.file = file;
  }

  String file() {
    return file;
  }
}
