package org.rats4j.expat;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * Reads the presentation language of TLS (RFC 8446, section 3) from received bytes. Vectors come
 * out as views: nothing is copied, and no length is believed beyond what is there.
 */
final class WireReader {
  private final Bytes input;
  private final String path;
  private final Fault fault;
  private int position;

  private WireReader(Bytes input, String path, Fault fault) {
    this.input = input;
    this.path = path;
    this.fault = fault;
  }

  static WireReader of(Bytes input, String path) {
    return new WireReader(input, path, Fault.MALFORMED);
  }

  /** Returns a reader whose failures are of this kind. */
  static WireReader of(Bytes input, String path, Fault fault) {
    return new WireReader(input, path, fault);
  }

  boolean atEnd() {
    return position == input.size();
  }

  int position() {
    return position;
  }

  int uint8(String member) throws DecodingException {
    return number(1, member);
  }

  int uint16(String member) throws DecodingException {
    return number(2, member);
  }

  int uint24(String member) throws DecodingException {
    return number(3, member);
  }

  /** Reads a vector whose length has 8 bits. */
  Bytes vector8(int min, String member) throws DecodingException {
    return vector(1, min, member);
  }

  /** Reads a vector whose length has 16 bits. */
  Bytes vector16(int min, String member) throws DecodingException {
    return vector(2, min, member);
  }

  /** Reads a vector whose length has 24 bits. */
  Bytes vector24(int min, String member) throws DecodingException {
    return vector(3, min, member);
  }

  void end(String what) throws DecodingException {
    if (!atEnd()) {
      throw fail(what, "bytes are left over");
    }
  }

  DecodingException fail(String member, String detail) {
    return fault.decoding(path.isEmpty() ? member : path + "/" + member, detail);
  }

  private Bytes vector(int lengthBytes, int min, String member) throws DecodingException {
    int length = number(lengthBytes, member);
    if (length < min) {
      throw fail(member, "vector is shorter than " + min);
    }
    if (length > input.size() - position) {
      throw fail(member, "length is beyond the end");
    }
    Bytes vector = input.slice(position, length);
    position += length;
    return vector;
  }

  private int number(int size, String member) throws DecodingException {
    if (size > input.size() - position) {
      throw fail(member, "input ends in the middle");
    }
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | input.at(position++);
    }
    return value;
  }
}
