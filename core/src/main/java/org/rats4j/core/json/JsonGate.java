package org.rats4j.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.internal.BytesAccess;

/** Checks a whole JSON text and lays its values out on a {@link JsonTape}. */
final class JsonGate {
  private static final int NAME_BYTES = 1024;
  private static final int FEW_NAMES = 12;

  /**
   * Never interns names, so that input cannot fill the table of the virtual machine. Jackson's own
   * limits are off: those of the options are checked here, with our reasons.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final DecodeOptions options;
  private final String root;
  private final JsonParser parser;
  private final JsonTape tape;
  private final Level[] levels;
  private int depth;

  private JsonGate(DecodeOptions options, String root, JsonParser parser, int size) {
    this.options = options;
    this.root = root;
    this.parser = parser;
    this.tape = new JsonTape(Math.min(16 + size / 16, 4096));
    this.levels = new Level[options.jsonDepth()];
  }

  /** An object or array that is open. */
  private static final class Level {
    private int index;
    private boolean object;
    private int members;
    private final String[] few = new String[FEW_NAMES];
    private @Nullable Set<String> many;

    private void open(int index, boolean object) {
      this.index = index;
      this.object = object;
      members = 0;
      many = null;
    }

    /** Adds a name and returns whether it is new. Most objects are too small for a hash set. */
    private boolean add(String name) {
      if (members >= FEW_NAMES) {
        if (many == null) {
          many = new HashSet<>(Set.of(few));
        }
        members++;
        return many.add(name);
      }
      for (int i = 0; i < members; i++) {
        if (few[i].equals(name)) {
          return false;
        }
      }
      few[members++] = name;
      return true;
    }
  }

  /**
   * Returns the values of {@code json}.
   *
   * @throws DecodingException with the path {@code root} if {@code json} is not exactly one valid
   *     value
   */
  static JsonTape check(Bytes json, DecodeOptions options, String root) throws DecodingException {
    if (json.size() > options.inputBytes()) {
      throw DecodingException.of(Reason.LIMIT_EXCEEDED, root, "input is longer than inputBytes");
    }
    Utf8Text.check(json, root);
    byte[] array = BytesAccess.array(json);
    int offset = BytesAccess.offset(json);
    try (JsonParser parser = FACTORY.createParser(array, offset, json.size())) {
      return new JsonGate(options, root, parser, json.size()).read();
    } catch (StreamConstraintsException e) {
      throw DecodingException.of(Reason.LIMIT_EXCEEDED, root, "a limit of the parser is exceeded");
    } catch (JsonEOFException e) {
      throw truncated(root, "input ends inside a value");
    } catch (JsonProcessingException e) {
      // Jackson's message quotes the input: it must not get into ours.
      throw isAt(json.size(), e)
          ? truncated(root, "input ends inside a value")
          : DecodingException.of(Reason.NOT_WELL_FORMED, root, "not JSON" + at(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading an array", e);
    }
  }

  private static DecodingException truncated(String root, String detail) {
    return DecodingException.of(Reason.NOT_WELL_FORMED, CoreCodes.TRUNCATED, root, detail);
  }

  private static boolean isAt(int end, JsonProcessingException e) {
    return e.getLocation() != null && e.getLocation().getByteOffset() == end;
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at offset " + e.getLocation().getByteOffset();
  }

  private JsonTape read() throws IOException, DecodingException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw truncated(root, "input ends where a value is due");
    }
    value(token, null);
    while (depth > 0) {
      Level level = levels[depth - 1];
      token = parser.nextToken();
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        tape.close(level.index);
        depth--;
      } else if (level.object) {
        String name = name(level);
        value(parser.nextToken(), name);
      } else {
        value(token, null);
      }
    }
    nothingBehind();
    return tape;
  }

  private void nothingBehind() throws IOException, DecodingException {
    boolean more;
    try {
      more = parser.nextToken() != null;
    } catch (JsonProcessingException e) {
      more = true;
    }
    if (more) {
      throw fail(Reason.TRAILING_DATA, "data behind the value");
    }
  }

  private String name(Level level) throws IOException, DecodingException {
    String name = parser.currentName();
    if (Utf8Text.isLonger(name, NAME_BYTES)) {
      throw fail(Reason.LIMIT_EXCEEDED, "name is longer than " + NAME_BYTES + " bytes");
    }
    if (!level.add(name)) {
      throw fail(Reason.DUPLICATE_KEY, "member stands twice");
    }
    if (level.members > options.mapEntries()) {
      throw fail(Reason.LIMIT_EXCEEDED, "object has more members than mapEntries");
    }
    return name;
  }

  private void value(@Nullable JsonToken token, @Nullable String name)
      throws IOException, DecodingException {
    switch (Objects.requireNonNull(token)) {
      case START_OBJECT -> open(tape.add(JsonType.OBJECT, name, null), true);
      case START_ARRAY -> open(tape.add(JsonType.ARRAY, name, null), false);
      case VALUE_STRING -> tape.add(JsonType.STRING, name, text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tape.add(JsonType.NUMBER, name, number(token));
      case VALUE_TRUE -> tape.add(JsonType.BOOLEAN, name, "true");
      case VALUE_FALSE -> tape.add(JsonType.BOOLEAN, name, null);
      case VALUE_NULL -> tape.add(JsonType.NULL, name, null);
      default -> throw fail(Reason.NOT_WELL_FORMED, "not a value");
    }
  }

  private void open(int index, boolean object) throws DecodingException {
    if (depth == levels.length) {
      throw fail(Reason.LIMIT_EXCEEDED, CoreCodes.DEPTH_LIMIT, "nested deeper than jsonDepth");
    }
    if (levels[depth] == null) {
      levels[depth] = new Level();
    }
    levels[depth++].open(index, object);
  }

  private String text() throws IOException, DecodingException {
    String text = parser.getText();
    if (Utf8Text.isLonger(text, options.textBytes())) {
      throw fail(Reason.LIMIT_EXCEEDED, "string is longer than textBytes");
    }
    return text;
  }

  private String number(JsonToken token) throws IOException, DecodingException {
    if (parser.getTextLength() > JsonNumber.LENGTH_MAX) {
      throw fail(Reason.LIMIT_EXCEEDED, "number is longer than " + JsonNumber.LENGTH_MAX);
    }
    String lexeme = parser.getText();
    if (token == JsonToken.VALUE_NUMBER_FLOAT && !JsonNumber.exponentIsSmall(lexeme)) {
      throw fail(Reason.LIMIT_EXCEEDED, "exponent is beyond +-" + JsonNumber.EXPONENT_MAX);
    }
    return lexeme;
  }

  private DecodingException fail(Reason reason, String detail) {
    return fail(reason, reason.name(), detail);
  }

  private DecodingException fail(Reason reason, String code, String detail) {
    long offset = parser.currentTokenLocation().getByteOffset();
    return DecodingException.of(reason, code, root, detail + " at offset " + offset);
  }
}
