package org.rats4j.cli;

/** The exit codes of all commands. */
final class ExitCode {
  /** Everything was as it should be. */
  static final int OK = 0;

  /** A file could not be read or decoded. */
  static final int UNDECODABLE = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A message is well-formed and could not be verified. */
  static final int NOT_VERIFIED = 3;

  /** A relying party said no. */
  static final int REJECTED = 4;

  /** What {@code --help} of every command says. */
  static final String HELP =
      "@|bold Exit codes:|@ 0 fine, 1 unreadable or undecodable, 2 wrong use,"
          + " 3 not verified, 4 rejected";

  private ExitCode() {}
}
