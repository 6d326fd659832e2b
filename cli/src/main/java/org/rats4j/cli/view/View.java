package org.rats4j.cli.view;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rats4j.core.Bytes;

/** What a message says, whatever its encoding was. */
public sealed interface View {

  /** Returns a text. */
  static View text(String value) {
    return new Text(value);
  }

  /** Returns an integer. */
  static View number(long value) {
    return new Numeral(Long.toString(value));
  }

  /** Returns an integer. */
  static View number(BigInteger value) {
    return new Numeral(value.toString());
  }

  /** Returns a byte string. */
  static View bytes(Bytes value) {
    return new Binary(value);
  }

  /** Returns this value with a remark for people, which machines do not see. */
  default View noted(String note) {
    return new Noted(this, note);
  }

  /**
   * Named values in order.
   *
   * @param entries the values by name
   */
  record Group(Map<String, View> entries) implements View {
    /** Creates a group. */
    public Group {
      entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns a builder of a group. */
    public static Builder builder() {
      return new Builder();
    }
  }

  /**
   * Values in order.
   *
   * @param elements the values
   */
  record Items(List<View> elements) implements View {
    /** Creates a list. */
    public Items {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A text.
   *
   * @param value the text as received, control characters included
   */
  record Text(String value) implements View {
    /** Creates a text. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A number.
   *
   * @param lexeme the number in the grammar of JSON
   */
  record Numeral(String lexeme) implements View {
    /** Creates a number. */
    public Numeral {
      Objects.requireNonNull(lexeme, "lexeme");
    }
  }

  /**
   * True or false.
   *
   * @param value which of them
   */
  record Flag(boolean value) implements View {}

  /** The null of CBOR and JSON. */
  record Nothing() implements View {}

  /**
   * A value that JSON has no form for, such as {@code undefined} or {@code NaN}.
   *
   * @param name the value in diagnostic notation
   */
  record Symbol(String name) implements View {
    /** Creates a symbol. */
    public Symbol {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A byte string.
   *
   * @param value its content
   */
  record Binary(Bytes value) implements View {
    /** Creates a byte string. */
    public Binary {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A value with a remark for people.
   *
   * @param value the value
   * @param note the remark, such as the name of a number
   */
  record Noted(View value, String note) implements View {
    /** Creates a value with a remark. */
    public Noted {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(note, "note");
    }
  }

  /** Builds a {@link Group}. Not safe for use by several threads. */
  final class Builder {
    private final Map<String, View> entries = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a value; a name that is there already gets a number behind it. */
    public Builder put(String name, View value) {
      String free = name;
      for (int i = 2; entries.containsKey(free); i++) {
        free = name + " #" + i;
      }
      entries.put(free, value);
      return this;
    }

    /** Adds a text. */
    public Builder put(String name, String value) {
      return put(name, text(value));
    }

    /** Adds a list of texts, unless it is empty. */
    public Builder putTexts(String name, List<String> values) {
      List<View> texts = new ArrayList<>();
      values.forEach(value -> texts.add(text(value)));
      return texts.isEmpty() ? this : put(name, new Items(texts));
    }

    /** Returns the group. */
    public Group build() {
      return new Group(entries);
    }
  }
}
