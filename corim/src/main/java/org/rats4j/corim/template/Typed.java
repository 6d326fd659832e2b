package org.rats4j.corim.template;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** Objects that name the type of their value: {@code {"type": .., "value": ..}}. */
final class Typed {
  private Typed() {}

  /** Reads the value of an object whose type is known. */
  @FunctionalInterface
  interface Alternatives<T> {
    /**
     * Reads a value.
     *
     * @param header what stands beside the value
     * @return the value, or null if {@code type} is not one of the alternatives; then nothing was
     *     read
     */
    @Nullable T read(Header header, TemplateReader in) throws DecodingException;
  }

  /**
   * What stands beside the value.
   *
   * @param type the name of the type
   * @param tag the number of a CBOR tag, if there is one
   */
  record Header(String type, @Nullable Long tag) {}

  /** Writes a value. */
  @FunctionalInterface
  interface Value {
    void write(TemplateWriter out);
  }

  static <T> T read(TemplateReader in, Alternatives<T> alternatives) throws DecodingException {
    Header header = header(in.fork());
    T value = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "type", "tag" -> in.skip();
        case "value" -> {
          value = alternatives.read(header, in);
          if (value == null) {
            in.skip();
            throw in.fail(Reason.INVALID_VALUE, "type is none of those that may stand here");
          }
        }
        default -> in.unknownMember("a typed value");
      }
    }
    in.endObject();
    return in.required(value, "value");
  }

  private static Header header(TemplateReader ahead) throws DecodingException {
    String type = null;
    Long tag = null;
    ahead.startObject();
    while (ahead.hasNext()) {
      switch (ahead.name()) {
        case "type" -> type = ahead.text();
        case "tag" -> tag = ahead.unsigned();
        default -> ahead.skip();
      }
    }
    ahead.endObject();
    return new Header(ahead.required(type, "type"), tag);
  }

  static void write(TemplateWriter out, String type, Value value) {
    out.startObject().writeName("type").writeText(type).writeName("value");
    value.write(out);
    out.endObject();
  }

  static void writeText(TemplateWriter out, String type, String value) {
    write(out, type, o -> o.writeText(value));
  }

  /** Reads a text, which is in an object of type text if it looks like something else. */
  static String text(TemplateReader in) throws DecodingException {
    return read(in, (header, value) -> isText(header.type()) ? value.text() : null);
  }

  static boolean isText(String type) {
    return type.equals("text") || type.equals("string");
  }
}
