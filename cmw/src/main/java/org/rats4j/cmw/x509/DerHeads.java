package org.rats4j.cmw.x509;

import org.rats4j.cmw.CmwCodes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * Checks the heads of all values before a recursive parser gets the bytes: lengths definite,
 * minimal and inside what is around them, nothing behind the one value, no deep nesting, and the
 * members of each SET in their order, which the parser would take quadratic time to restore.
 */
final class DerHeads {
  /** More than BouncyCastle's parser takes makes no sense; nothing here needs as much. */
  private static final int DEPTH_MAX = 32;

  private static final int CONSTRUCTED = 0x20;
  private static final int SET = 0x31;
  private static final int NO_MEMBER_YET = -1;
  private static final int NO_SET = -2;
  private static final int LONG_TAG = 0x1f;
  private static final int LONG_LENGTH = 0x80;
  private static final int TAG_BYTES_MAX = 4;
  private static final int LENGTH_BYTES_MAX = 4;

  private final Bytes der;
  private final String path;
  private int position;

  private DerHeads(Bytes der, String path) {
    this.der = der;
    this.path = path;
  }

  /**
   * Checks {@code der}.
   *
   * @throws DecodingException if it is not exactly one value
   */
  static void check(Bytes der, String path) throws DecodingException {
    new DerHeads(der, path).check();
  }

  private void check() throws DecodingException {
    int[] ends = new int[DEPTH_MAX + 1];
    int[] lastMembers = new int[DEPTH_MAX + 1];
    int depth = 0;
    ends[0] = der.size();
    lastMembers[0] = NO_SET;
    do {
      int start = position;
      boolean constructed = tag(ends[depth]);
      int end = length(ends[depth]);
      if (lastMembers[depth] != NO_SET) {
        checkOrder(lastMembers[depth], start, end);
        lastMembers[depth] = start;
      }
      if (!constructed) {
        position = end;
      } else if (depth == DEPTH_MAX) {
        throw fail(Reason.LIMIT_EXCEEDED, CmwCodes.DEPTH_LIMIT, "nested deeper than " + DEPTH_MAX);
      } else {
        ends[++depth] = end;
        lastMembers[depth] = der.at(start) == SET ? NO_MEMBER_YET : NO_SET;
      }
      while (depth > 0 && position == ends[depth]) {
        depth--;
      }
    } while (depth > 0);
    if (position < der.size()) {
      throw fail(Reason.TRAILING_DATA, CmwCodes.TRAILING_DATA, "bytes behind the value");
    }
  }

  /** Checks that the member {@code before..start} of a SET may stand before {@code start..end}. */
  private void checkOrder(int before, int start, int end) throws DecodingException {
    if (before == NO_MEMBER_YET) {
      return;
    }
    int common = Math.min(start - before, end - start);
    int order = (der.at(before) & ~CONSTRUCTED) - (der.at(start) & ~CONSTRUCTED);
    for (int i = 1; i < common && order == 0; i++) {
      order = der.at(before + i) - der.at(start + i);
    }
    if (order > 0) {
      throw malformed("members of a SET are not in order");
    }
  }

  /** Reads a tag and returns whether it is that of a constructed value. */
  private boolean tag(int limit) throws DecodingException {
    int first = next(limit);
    if ((first & LONG_TAG) == LONG_TAG) {
      int bytes = 0;
      int more;
      do {
        more = next(limit);
        bytes++;
      } while (more >= LONG_LENGTH && bytes < TAG_BYTES_MAX);
      if (more >= LONG_LENGTH) {
        throw malformed("tag is too long");
      }
    }
    return (first & CONSTRUCTED) != 0;
  }

  /** Reads a length and returns where the content ends. */
  private int length(int limit) throws DecodingException {
    int first = next(limit);
    long length = first;
    if (first >= LONG_LENGTH) {
      int bytes = first - LONG_LENGTH;
      if (bytes == 0 || bytes > LENGTH_BYTES_MAX) {
        throw malformed("length is indefinite or too long");
      }
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | next(limit);
      }
      if (length < LONG_LENGTH || length >> 8 * (bytes - 1) == 0) {
        throw malformed("length is not minimal");
      }
    }
    if (length > limit - position) {
      throw truncated("value is longer than what is around it");
    }
    return position + (int) length;
  }

  private int next(int limit) throws DecodingException {
    if (position >= limit) {
      throw truncated("value ends inside its head");
    }
    return der.at(position++);
  }

  private DecodingException truncated(String detail) {
    return fail(Reason.NOT_WELL_FORMED, CmwCodes.TRUNCATED, detail);
  }

  private DecodingException malformed(String detail) {
    return fail(Reason.NOT_WELL_FORMED, CmwCodes.MALFORMED, detail);
  }

  private DecodingException fail(Reason reason, String code, String detail) {
    return DecodingException.of(reason, code, path, detail + " at offset " + position);
  }
}
