package org.rats4j.core.json;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * Checks a whole JSON text and lays its values out on a {@link JsonTape}: structure, duplicate
 * names and limits. Nesting is a loop, not a recursion.
 */
final class JsonGate {
  private static final int NAME_BYTES = 1024;

  private final DecodeOptions options;
  private final JsonScanner in;
  private final JsonTape tape;
  private final Level[] levels;
  private int depth;

  private JsonGate(Bytes json, DecodeOptions options, String root) {
    this.options = options;
    this.in = new JsonScanner(json, root);
    this.tape = new JsonTape(json);
    this.levels = new Level[options.jsonDepth()];
  }

  /** An object or array that is open. */
  private static final class Level {
    /** Up to here comparing a name with each one before is cheaper than hashing it. */
    private static final int FEW = 16;

    private int index;
    private boolean object;
    private int size;
    private @Nullable Set<String> names;

    private void open(int newIndex, boolean isObject) {
      index = newIndex;
      object = isObject;
      size = 0;
      names = null;
    }

    /** Returns whether the name of the value {@code last} stood before. */
    private boolean isTwice(JsonTape tape, int last) {
      if (size <= FEW) {
        return tape.hasNameBefore(index, last);
      }
      if (names == null) {
        names = new HashSet<>(tape.namesBefore(index, last));
      }
      return !names.add(tape.name(last));
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
    JsonGate gate = new JsonGate(json, options, root);
    gate.check();
    return gate.tape;
  }

  private void check() throws DecodingException {
    int i = value(tape.add(), in.start());
    while (depth > 0) {
      Level level = levels[depth - 1];
      i = in.afterSpace(i);
      if (in.at(i) == (level.object ? '}' : ']')) {
        i++;
        tape.close(level.index, level.size);
        depth--;
      } else {
        i = element(level, level.size == 0 ? i : in.after(',', i));
      }
    }
    i = in.afterSpace(i);
    if (!in.isEnd(i)) {
      throw in.fail(Reason.TRAILING_DATA, "data behind the value", i);
    }
  }

  private int element(Level level, int i) throws DecodingException {
    int index = tape.add();
    level.size++;
    if (!level.object) {
      return value(index, i);
    }
    int from = in.after('"', i);
    int to = in.stringEnd(from, NAME_BYTES);
    tape.setName(index, from, to, in.hash(from, to), in.escaped());
    if (level.isTwice(tape, index)) {
      throw in.fail(Reason.DUPLICATE_KEY, "member stands twice", from);
    }
    if (level.size > options.mapEntries()) {
      throw in.fail(Reason.LIMIT_EXCEEDED, "object has more members than mapEntries", from);
    }
    return value(index, in.after(':', to + 1));
  }

  /** Checks the value at {@code i}, or the beginning of it, and returns what is behind. */
  private int value(int index, int i) throws DecodingException {
    int from = in.afterSpace(i);
    switch (in.at(from)) {
      case '{':
        return open(index, JsonType.OBJECT, from);
      case '[':
        return open(index, JsonType.ARRAY, from);
      case '"':
        int quote = in.stringEnd(from + 1, options.textBytes());
        tape.setText(index, JsonType.STRING, from + 1, quote, in.escaped());
        return quote + 1;
      case 't':
        tape.setLiteral(index, JsonType.BOOLEAN, true);
        return in.literalEnd(from, "true");
      case 'f':
        tape.setLiteral(index, JsonType.BOOLEAN, false);
        return in.literalEnd(from, "false");
      case 'n':
        tape.setLiteral(index, JsonType.NULL, false);
        return in.literalEnd(from, "null");
      default:
        int to = in.numberEnd(from);
        tape.setText(index, JsonType.NUMBER, from, to, false);
        return to;
    }
  }

  private int open(int index, JsonType type, int i) throws DecodingException {
    if (depth == levels.length) {
      throw in.fail(Reason.LIMIT_EXCEEDED, "nested deeper than jsonDepth", i);
    }
    tape.open(index, type);
    if (levels[depth] == null) {
      levels[depth] = new Level();
    }
    levels[depth++].open(index, type == JsonType.OBJECT);
    return i + 1;
  }
}
