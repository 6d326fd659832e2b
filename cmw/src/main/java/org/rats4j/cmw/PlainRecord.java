package org.rats4j.cmw;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.MediaType;

/**
 * Reads a record in deterministic CBOR, which is what nearly all senders write, and leaves all
 * else, faults included, to {@link CborCmw}. A record is so small that the state of a reader for
 * all of CBOR would be most of what its decoding allocates.
 */
final class PlainRecord {
  private static final int UNSIGNED = 0;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int OF_TWO = 0x82;
  private static final int OF_THREE = 0x83;

  private PlainRecord() {}

  /** Returns the record that {@code cbor} is; null if it is none, or not in the plain form. */
  static @Nullable CmwRecord read(Bytes cbor, DecodeOptions options) {
    if (cbor.isEmpty() || cbor.size() > options.inputBytes()) {
      return null;
    }
    int members = cbor.at(0);
    if (members != OF_TWO && members != OF_THREE) {
      return null;
    }
    int at = 1;
    long argument = argument(cbor, at);
    int end = endOfType(cbor, at, argument);
    @Nullable CmwType type = end < 0 ? null : type(cbor, at, argument);
    if (type == null) {
      return null;
    }
    at = end;
    argument = argument(cbor, at);
    int content = at + headBytes(argument);
    if (argument < 0 || major(cbor, at) != BYTES || argument > cbor.size() - content) {
      return null;
    }
    Bytes value = cbor.slice(content, (int) argument);
    at = content + value.size();
    if (members == OF_TWO) {
      return at == cbor.size() ? CmwRecord.received(type, value, null) : null;
    }
    argument = argument(cbor, at);
    if (argument <= 0 || major(cbor, at) != UNSIGNED || at + headBytes(argument) != cbor.size()) {
      return null;
    }
    return CmwRecord.received(type, value, new CmwIndicator(argument));
  }

  private static int endOfType(Bytes cbor, int at, long argument) {
    if (argument < 0) {
      return -1;
    }
    int end = at + headBytes(argument);
    if (major(cbor, at) == UNSIGNED) {
      return end;
    }
    return major(cbor, at) == TEXT && argument <= cbor.size() - end ? end + (int) argument : -1;
  }

  private static @Nullable CmwType type(Bytes cbor, int at, long argument) {
    if (major(cbor, at) == UNSIGNED) {
      return argument > ContentFormat.MAX ? null : CmwType.of(ContentFormat.of((int) argument));
    }
    Bytes text = cbor.slice(at + headBytes(argument), (int) argument);
    for (int i = 0; i < text.size(); i++) {
      if (text.at(i) >= 0x80) {
        return null;
      }
    }
    try {
      return CmwType.of(MediaType.of(new String(text.toByteArray(), StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static int major(Bytes cbor, int at) {
    return cbor.at(at) >> 5;
  }

  /**
   * Returns the argument of the head at {@code at}, up to 32 bits; -1 if there is none so short.
   */
  private static long argument(Bytes cbor, int at) {
    if (at >= cbor.size()) {
      return -1;
    }
    int info = cbor.at(at) & 0x1f;
    if (info < 24) {
      return info;
    }
    int bytes = info > 26 ? 0 : 1 << (info - 24);
    if (bytes == 0 || bytes >= cbor.size() - at) {
      return -1;
    }
    long argument = 0;
    for (int i = 1; i <= bytes; i++) {
      argument = argument << 8 | cbor.at(at + i);
    }
    return headBytes(argument) == 1 + bytes ? argument : -1;
  }

  /** Returns how many bytes the shortest head with {@code argument} has. */
  private static int headBytes(long argument) {
    if (argument < 24) {
      return 1;
    }
    if (argument < 0x100) {
      return 2;
    }
    return argument < 0x10000 ? 3 : 5;
  }
}
