package org.rats4j.core;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Why bytes could not be decoded or a message could not be verified. */
public abstract sealed class RatsException extends Exception
    permits DecodingException, VerificationException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final String path;
  private final String detail;

  RatsException(String code, String path, String detail, @Nullable Throwable cause) {
    // Keys and labels come from the message: none may begin a line of a log, or drive a terminal.
    super(
        PrintableText.of((path.isEmpty() ? "" : path + ": ") + detail) + " (" + code + ")", cause);
    this.code = code;
    this.path = path;
    this.detail = PrintableText.of(detail);
  }

  /**
   * Returns the rule that was broken, as a stable name in upper case: the name of the reason, or a
   * finer one of the module that {@code docs/errors.md} lists.
   */
  public String code() {
    return code;
  }

  /**
   * Returns where in the message, as steps joined by {@code /}; array positions count from 0, map
   * keys stand as the message spells them, very long ones cut. Empty if the message as a whole is
   * meant.
   */
  public String path() {
    return path;
  }

  /** Returns what is wrong, for people; never input bytes, nor characters that do not print. */
  public String detail() {
    return detail;
  }
}
