package org.rats4j.core.cbor;

import org.rats4j.core.DecodingException;

/**
 * Diagnostic notation of CBOR (RFC 8949, section 8, and RFC 8610, appendix G; EDN).
 *
 * <p>What is printed reads back as an equal item.
 */
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

  /**
   * Returns the one item that {@code edn} spells.
   *
   * <p>Comments ({@code / /}, {@code #}, {@code //}) and a comma behind the last element are
   * allowed. Encoding indicators and chunks are accepted and forgotten: an item does not know how
   * it was encoded. An integer beyond 64 bits becomes a bignum.
   *
   * @throws DecodingException if {@code edn} is anything else, if a key stands twice in a map, or
   *     if it nests deeper than 128; the message names the offset
   */
  public static CborItem parse(String edn) throws DecodingException {
    return new DiagnosticParser(edn).parse();
  }
}
