package org.rats4j.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.internal.BytesAccess;

/** Base64url without padding, one text for one value (RFC 4648, section 5). */
public final class Base64Url {
  private static final byte[] VALUES = values();

  /** The bits of the last character that are no part of the value, by the length modulo 4. */
  private static final int[] UNUSED_BITS = {0, 0, 0xf, 0x3};

  /**
   * From here on the decoder of the JDK is faster, which is vectorized where the processor allows
   * it. Below, its exceptions would make a list of short texts that deviate expensive.
   */
  private static final int LONG = 64;

  private Base64Url() {}

  /** Returns {@code bytes} in base64url without padding. */
  public static String encode(Bytes bytes) {
    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bytes.toByteArray());
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /**
   * Decodes {@code text}.
   *
   * @param path where it stands, for the exception
   * @throws DecodingException with NOT_WELL_FORMED if {@code text} has padding, characters beyond
   *     the alphabet, an impossible length or unused bits that are not zero
   */
  public static Bytes decode(String text, String path) throws DecodingException {
    Bytes bytes = decodeExactly(text);
    return bytes != null ? bytes : decode(text, path, new Findings(DecodeOptions.STRICT));
  }

  /**
   * Decodes {@code text}, with the base64 leniencies that {@code findings} allows.
   *
   * @param path where it stands, for exception and findings
   * @throws DecodingException with NOT_WELL_FORMED if {@code text} deviates otherwise
   */
  public static Bytes decode(String text, String path, Findings findings) throws DecodingException {
    Bytes bytes = decodeExactly(text);
    return bytes != null ? bytes : decodeDeviating(text, path, findings);
  }

  /** Decodes {@code text}, which {@code in} has just read; asks for the path only in need. */
  static Bytes decode(String text, JsonReader in) throws DecodingException {
    Bytes bytes = decodeExactly(text);
    return bytes != null ? bytes : decodeDeviating(text, in.path(), in.findings());
  }

  /** Returns the value of {@code text}, or null if it deviates from the strict form in any way. */
  private static @Nullable Bytes decodeExactly(String text) {
    // An array is faster than a text; what is beyond Latin-1 becomes what is not in the alphabet.
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    int length = characters.length;
    int rest = length & 3;
    if (rest == 1) {
      return null;
    }
    if (length >= LONG) {
      return decodeLong(characters, rest);
    }
    byte[] bytes = new byte[(int) (length * 3L / 4)];
    int out = 0;
    int in = 0;
    int wrong = 0; // negative once any character is outside the alphabet
    for (; in < length - rest; in += 4) {
      int group =
          value(characters[in]) << 18
              | value(characters[in + 1]) << 12
              | value(characters[in + 2]) << 6
              | value(characters[in + 3]);
      wrong |= group;
      bytes[out++] = (byte) (group >> 16);
      bytes[out++] = (byte) (group >> 8);
      bytes[out++] = (byte) group;
    }
    if (rest > 0) {
      int group = value(characters[in]) << 12 | value(characters[in + 1]) << 6;
      int unused = 0x3ff;
      bytes[out] = (byte) (group >> 10);
      if (rest == 3) {
        group |= value(characters[in + 2]);
        unused = 0x3;
        bytes[out + 1] = (byte) (group >> 2);
      }
      if ((group & unused) != 0) {
        return null;
      }
      wrong |= group;
    }
    return wrong < 0 ? null : BytesAccess.wrap(bytes, 0, bytes.length);
  }

  /** Does the same with the decoder of the JDK, which takes padding and unused bits, too. */
  private static @Nullable Bytes decodeLong(byte[] characters, int rest) {
    byte last = characters[characters.length - 1];
    if (last == '=' || (value(last) & UNUSED_BITS[rest]) != 0) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(characters);
      return BytesAccess.wrap(bytes, 0, bytes.length);
    } catch (IllegalArgumentException deviation) {
      return null;
    }
  }

  private static Bytes decodeDeviating(String text, String path, Findings findings)
      throws DecodingException {
    int end = text.length();
    while (end > 0 && end > text.length() - 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    boolean padded = end < text.length();
    if (end % 4 == 1 || padded && text.length() % 4 != 0) {
      throw invalid(path, "impossible length of base64url");
    }
    char[] body = text.substring(0, end).toCharArray();
    boolean standard = isStandardAlphabet(body, path);
    boolean trailing = clearUnusedBits(body);
    Bytes bytes = decodeExactly(new String(body));
    if (bytes == null) {
      throw new IllegalStateException("a deviation that is not known");
    }
    if (padded) {
      deviation(findings, Leniency.BASE64_PADDED, path, "base64url with padding");
    }
    if (standard) {
      deviation(findings, Leniency.BASE64_STANDARD_ALPHABET, path, "base64 in place of base64url");
    }
    if (trailing) {
      deviation(findings, Leniency.BASE64_TRAILING_BITS, path, "unused bits are not zero");
    }
    return bytes;
  }

  private static DecodingException invalid(String path, String detail) {
    return DecodingException.of(Reason.NOT_WELL_FORMED, CoreCodes.BASE64_INVALID, path, detail);
  }

  private static void deviation(Findings findings, Leniency leniency, String path, String message)
      throws DecodingException {
    findings.deviation(leniency, Reason.NOT_WELL_FORMED, path, message);
  }

  /** Turns the alphabet of base64 into that of base64url and returns whether that was needed. */
  private static boolean isStandardAlphabet(char[] body, String path) throws DecodingException {
    boolean standard = false;
    boolean url = false;
    for (int i = 0; i < body.length; i++) {
      char c = body[i];
      url |= c == '-' || c == '_';
      if (c == '+' || c == '/') {
        standard = true;
        body[i] = c == '+' ? '-' : '_';
      } else if (value(c) < 0) {
        throw invalid(path, "character outside base64url at position " + i);
      }
    }
    if (standard && url) {
      throw invalid(path, "two base64 alphabets mixed");
    }
    return standard;
  }

  /** Clears the unused bits of the last character and returns whether that was needed. */
  private static boolean clearUnusedBits(char[] body) {
    int unused = UNUSED_BITS[body.length & 3];
    if (unused == 0) {
      return false;
    }
    int last = value(body[body.length - 1]);
    if ((last & unused) == 0) {
      return false;
    }
    body[body.length - 1] = character(last & ~unused);
    return true;
  }

  /** Returns the six bits of {@code c}, or a negative number. */
  private static int value(char c) {
    return c < VALUES.length ? VALUES[c] : -1;
  }

  private static int value(byte latin1) {
    return VALUES[latin1 & 0xff];
  }

  private static char character(int value) {
    for (char c = 0; c < 128; c++) {
      if (VALUES[c] == value) {
        return c;
      }
    }
    throw new IllegalArgumentException("not six bits");
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }
}
