package org.rats4j.core.jackson;

import java.util.HashSet;
import java.util.Set;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;

/**
 * Refuses what jackson-dataformat-cbor would change without a word: it makes text of every map key
 * and cuts keys at 64 bits, interprets or drops tags, and makes null of undefined and integers of
 * simple values.
 */
final class JacksonGate {
  private JacksonGate() {}

  /** Walks over the next item; no deeper than the reader's own limit. */
  static void check(CborReader in) throws DecodingException {
    switch (in.peekType()) {
      case TAG -> {
        long tag = in.readTag();
        throw unsupported(in, "tag " + Long.toUnsignedString(tag));
      }
      case UNDEFINED -> {
        in.skip();
        throw unsupported(in, "undefined");
      }
      case SIMPLE -> {
        in.skip();
        throw unsupported(in, "unassigned simple value");
      }
      case ARRAY -> {
        in.startArray();
        while (in.hasNext()) {
          check(in);
        }
        in.endArray();
      }
      case MAP -> {
        in.startMap();
        Set<String> names = new HashSet<>();
        while (in.hasNext()) {
          if (!names.add(name(in))) {
            throw unsupported(in, "integer key and text key of the same look");
          }
          check(in);
        }
        in.endMap();
      }
      default -> in.skip();
    }
  }

  private static String name(CborReader in) throws DecodingException {
    CborType type = in.peekType();
    boolean label =
        type == CborType.TEXT_STRING
            || type == CborType.UNSIGNED_INTEGER
            || type == CborType.NEGATIVE_INTEGER;
    if (!label) {
      in.skip();
      throw unsupported(in, "map key of type " + type);
    }
    Label key = in.readLabel();
    if (key instanceof Label.OfInteger integer && !integer.fitsLong()) {
      throw unsupported(in, "map key beyond 64 bits signed");
    }
    return key.toString();
  }

  private static DecodingException unsupported(CborReader in, String what) {
    return in.fail(Reason.UNSUPPORTED, what + " does not survive Jackson");
  }
}
