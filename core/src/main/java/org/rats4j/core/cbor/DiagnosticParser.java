package org.rats4j.core.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** Reads diagnostic notation. */
final class DiagnosticParser {
  /** How deep arrays, maps, tags and embedded items may nest. */
  static final int DEPTH_MAX = 128;

  private static final int NUMBER_MAX = 1000;
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern RADIX = Pattern.compile("[+-]?0[xob][0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?");

  private final DiagnosticScanner in;
  private final DiagnosticStrings strings;
  private int depth;

  DiagnosticParser(String text) {
    in = new DiagnosticScanner(text);
    strings = new DiagnosticStrings(in);
  }

  CborItem parse() throws DecodingException {
    CborItem item = item();
    if (in.peek() != DiagnosticScanner.END) {
      throw in.fail(Reason.TRAILING_DATA, "text behind the item");
    }
    return item;
  }

  /** Reads one item with the space around it. */
  private CborItem item() throws DecodingException {
    if (++depth > DEPTH_MAX) {
      throw in.fail(Reason.LIMIT_EXCEEDED, "nested deeper than " + DEPTH_MAX);
    }
    in.skipSpace();
    CborItem item = bareItem();
    in.skipSpace();
    depth--;
    return item;
  }

  private CborItem bareItem() throws DecodingException {
    if (in.take("[")) {
      in.skipEncodingIndicator();
      return new CborArray(items("]"));
    }
    if (in.take("{")) {
      in.skipEncodingIndicator();
      return map();
    }
    if (in.take("<<")) {
      return embedded();
    }
    if (in.take("(_")) {
      return chunks();
    }
    CborItem string = strings.tryRead();
    if (string != null) {
      in.skipEncodingIndicator();
      return string;
    }
    return word(in.word());
  }

  private List<CborItem> items(String end) throws DecodingException {
    List<CborItem> items = new ArrayList<>();
    in.skipSpace();
    while (!in.take(end)) {
      items.add(item());
      separate(end);
    }
    return items;
  }

  private CborMap map() throws DecodingException {
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    in.skipSpace();
    while (!in.take("}")) {
      CborItem key = item();
      in.expect(':');
      if (entries.put(key, item()) != null) {
        throw in.fail(Reason.DUPLICATE_KEY, "key stands twice in the map");
      }
      separate("}");
    }
    return new CborMap(entries);
  }

  /** Moves behind a comma, which may be missing only before the end. */
  private void separate(String end) throws DecodingException {
    if (in.take(",")) {
      in.skipSpace();
    } else if (in.peek() != end.charAt(0)) {
      throw in.notWellFormed("',' or '" + end + "' expected");
    }
  }

  private CborItem embedded() throws DecodingException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (CborItem item : items(">>")) {
      content.writeBytes(item.encode().toByteArray());
    }
    return new CborBytes(Bytes.copyOf(content.toByteArray()));
  }

  /** Reads the chunks of a string of indefinite length and joins them. */
  private CborItem chunks() throws DecodingException {
    List<CborItem> chunks = items(")");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder text = new StringBuilder();
    for (CborItem chunk : chunks) {
      if (chunk.getClass() != chunks.get(0).getClass()) {
        throw in.notWellFormed("chunks of two types");
      }
      if (chunk instanceof CborText part) {
        text.append(part.value());
      } else if (chunk instanceof CborBytes part) {
        bytes.writeBytes(part.value().toByteArray());
      } else {
        throw in.notWellFormed("chunk is no string");
      }
    }
    if (chunks.isEmpty()) {
      throw in.notWellFormed("chunk expected");
    }
    return chunks.get(0) instanceof CborText
        ? new CborText(text.toString())
        : new CborBytes(Bytes.copyOf(bytes.toByteArray()));
  }

  private CborItem word(String word) throws DecodingException {
    switch (word) {
      case "true":
        return CborSimple.TRUE;
      case "false":
        return CborSimple.FALSE;
      case "null":
        return CborSimple.NULL;
      case "undefined":
        return CborSimple.UNDEFINED;
      case "simple":
        return simple();
      case "NaN":
        return number(Double.NaN);
      case "Infinity":
      case "+Infinity":
        return number(Double.POSITIVE_INFINITY);
      case "-Infinity":
        return number(Double.NEGATIVE_INFINITY);
      default:
        return number(word);
    }
  }

  private CborItem simple() throws DecodingException {
    in.expect('(');
    in.skipSpace();
    BigInteger number = integer(in.word());
    in.skipSpace();
    in.expect(')');
    if (number.bitLength() > Byte.SIZE) {
      throw in.fail(Reason.INVALID_VALUE, "no simple value");
    }
    try {
      return CborSimple.of(number.intValue());
    } catch (IllegalArgumentException e) {
      throw in.fail(Reason.INVALID_VALUE, "no simple value");
    }
  }

  private CborItem number(double value) {
    in.skipEncodingIndicator();
    return new CborFloat(value);
  }

  private CborItem number(String word) throws DecodingException {
    if (word.length() > NUMBER_MAX) {
      throw in.fail(Reason.LIMIT_EXCEEDED, "number of more than " + NUMBER_MAX + " characters");
    }
    if (!INTEGER.matcher(word).matches() && DECIMAL.matcher(word).matches()) {
      double value = Double.parseDouble(word);
      if (Double.isInfinite(value)) {
        throw in.fail(Reason.INVALID_VALUE, "float is beyond 64 bits");
      }
      return number(value);
    }
    BigInteger value = integer(word);
    in.skipEncodingIndicator();
    in.skipSpace();
    return in.take("(") ? tagged(value) : CborInteger.orBignum(value);
  }

  private CborItem tagged(BigInteger tag) throws DecodingException {
    if (tag.signum() < 0 || tag.bitLength() > Long.SIZE) {
      throw in.fail(Reason.INVALID_VALUE, "tag is not in 0..2^64-1");
    }
    CborItem content = item();
    in.expect(')');
    return new CborTagged(tag.longValue(), content);
  }

  private BigInteger integer(String word) throws DecodingException {
    if (INTEGER.matcher(word).matches()) {
      return new BigInteger(word);
    }
    if (!RADIX.matcher(word).matches()) {
      throw in.notWellFormed("no item");
    }
    int letter = word.indexOf('0') + 1;
    int radix = word.charAt(letter) == 'x' ? 16 : word.charAt(letter) == 'o' ? 8 : 2;
    try {
      BigInteger magnitude = new BigInteger(word.substring(letter + 1), radix);
      return word.charAt(0) == '-' ? magnitude.negate() : magnitude;
    } catch (NumberFormatException e) {
      throw in.notWellFormed("no number of base " + radix);
    }
  }
}
