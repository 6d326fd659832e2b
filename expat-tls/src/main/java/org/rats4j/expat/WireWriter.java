package org.rats4j.expat;

import java.util.Arrays;
import java.util.List;
import org.rats4j.core.Bytes;

/**
 * Writes the presentation language of TLS (RFC 8446, section 3). Lengths are filled in when their
 * content is there, so that nothing is written twice.
 */
final class WireWriter {
  private byte[] out = new byte[256];
  private int size;

  WireWriter uint8(int value) {
    return number(1, value);
  }

  WireWriter uint16(int value) {
    return number(2, value);
  }

  WireWriter bytes(Bytes value) {
    reserve(value.size());
    value.asByteBuffer().get(out, size, value.size());
    size += value.size();
    return this;
  }

  WireWriter vector8(Bytes value) {
    return number(1, value.size()).bytes(value);
  }

  WireWriter vector16(Bytes value) {
    return number(2, value.size()).bytes(value);
  }

  WireWriter vector24(Bytes value) {
    return number(3, value.size()).bytes(value);
  }

  /** Writes what {@code content} writes, as a vector whose length has so many bytes. */
  WireWriter vector(int lengthBytes, Runnable content) {
    int start = size;
    number(lengthBytes, 0);
    content.run();
    int length = size - start - lengthBytes;
    size = start;
    number(lengthBytes, length);
    size += length;
    return this;
  }

  WireWriter extensions(List<TlsExtension> extensions) {
    return vector(
        2,
        () -> {
          for (TlsExtension extension : extensions) {
            uint16(extension.type()).vector16(extension.data());
          }
        });
  }

  /** Writes a handshake message, whose body {@code content} writes. */
  WireWriter message(int type, Runnable content) {
    return uint8(type).vector(3, content);
  }

  Bytes toBytes() {
    return Bytes.copyOf(out, 0, size);
  }

  private WireWriter number(int bytes, int value) {
    if (value >>> (8 * bytes) != 0) {
      throw new IllegalArgumentException(value + " does not fit into " + bytes + " bytes");
    }
    reserve(bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      out[size++] = (byte) (value >>> (8 * i));
    }
    return this;
  }

  private void reserve(int more) {
    if (more > out.length - size) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, Math.addExact(size, more)));
    }
  }
}
