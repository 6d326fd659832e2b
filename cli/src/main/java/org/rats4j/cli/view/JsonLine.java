package org.rats4j.cli.view;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.PrintableText;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNull;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.core.json.JsonWriter;

/** One JSON object on one line, for machines. */
public final class JsonLine {
  private final Map<String, JsonValue> members = new LinkedHashMap<>();

  /** Creates an empty object. */
  public JsonLine() {}

  /** Adds a text. */
  public JsonLine put(String name, String value) {
    return put(name, new JsonString(wellFormed(value)));
  }

  /** Adds true or false. */
  public JsonLine put(String name, boolean value) {
    return put(name, new JsonBoolean(value));
  }

  /** Adds an integer. */
  public JsonLine put(String name, long value) {
    return put(name, JsonNumber.of(value));
  }

  /** Adds an object. */
  public JsonLine put(String name, JsonLine value) {
    return put(name, value.toValue());
  }

  /** Adds a list of objects. */
  public JsonLine put(String name, List<JsonLine> values) {
    return put(name, new JsonArray(values.stream().map(JsonLine::toValue).toList()));
  }

  /** Adds a list of texts. */
  public JsonLine putTexts(String name, List<String> values) {
    return put(name, new JsonArray(values.stream().<JsonValue>map(it -> text(it)).toList()));
  }

  private static JsonString text(String value) {
    return new JsonString(wellFormed(value));
  }

  /** Adds a view; byte strings become hexadecimal text. */
  public JsonLine put(String name, View value) {
    return put(name, json(value));
  }

  /** Adds a value. */
  public JsonLine put(String name, JsonValue value) {
    members.put(name, value);
    return this;
  }

  private JsonValue toValue() {
    return new JsonObject(members);
  }

  /** Returns the object without line break. */
  @Override
  public String toString() {
    String json =
        new String(
            new JsonWriter().writeValue(toValue()).toByteArray(),
            java.nio.charset.StandardCharsets.UTF_8);
    return PrintableText.of(json);
  }

  private static JsonValue json(View view) {
    if (view instanceof View.Group group) {
      Map<String, JsonValue> values = new LinkedHashMap<>();
      group.entries().forEach((name, value) -> values.put(wellFormed(name), json(value)));
      return new JsonObject(values);
    } else if (view instanceof View.Items items) {
      return new JsonArray(items.elements().stream().map(JsonLine::json).toList());
    } else if (view instanceof View.Noted noted) {
      return json(noted.value());
    } else if (view instanceof View.Text text) {
      return new JsonString(wellFormed(text.value()));
    } else if (view instanceof View.Numeral number) {
      return new JsonNumber(number.lexeme());
    } else if (view instanceof View.Flag flag) {
      return new JsonBoolean(flag.value());
    } else if (view instanceof View.Binary binary) {
      return new JsonString(binary.value().toHex());
    } else if (view instanceof View.Symbol symbol) {
      return new JsonString(symbol.name());
    }
    return new JsonNull();
  }

  /** Returns {@code value} as JSON number, or as symbol if JSON has no form for it. */
  static View number(double value) {
    if (!Double.isFinite(value)) {
      return new View.Symbol(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
    return new View.Numeral(new BigDecimal(Double.toString(value)).toString());
  }

  /** File names may hold anything: a lone surrogate has no UTF-8. */
  private static String wellFormed(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, '\ufffd');
      }
    }
    return clean == null ? text : clean.toString();
  }
}
