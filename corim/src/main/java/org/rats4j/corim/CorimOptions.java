package org.rats4j.corim;

import org.rats4j.core.DecodeOptions;

/** The limits under which CoRIMs and their tags are decoded unless the caller names his own. */
public final class CorimOptions {
  private static final int DEPTH = 64;
  private static final int MAX_BYTES = 16 << 20;
  private static final int ELEMENTS = 2_000_000;

  /**
   * No leniency; 16 MiB of input, 64 arrays and maps inside each other, counted anew in each
   * embedded byte string; 2,000,000 elements of arrays and entries of maps, counted over the
   * document with what is embedded in it.
   */
  public static final DecodeOptions STRICT =
      DecodeOptions.builder()
          .inputBytes(MAX_BYTES)
          .textBytes(MAX_BYTES)
          .depth(DEPTH)
          .jsonDepth(DEPTH)
          .mapEntries(MAX_BYTES)
          .elements(ELEMENTS)
          .build();

  /** The limits of {@link #STRICT}, with all leniencies of {@link CorimLeniencies#LENIENT}. */
  public static final DecodeOptions LENIENT =
      STRICT.toBuilder().allow(CorimLeniencies.LENIENT).build();

  /**
   * {@link #STRICT}, but that invalid tags are left out and the rest of the CoRIM stands; for the
   * stores of verifiers.
   */
  public static final DecodeOptions FOR_STORES =
      STRICT.toBuilder().allow(CorimLeniencies.INVALID_TAG).build();

  private CorimOptions() {}
}
