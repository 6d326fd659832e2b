package org.rats4j.corim.coswid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.corim.CorimOptions;

/** Tells attributes from extensions of other types, and reads them. */
final class AttributeReader {
  private AttributeReader() {}

  /** Returns whether {@code in} stands at the value of an attribute. */
  static boolean isNext(CborReader in) {
    CborReader ahead = in.fork();
    if (in.peekType() != CborType.ARRAY) {
      return isText(ahead) || isInteger(ahead);
    }
    try {
      if (ahead.startArray() < 2) {
        return false;
      }
    } catch (DecodingException e) {
      return false;
    }
    boolean texts = isText(ahead);
    while (ahead.hasNext()) {
      if (texts ? !isText(ahead) : !isInteger(ahead)) {
        return false;
      }
      ahead.skip();
    }
    return true;
  }

  private static boolean isText(CborReader in) {
    return in.peekType() == CborType.TEXT_STRING;
  }

  private static boolean isInteger(CborReader in) {
    return in.peekType() == CborType.UNSIGNED_INTEGER || in.peekType() == CborType.NEGATIVE_INTEGER;
  }

  /** Returns {@code raw} as attribute; empty if it is an extension of another type. */
  static Optional<SwidAttribute> ofRaw(Bytes raw) {
    try {
      CborReader in = CborReader.of(raw, CorimOptions.STRICT, "");
      if (!isNext(in)) {
        return Optional.empty();
      }
      boolean array = in.peekType() == CborType.ARRAY;
      if (array) {
        in.startArray();
      }
      return Optional.of(isText(in) ? readTexts(in, array) : readIntegers(in, array));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  private static SwidAttribute readTexts(CborReader in, boolean array) throws DecodingException {
    List<String> texts = new ArrayList<>();
    do {
      texts.add(in.readText());
    } while (array && in.hasNext());
    return new SwidAttribute.OfTexts(texts);
  }

  private static SwidAttribute readIntegers(CborReader in, boolean array) throws DecodingException {
    List<BigInteger> integers = new ArrayList<>();
    do {
      integers.add(in.readInteger());
    } while (array && in.hasNext());
    return new SwidAttribute.OfIntegers(integers);
  }
}
