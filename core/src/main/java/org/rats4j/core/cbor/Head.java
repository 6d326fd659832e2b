package org.rats4j.core.cbor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The first bytes of a data item (RFC 8949, section 3): major type and argument. */
final class Head {
  static final int UNSIGNED = 0;
  static final int NEGATIVE = 1;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int ARRAY = 4;
  static final int MAP = 5;
  static final int TAG = 6;
  static final int SIMPLE = 7;

  /** The additional information of items of indefinite length. */
  static final int INDEFINITE = 31;

  static final int FIRST_TAG = TAG << 5;
  static final int FIRST_SIMPLE = SIMPLE << 5;

  static final byte BREAK = (byte) 0xff;
  static final byte FALSE = (byte) 0xf4;
  static final byte TRUE = (byte) 0xf5;
  static final byte NULL = (byte) 0xf6;
  static final byte UNDEFINED = (byte) 0xf7;

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final CborType[] TYPES = types();

  private Head() {}

  private static CborType[] types() {
    CborType[] types = new CborType[256];
    for (int i = 0; i < types.length; i++) {
      types[i] = i < FIRST_SIMPLE ? CborType.values()[i >> 5] : CborType.SIMPLE;
    }
    types[FALSE & 0xff] = CborType.BOOLEAN;
    types[TRUE & 0xff] = CborType.BOOLEAN;
    types[NULL & 0xff] = CborType.NULL;
    types[UNDEFINED & 0xff] = CborType.UNDEFINED;
    for (int info = Floats.HALF; info <= Floats.DOUBLE; info++) {
      types[FIRST_SIMPLE | info] = CborType.FLOAT;
    }
    return types;
  }

  /** Returns the kind of the item that begins with {@code initial}. */
  static CborType type(byte initial) {
    return TYPES[initial & 0xff];
  }

  /**
   * Returns whether {@code initial} is an integer of one byte; its low six bits then tell which.
   */
  static boolean isSmallInteger(byte initial) {
    return (initial & 0xdf) < 24;
  }

  static int major(byte initial) {
    return (initial >> 5) & 7;
  }

  static int info(byte initial) {
    return initial & 0x1f;
  }

  static boolean isIndefinite(byte initial) {
    return info(initial) == INDEFINITE;
  }

  /** Returns how many bytes the head has; 1 for an indefinite length. */
  static int length(byte initial) {
    int info = info(initial);
    return info < 24 || info == INDEFINITE ? 1 : 1 + (1 << (info - 24));
  }

  /** Returns the argument of the head at {@code at}, unsigned; all of its bytes are there. */
  static long argument(byte[] buf, int at) {
    int info = info(buf[at]);
    return info < 24 ? info : longArgument(buf, at, info);
  }

  /** Returns the argument that stands behind the first byte of the head at {@code at}. */
  static long longArgument(byte[] buf, int at, int info) {
    switch (info) {
      case 24:
        return buf[at + 1] & 0xff;
      case 25:
        return uint16(buf, at + 1);
      case 26:
        return uint32(buf, at + 1);
      default:
        return uint64(buf, at + 1);
    }
  }

  static int uint16(byte[] buf, int at) {
    return (short) SHORT.get(buf, at) & 0xffff;
  }

  static long uint32(byte[] buf, int at) {
    return (int) INT.get(buf, at) & 0xffffffffL;
  }

  static long uint64(byte[] buf, int at) {
    return (long) LONG.get(buf, at);
  }

  static void putUint16(byte[] buf, int at, int value) {
    SHORT.set(buf, at, (short) value);
  }

  static void putUint32(byte[] buf, int at, int value) {
    INT.set(buf, at, value);
  }

  static void putUint64(byte[] buf, int at, long value) {
    LONG.set(buf, at, value);
  }

  /** Returns whether {@code argument} would fit a shorter head than one of {@code info} 24..27. */
  static boolean isLongerThanNeeded(int info, long argument) {
    switch (info) {
      case 24:
        return argument < 24;
      case 25:
        return argument <= 0xff;
      case 26:
        return argument <= 0xffff;
      default:
        return argument >>> 32 == 0;
    }
  }
}
