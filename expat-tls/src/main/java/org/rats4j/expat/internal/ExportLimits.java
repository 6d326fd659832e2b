package org.rats4j.expat.internal;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The ranges of what can be exported, which not each library holds callers to. */
public final class ExportLimits {
  private static final int LABEL_MAX = 249;
  private static final int CONTEXT_MAX = 255;
  private static final int LENGTH_MAX = 255;

  private ExportLimits() {}

  /**
   * Passes what can be exported.
   *
   * @throws IllegalArgumentException if a parameter is not in the range of {@link
   *     org.rats4j.expat.tls.TlsExporter#export}
   */
  public static void check(String label, byte[] context, int length) {
    Objects.requireNonNull(context, "context");
    if (label.isEmpty() || label.length() > LABEL_MAX) {
      throw new IllegalArgumentException(
          "label has " + label.length() + " characters, not 1 to " + LABEL_MAX);
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(label)) {
      throw new IllegalArgumentException("label is not ASCII");
    }
    if (context.length > CONTEXT_MAX) {
      throw new IllegalArgumentException(
          "context has " + context.length + " bytes, more than " + CONTEXT_MAX);
    }
    if (length < 1 || length > LENGTH_MAX) {
      throw new IllegalArgumentException("length is " + length + ", not 1 to " + LENGTH_MAX);
    }
  }
}
