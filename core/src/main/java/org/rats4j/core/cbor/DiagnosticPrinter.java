package org.rats4j.core.cbor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Writes items in diagnostic notation. */
final class DiagnosticPrinter {
  /** Floats from 10^-3 to below 10^7 have no exponent. */
  private static final int PLAIN_MIN = -3;

  private static final int PLAIN_MAX = 7;

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;
  private int level;

  DiagnosticPrinter(boolean indented) {
    this.indented = indented;
  }

  String print(CborItem item) {
    item(item);
    return out.toString();
  }

  private void item(CborItem item) {
    CborItem untagged = item;
    int tags = 0;
    while (untagged instanceof CborTagged tagged) {
      out.append(Long.toUnsignedString(tagged.tag())).append('(');
      untagged = tagged.content();
      tags++;
    }
    untagged(untagged);
    out.append(")".repeat(tags));
  }

  private void untagged(CborItem item) {
    if (item instanceof CborInteger integer) {
      out.append(integer.fitsLong() ? Long.toString(integer.longValue()) : integer.value());
    } else if (item instanceof CborText text) {
      text(text.value());
    } else if (item instanceof CborBytes bytes) {
      out.append("h'").append(bytes.value().toHex()).append('\'');
    } else if (item instanceof CborArray array) {
      array(array.items());
    } else if (item instanceof CborMap map) {
      map(map);
    } else if (item instanceof CborFloat number) {
      out.append(number(number.value()));
    } else if (item instanceof CborSimple simple) {
      out.append(simple(simple.value()));
    }
  }

  private void array(List<CborItem> items) {
    out.append('[');
    level++;
    for (int i = 0; i < items.size(); i++) {
      separate(i);
      item(items.get(i));
    }
    end(items.isEmpty(), ']');
  }

  private void map(CborMap map) {
    out.append('{');
    level++;
    for (int i = 0; i < map.size(); i++) {
      separate(i);
      item(map.key(i));
      out.append(": ");
      item(map.value(i));
    }
    end(map.size() == 0, '}');
  }

  private void separate(int index) {
    if (index > 0) {
      out.append(indented ? "," : ", ");
    }
    if (indented) {
      newLine();
    }
  }

  private void end(boolean empty, char bracket) {
    level--;
    if (indented && !empty) {
      newLine();
    }
    out.append(bracket);
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(level));
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"':
        case '\\':
          out.append('\\').append(c);
          break;
        case '\n':
          out.append("\\n");
          break;
        case '\r':
          out.append("\\r");
          break;
        case '\t':
          out.append("\\t");
          break;
        default:
          character(c);
      }
    }
    out.append('"');
  }

  /** Escapes what a terminal would act upon, and what it would not show. */
  private void character(char c) {
    int type = Character.getType(c);
    if (Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR) {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
      return Double.toString(value);
    }
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    if (exponent >= PLAIN_MIN && exponent < PLAIN_MAX) {
      return shortest.setScale(Math.max(shortest.scale(), 1)).toPlainString();
    }
    String sign = value < 0 ? "-" : "";
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    String exponentSign = exponent < 0 ? "e" : "e+";
    return sign + digits.charAt(0) + '.' + fraction + exponentSign + exponent;
  }

  /** Returns the shortest decimal that reads back as {@code value}; JDK 17 has longer ones. */
  private static BigDecimal shortest(double value) {
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal exact = new BigDecimal(value);
    for (int digits = shortest.precision() - 1; digits > 1; digits--) {
      BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_UP));
      if (shorter.doubleValue() != value) {
        break;
      }
      shortest = shorter;
    }
    return shortest.stripTrailingZeros();
  }

  private static String simple(int value) {
    switch (value) {
      case 20:
        return "false";
      case 21:
        return "true";
      case 22:
        return "null";
      case 23:
        return "undefined";
      default:
        return "simple(" + value + ")";
    }
  }
}
