package org.rats4j.eat;

import org.rats4j.core.DecodeOptions;

/** The limits under which tokens are decoded unless the caller names his own. */
public final class EatOptions {
  /**
   * No leniency; 64 levels of arrays and maps, 1 MiB of input, 4096 entries in a map, 256 KiB in a
   * string.
   */
  public static final DecodeOptions STRICT =
      DecodeOptions.builder().depth(64).jsonDepth(64).textBytes(256 * 1024).build();

  /** The limits of {@link #STRICT}, with all leniencies of {@link EatLeniencies#LENIENT}. */
  public static final DecodeOptions LENIENT =
      STRICT.toBuilder().allow(EatLeniencies.LENIENT).build();

  private EatOptions() {}
}
