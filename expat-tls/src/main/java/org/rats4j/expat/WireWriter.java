package org.rats4j.expat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.rats4j.core.Bytes;

/** Writes the presentation language of TLS (RFC 8446, section 3). */
final class WireWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  WireWriter uint8(int value) {
    return number(1, value);
  }

  WireWriter uint16(int value) {
    return number(2, value);
  }

  WireWriter bytes(Bytes value) {
    out.writeBytes(value.toByteArray());
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

  WireWriter extensions(List<TlsExtension> extensions) {
    WireWriter block = new WireWriter();
    for (TlsExtension extension : extensions) {
      block.uint16(extension.type()).vector16(extension.data());
    }
    return vector16(block.toBytes());
  }

  Bytes toBytes() {
    return Bytes.copyOf(out.toByteArray());
  }

  /** Returns what was written as the body of a handshake message. */
  Bytes toMessage(int type) {
    return new WireWriter().uint8(type).vector24(toBytes()).toBytes();
  }

  private WireWriter number(int size, int value) {
    if (value >>> (8 * size) != 0) {
      throw new IllegalArgumentException(value + " does not fit into " + size + " bytes");
    }
    for (int i = size - 1; i >= 0; i--) {
      out.write(value >>> (8 * i));
    }
    return this;
  }
}
