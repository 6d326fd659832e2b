package org.rats4j.core.der;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** Checks in one pass, and without recursion, that bytes are exactly one value in DER. */
final class DerGate {
  private static final int LONG_TAG = 0x1f;
  private static final int CONTINUED = 0x80;
  private static final int TAG_BYTES_MAX = 4;
  private static final int LENGTH_BYTES_MAX = 4;

  private final Bytes der;
  private final String path;
  private final int depthMax;
  private final int[] ends;
  private final int[] tags;
  private final int[] starts;
  private final int[] previous;
  private int position;

  private DerGate(Bytes der, int depthMax, String path) {
    this.der = der;
    this.path = path;
    this.depthMax = depthMax;
    ends = new int[depthMax + 1];
    tags = new int[depthMax + 1];
    starts = new int[depthMax + 1];
    previous = new int[depthMax + 1];
  }

  static void check(Bytes der, DecodeOptions options, String path) throws DecodingException {
    if (der.size() > options.inputBytes()) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED, path, "more than " + options.inputBytes() + " bytes");
    }
    new DerGate(der, options.depth(), path).check();
  }

  private void check() throws DecodingException {
    int level = 0;
    ends[0] = der.size();
    do {
      int start = position;
      int tag = tag(ends[level]);
      int end = length(ends[level]);
      if ((tag & DerValue.CONSTRUCTED) == 0) {
        DerContent.check(this, tag, end);
        position = end;
        inOrder(level, start);
      } else if (level == depthMax) {
        throw fail(Reason.LIMIT_EXCEEDED, Reason.LIMIT_EXCEEDED.name(), "nested too deep");
      } else {
        DerContent.checkConstructed(this, tag);
        level++;
        ends[level] = end;
        tags[level] = tag;
        starts[level] = start;
        previous[level] = -1;
      }
      while (level > 0 && position == ends[level]) {
        start = starts[level];
        level--;
        inOrder(level, start);
      }
    } while (level > 0);
    if (position < der.size()) {
      throw fail(Reason.TRAILING_DATA, DerValue.TRAILING_BYTES, "bytes behind the value");
    }
  }

  /** Demands that the members of a SET ascend, as those of a SET and of a SET OF do in DER. */
  private void inOrder(int level, int start) throws DecodingException {
    if (level == 0 || tags[level] != DerValue.SET) {
      return;
    }
    if (previous[level] >= 0 && descends(previous[level], start)) {
      throw notCanonical("members of a SET are not in order");
    }
    previous[level] = start;
  }

  private boolean descends(int before, int start) {
    int first = der.at(before) & ~DerValue.CONSTRUCTED;
    int second = der.at(start) & ~DerValue.CONSTRUCTED;
    if (first != second) {
      return first > second;
    }
    Bytes left = der.slice(before + 1, start - before - 1);
    return left.compareTo(der.slice(start + 1, position - start - 1)) > 0;
  }

  private int tag(int limit) throws DecodingException {
    int first = next(limit);
    if ((first & LONG_TAG) != LONG_TAG) {
      return first;
    }
    int number = 0;
    int bytes = 0;
    int more;
    do {
      more = next(limit);
      number = number << 7 | more & ~CONTINUED;
      bytes++;
      if (number == 0) {
        throw notCanonical("tag is not in its shortest form");
      }
    } while (more >= CONTINUED && bytes < TAG_BYTES_MAX);
    if (more >= CONTINUED) {
      throw fail(Reason.UNSUPPORTED, DerValue.NON_CANONICAL, "tag is too long");
    }
    if (number < LONG_TAG) {
      throw notCanonical("tag is not in its shortest form");
    }
    return first;
  }

  /** Reads a length and returns where the content ends. */
  private int length(int limit) throws DecodingException {
    int first = next(limit);
    long length = first;
    if (first >= CONTINUED) {
      int bytes = first - CONTINUED;
      if (bytes == 0) {
        throw notCanonical("length is indefinite");
      }
      if (next(limit) == 0) {
        throw notCanonical("length is not in its shortest form");
      }
      position--;
      if (bytes > LENGTH_BYTES_MAX) {
        throw truncated("value is longer than what is around it");
      }
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | next(limit);
      }
      if (length < CONTINUED) {
        throw notCanonical("length is not in its shortest form");
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

  /** Returns where the content begins whose head was read. */
  int position() {
    return position;
  }

  int at(int index) {
    return der.at(index);
  }

  void checkUtf8(int end) throws DecodingException {
    int i = position;
    while (i < end && der.at(i) < CONTINUED) {
      i++;
    }
    if (i == end) {
      return;
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(der.slice(position, end - position).asByteBuffer());
    } catch (CharacterCodingException e) {
      throw fail(Reason.INVALID_UTF8, DerValue.NON_CANONICAL, "text is not UTF-8");
    }
  }

  void checkTime(int end) throws DecodingException {
    try {
      GeneralizedTime.decode(der.slice(position, end - position));
    } catch (DecodingException e) {
      throw fail(e.reason(), e.code(), e.detail());
    }
  }

  DecodingException notCanonical(String detail) {
    return fail(Reason.ENCODING_RULE, DerValue.NON_CANONICAL, detail);
  }

  private DecodingException truncated(String detail) {
    return fail(Reason.NOT_WELL_FORMED, DerValue.TRUNCATED, detail);
  }

  DecodingException fail(Reason reason, String code, String detail) {
    return DecodingException.of(reason, code, path, detail + " at offset " + position);
  }
}
