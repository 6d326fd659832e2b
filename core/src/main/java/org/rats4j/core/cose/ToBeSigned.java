package org.rats4j.core.cose;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BytesAccess;

/**
 * The bytes that a signature is over (RFC 9052, sections 4.4 and 6.3), in two parts, so that the
 * payload is not copied.
 *
 * <pre>{@code
 * [context, body_protected, ? sign_protected, external_aad, payload]
 * }</pre>
 */
final class ToBeSigned {
  private ToBeSigned() {}

  static List<Bytes> parts(
      CoseForm form, List<CoseLayer> layers, Bytes externalAad, Bytes payload) {
    byte[] context = form.context.getBytes(StandardCharsets.US_ASCII);
    int size = 2 + context.length + 5 + externalAad.size() + 5;
    for (CoseLayer layer : layers) {
      size = Math.addExact(size, 5 + layer.protectedHeaders().encoded().size());
    }
    Prefix prefix = new Prefix(size);
    prefix.head(0x80, 3 + layers.size());
    prefix.head(0x60, context.length);
    prefix.append(context, 0, context.length);
    for (CoseLayer layer : layers) {
      CoseHeaders headers = layer.protectedHeaders();
      // An empty map counts as no bytes, however it was sent (RFC 9052, section 4.4).
      prefix.string(headers.isEmpty() ? Bytes.EMPTY : headers.encoded());
    }
    prefix.string(externalAad);
    prefix.head(0x40, payload.size());
    return List.of(prefix.toBytes(), payload);
  }

  static Bytes joined(CoseForm form, List<CoseLayer> layers, Bytes externalAad, Bytes payload) {
    List<Bytes> parts = parts(form, layers, externalAad, payload);
    return parts.get(0).concat(parts.get(1));
  }

  /** Everything before the payload. */
  private static final class Prefix {
    private final byte[] array;
    private int length;

    Prefix(int capacity) {
      array = new byte[capacity];
    }

    void head(int majorType, int argument) {
      if (argument < 24) {
        array[length++] = (byte) (majorType | argument);
      } else if (argument < 0x100) {
        array[length++] = (byte) (majorType | 24);
        array[length++] = (byte) argument;
      } else if (argument < 0x10000) {
        array[length++] = (byte) (majorType | 25);
        array[length++] = (byte) (argument >> 8);
        array[length++] = (byte) argument;
      } else {
        array[length++] = (byte) (majorType | 26);
        array[length++] = (byte) (argument >> 24);
        array[length++] = (byte) (argument >> 16);
        array[length++] = (byte) (argument >> 8);
        array[length++] = (byte) argument;
      }
    }

    void string(Bytes value) {
      head(0x40, value.size());
      append(BytesAccess.array(value), BytesAccess.offset(value), value.size());
    }

    void append(byte[] from, int offset, int count) {
      System.arraycopy(from, offset, array, length, count);
      length += count;
    }

    Bytes toBytes() {
      return BytesAccess.wrap(array, 0, length);
    }
  }
}
