package org.rats4j.cli.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * How a value is shown. A meaning never fails: a value that does not fit is shown as it is.
 *
 * <p>The constants and factories are in {@link Meanings}.
 */
public interface Meaning {
  /** Shows a value as it is. */
  Meaning PLAIN = new Meaning() {};

  /** Returns how {@code item} is shown. */
  default View show(CborItem item) {
    return plain(item, PLAIN::show);
  }

  /** Returns how {@code value} is shown. */
  default View show(JsonValue value) {
    return plain(value, PLAIN::show);
  }

  /** Returns {@code item} as it is, with what is inside shown by {@code inner}. */
  static View plain(CborItem item, Function<CborItem, View> inner) {
    if (item instanceof CborInteger integer) {
      return View.number(integer.value());
    } else if (item instanceof CborText text) {
      return View.text(text.value());
    } else if (item instanceof CborBytes bytes) {
      return View.bytes(bytes.value());
    } else if (item instanceof CborFloat number) {
      return JsonLine.number(number.value());
    } else if (item instanceof CborArray array) {
      return new View.Items(array.items().stream().map(inner).toList());
    } else if (item instanceof CborMap map) {
      View.Builder group = View.Group.builder();
      map.entries().forEach((key, value) -> group.put(label(key), inner.apply(value)));
      return group.build();
    } else if (item instanceof CborTagged tagged) {
      return View.Group.builder()
          .put("tag", new View.Numeral(Long.toUnsignedString(tagged.tag())))
          .put("value", inner.apply(tagged.content()))
          .build();
    }
    return simple((CborSimple) item);
  }

  /** Returns {@code value} as it is, with what is inside shown by {@code inner}. */
  static View plain(JsonValue value, Function<JsonValue, View> inner) {
    if (value instanceof JsonString text) {
      return View.text(text.value());
    } else if (value instanceof JsonNumber number) {
      return new View.Numeral(number.lexeme());
    } else if (value instanceof JsonBoolean flag) {
      return new View.Flag(flag.value());
    } else if (value instanceof JsonArray array) {
      return new View.Items(array.items().stream().map(inner).toList());
    } else if (value instanceof JsonObject object) {
      Map<String, View> members = new LinkedHashMap<>();
      object.members().forEach((name, member) -> members.put(name, inner.apply(member)));
      return new View.Group(members);
    }
    return new View.Nothing();
  }

  /**
   * Returns the name of a map key without vocabulary; a text that reads like a number is quoted.
   */
  static String label(CborItem key) {
    if (key instanceof CborInteger integer) {
      return integer.value().toString();
    } else if (key instanceof CborText text) {
      return text.value().matches("-?[0-9]+|\".*") ? '"' + text.value() + '"' : text.value();
    }
    return Diagnostic.print(key);
  }

  private static View simple(CborSimple item) {
    return switch (item.value()) {
      case 20 -> new View.Flag(false);
      case 21 -> new View.Flag(true);
      case 22 -> new View.Nothing();
      case 23 -> new View.Symbol("undefined");
      default -> new View.Symbol("simple(" + item.value() + ")");
    };
  }
}
