package org.rats4j.core.vectors;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborText;

/**
 * Reads the diagnostic notation that the vectors use: what RFC 8949 appendix A has, and {@code
 * [1..25]} for an array of counting numbers. Marks of indefinite length are read over.
 */
final class Edn {
  private final String text;
  private int position;

  private Edn(String text) {
    this.text = text;
  }

  static CborItem parse(String text) {
    Edn edn = new Edn(text);
    CborItem item = edn.item();
    edn.space();
    if (edn.position != text.length()) {
      throw edn.fail();
    }
    return item;
  }

  private CborItem item() {
    space();
    char c = text.charAt(position);
    if (c == '[') {
      return array();
    }
    if (c == '{') {
      return map();
    }
    if (c == '"') {
      return new CborText(string());
    }
    if (c == '(') {
      return chunks();
    }
    if (take("h'")) {
      int end = text.indexOf('\'', position);
      Bytes bytes = Bytes.ofHex(text.substring(position, end));
      position = end + 1;
      return new CborBytes(bytes);
    }
    return word();
  }

  private CborItem array() {
    take("[");
    take("_");
    List<CborItem> items = new ArrayList<>();
    while (!closes("]")) {
      items.add(item());
      if (take("..")) {
        long last = ((CborInteger) item()).value().longValueExact();
        for (long i = items.size() + 1; i <= last; i++) {
          items.add(CborInteger.of(i));
        }
      }
    }
    return new CborArray(items);
  }

  private CborItem map() {
    take("{");
    take("_");
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    while (!closes("}")) {
      CborItem key = item();
      space();
      if (!take(":")) {
        throw fail();
      }
      entries.put(key, item());
    }
    return new CborMap(entries);
  }

  private CborItem chunks() {
    take("(");
    take("_");
    StringBuilder joined = new StringBuilder();
    while (!closes(")")) {
      joined.append(((CborText) item()).value());
    }
    return new CborText(joined.toString());
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    for (position++; text.charAt(position) != '"'; position++) {
      char c = text.charAt(position);
      if (c == '\\') {
        c = text.charAt(++position);
        switch (c) {
          case '"', '\\', '/' -> {}
          case 'n' -> c = '\n';
          case 'r' -> c = '\r';
          case 't' -> c = '\t';
          case 'b' -> c = '\b';
          case 'f' -> c = '\f';
          case 'u' -> {
            c = (char) Integer.parseInt(text.substring(position + 1, position + 5), 16);
            position += 4;
          }
          default -> throw fail();
        }
      }
      string.append(c);
    }
    position++;
    return string.toString();
  }

  private CborItem word() {
    int start = position;
    while (position < text.length()
        && " ,:()[]{}\n".indexOf(text.charAt(position)) < 0
        && !text.startsWith("..", position)) {
      position++;
    }
    String word = text.substring(start, position);
    if (take("(")) {
      CborItem content = item();
      if (!closes(")")) {
        throw fail();
      }
      return word.equals("simple")
          ? new CborSimple(((CborInteger) content).value().intValueExact())
          : new CborTagged(Long.parseUnsignedLong(word), content);
    }
    return switch (word) {
      case "false" -> CborSimple.FALSE;
      case "true" -> CborSimple.TRUE;
      case "null" -> CborSimple.NULL;
      case "undefined" -> CborSimple.UNDEFINED;
      case "NaN" -> new CborFloat(Double.NaN);
      case "Infinity" -> new CborFloat(Double.POSITIVE_INFINITY);
      case "-Infinity" -> new CborFloat(Double.NEGATIVE_INFINITY);
      default ->
          word.matches("-?\\d+")
              ? new CborInteger(new BigInteger(word))
              : new CborFloat(Double.parseDouble(word));
    };
  }

  /** Takes a separator, and returns whether the container ends here. */
  private boolean closes(String end) {
    space();
    take(",");
    space();
    return take(end);
  }

  private void space() {
    while (position < text.length() && " \n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private boolean take(String token) {
    boolean there = text.startsWith(token, position);
    position += there ? token.length() : 0;
    return there;
  }

  private AssertionError fail() {
    return new AssertionError("not diagnostic notation at " + position + ": " + text);
  }
}
