package org.rats4j.core.cbor;

/** Floats of 16, 32 and 64 bits (IEEE 754) as CBOR writes them. */
final class Floats {
  /** The additional information of floats by width. */
  static final int HALF = 25;

  static final int SINGLE = 26;
  static final int DOUBLE = 27;

  /** The one NaN that is written. */
  static final int NAN = 0x7e00;

  /** What {@link #toHalf} returns for a value that half precision does not hold. */
  static final int NO_HALF = -1;

  private Floats() {}

  /** Returns the value of the float whose head is at {@code at}. */
  static double read(byte[] buf, int at) {
    switch (Head.info(buf[at])) {
      case HALF:
        return fromHalf(Head.uint16(buf, at + 1));
      case SINGLE:
        return Float.intBitsToFloat((int) Head.uint32(buf, at + 1));
      default:
        return Double.longBitsToDouble(Head.uint64(buf, at + 1));
    }
  }

  /** Returns whether the single or double at {@code at} has a shorter form, payload of NaN kept. */
  static boolean isLongerThanNeeded(byte[] buf, int at) {
    switch (Head.info(buf[at])) {
      case HALF:
        return false;
      case SINGLE:
        return singleFitsHalf((int) Head.uint32(buf, at + 1));
      default:
        return doubleFitsSingle(Head.uint64(buf, at + 1));
    }
  }

  private static boolean singleFitsHalf(int bits) {
    if ((bits & 0x7f800000) == 0x7f800000) {
      return (bits & 0x1fff) == 0;
    }
    return toHalf(Float.intBitsToFloat(bits)) != NO_HALF;
  }

  private static boolean doubleFitsSingle(long bits) {
    if ((bits & 0x7ff0000000000000L) == 0x7ff0000000000000L) {
      return (bits & 0x1fffffff) == 0;
    }
    double value = Double.longBitsToDouble(bits);
    return (float) value == value;
  }

  static double fromHalf(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int mantissa = bits & 0x3ff;
    double magnitude;
    if (exponent == 0) {
      magnitude = mantissa * 0x1p-24;
    } else if (exponent == 31) {
      magnitude = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      magnitude = (1024 + mantissa) * Math.scalb(1.0, exponent - 25);
    }
    return (bits & 0x8000) == 0 ? magnitude : -magnitude;
  }

  /** Returns the bits of {@code value} in half precision, or {@link #NO_HALF}; not for NaN. */
  static int toHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    if (magnitude == Float.POSITIVE_INFINITY) {
      return sign | 0x7c00;
    }
    if (magnitude > 65504f) {
      return NO_HALF;
    }
    if (magnitude < 0x1p-14f) {
      float scaled = magnitude * 0x1p24f;
      int mantissa = (int) scaled;
      return mantissa == scaled ? sign | mantissa : NO_HALF;
    }
    if ((bits & 0x1fff) != 0) {
      return NO_HALF;
    }
    int exponent = (bits >>> 23 & 0xff) - 127 + 15;
    return sign | exponent << 10 | bits >>> 13 & 0x3ff;
  }
}
