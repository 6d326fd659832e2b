package org.rats4j.corim.tdx;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/**
 * Objects that name the type of their value, {@code {"type": .., "value": ..}}, and expressions.
 */
final class TypedJson {
  private TypedJson() {}

  /** Reads a value. */
  @FunctionalInterface
  interface Reading<T> {
    T read(JsonReader in) throws DecodingException;
  }

  /** An operator and what it compares with. */
  record Operands<T>(int operator, T value) {}

  /**
   * Reads an object.
   *
   * @param alternatives what reads a value of a type, or null if the type is unknown
   */
  static <T> T read(JsonReader in, Function<String, @Nullable Reading<T>> alternatives)
      throws DecodingException {
    Reading<T> reading = alternatives.apply(type(in.fork()));
    if (reading == null) {
      in.skip();
      throw in.fail(Reason.INVALID_VALUE, "type is none of those that may stand here");
    }
    T value = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "type" -> in.skip();
        case "value" -> value = reading.read(in);
        default -> throw unknown(in);
      }
    }
    in.endObject();
    return required(in, value, "value");
  }

  private static String type(JsonReader ahead) throws DecodingException {
    String type = null;
    ahead.startObject();
    while (ahead.hasNext()) {
      if (ahead.readName().equals("type")) {
        type = ahead.readText();
      } else {
        ahead.skip();
      }
    }
    ahead.endObject();
    return required(ahead, type, "type");
  }

  static <T> Operands<T> operands(
      JsonReader in, String operatorName, String valueName, Reading<T> reading)
      throws DecodingException {
    Integer operator = null;
    T value = null;
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      if (name.equals(operatorName)) {
        String text = in.readText();
        operator = in.build(() -> Operator.ofName(text));
      } else if (name.equals(valueName)) {
        value = reading.read(in);
      } else {
        throw unknown(in);
      }
    }
    in.endObject();
    return new Operands<>(required(in, operator, operatorName), required(in, value, valueName));
  }

  private static DecodingException unknown(JsonReader in) {
    in.skip();
    return in.fail(Reason.UNEXPECTED_STRUCTURE, "unknown member");
  }

  private static <T> T required(JsonReader in, @Nullable T value, String member)
      throws DecodingException {
    if (value == null) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "member " + member + " is missing");
    }
    return value;
  }

  static void write(JsonWriter out, String type, Consumer<JsonWriter> value) {
    out.startObject().writeName("type").writeText(type).writeName("value");
    value.accept(out);
    out.endObject();
  }
}
