package org.rats4j.eat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.json.JsonReader;

/** Reads that have the limits and error codes of this module. */
final class ClaimReads {
  /** How many bytes a character has at most, one of two halves having two. */
  private static final int UTF8_MAX = 3;

  private ClaimReads() {}

  /** Reads a text within the limit for texts. */
  static String text(CborReader in) throws DecodingException {
    String text = in.readText();
    int limit = in.options().textBytes();
    boolean near = text.length() > limit / UTF8_MAX;
    if (near && text.getBytes(StandardCharsets.UTF_8).length > limit) {
      throw in.fail(Reason.LIMIT_EXCEEDED, EatCodes.LIMIT_EXCEEDED, "text is too long");
    }
    return text;
  }

  /** Reads a byte string within the limit for texts. */
  static Bytes bytes(CborReader in) throws DecodingException {
    Bytes bytes = in.readBytes();
    if (bytes.size() > in.options().textBytes()) {
      throw in.fail(Reason.LIMIT_EXCEEDED, EatCodes.LIMIT_EXCEEDED, "byte string is too long");
    }
    return bytes;
  }

  static Bytes bytes(CborReader in, int min, int max) throws DecodingException {
    Bytes bytes = in.readBytes();
    if (bytes.size() < min || bytes.size() > max) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.BAD_LENGTH, wrongSize(bytes.size(), min, max));
    }
    return bytes;
  }

  /** Reads an integer of major type 0. */
  static BigInteger unsigned(CborReader in) throws DecodingException {
    if (in.peekType() == CborType.NEGATIVE_INTEGER) {
      throw fail(in, Reason.INVALID_VALUE, EatCodes.OUT_OF_RANGE, "integer is negative");
    }
    if (in.peekType() != CborType.UNSIGNED_INTEGER) {
      throw fail(
          in, Reason.UNEXPECTED_STRUCTURE, Reason.UNEXPECTED_STRUCTURE.name(), "integer expected");
    }
    return in.readInteger();
  }

  static Bytes base64(JsonReader in, int min, int max) throws DecodingException {
    Bytes bytes = base64(in);
    if (bytes.size() < min || bytes.size() > max) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.BAD_LENGTH, wrongSize(bytes.size(), min, max));
    }
    return bytes;
  }

  static Bytes base64(JsonReader in) throws DecodingException {
    try {
      return in.readBase64Url();
    } catch (DecodingException e) {
      throw e.code().equals(CoreCodes.BASE64_INVALID) ? e.withCode(EatCodes.BAD_BASE64) : e;
    }
  }

  /** Skips what is next and returns an exception for it. */
  static DecodingException fail(CborReader in, Reason reason, String code, String detail) {
    in.skip();
    return in.fail(reason, code, detail);
  }

  /** Skips what is next and returns an exception for it. */
  static DecodingException fail(JsonReader in, Reason reason, String code, String detail) {
    in.skip();
    return in.fail(reason, code, detail);
  }

  private static String wrongSize(int size, int min, int max) {
    return size + " bytes, not " + (min == max ? Integer.toString(min) : min + " to " + max);
  }
}
