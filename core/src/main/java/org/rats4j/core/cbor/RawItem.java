package org.rats4j.core.cbor;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

/** Checks what a caller splices into an output as it is. */
final class RawItem {
  /** The widest limits there are: the caller has bounded its own bytes already. */
  private static final DecodeOptions WIDEST =
      DecodeOptions.builder()
          .inputBytes(Integer.MAX_VALUE)
          .depth(512)
          .tags(512)
          .mapEntries(Integer.MAX_VALUE)
          .bignumBytes(65536)
          .build();

  private RawItem() {}

  /** Throws IllegalArgumentException if {@code item} is not exactly one valid item. */
  static void check(Bytes item) {
    try {
      Gate.check(item, WIDEST, "item");
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
