package org.rats4j.core.cbor;

/** Diagnostic notation of CBOR (RFC 8949, section 8; EDN). */
public final class Diagnostic {
  private Diagnostic() {}

  /** Returns {@code item} in diagnostic notation on one line. */
  public static String print(CborItem item) {
    return new DiagnosticPrinter(false).print(item);
  }

  /** Returns {@code item} in diagnostic notation over several lines, indented by two spaces. */
  public static String printIndented(CborItem item) {
    return new DiagnosticPrinter(true).print(item);
  }
}
