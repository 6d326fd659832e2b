package org.rats4j.cmw;

import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;

/** The limits under which wrappers are decoded unless the caller names his own. */
public final class CmwOptions {
  private static final int COLLECTIONS = 16;
  private static final int MAX_BYTES = 16 << 20;

  /** No leniency; 16 collections inside each other, 16 MiB of input. */
  public static final DecodeOptions STRICT =
      DecodeOptions.builder()
          .inputBytes(MAX_BYTES)
          .textBytes(MAX_BYTES)
          .depth(COLLECTIONS + 1)
          .jsonDepth(COLLECTIONS + 1)
          .build();

  /** The limits of {@link #STRICT}, with all leniencies of {@link CmwLeniencies#LENIENT}. */
  public static final DecodeOptions LENIENT =
      STRICT.toBuilder().allow(CmwLeniencies.LENIENT).build();

  private CmwOptions() {}

  /**
   * Returns how many collections may stand inside each other under {@code options}: one less than
   * arrays and maps, since the innermost holds a record.
   */
  public static int maxDepth(DecodeOptions options, Encoding encoding) {
    return (encoding == Encoding.CBOR ? options.depth() : options.jsonDepth()) - 1;
  }
}
