package org.rats4j.eat;

import org.rats4j.core.Bytes;

/**
 * The model of the hardware ({@code hwmodel}), opaque, and unique only together with {@code oemid}.
 *
 * @param value 1 to 32 bytes
 */
public record HwModel(Bytes value) {
  static final int MAX = 32;

  /**
   * Creates a model.
   *
   * @throws IllegalArgumentException if {@code value} is empty or has more than 32 bytes
   */
  public HwModel {
    if (value.isEmpty() || value.size() > MAX) {
      throw new IllegalArgumentException("hwmodel has " + value.size() + " bytes, not 1 to 32");
    }
  }
}
