package org.rats4j.corim.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.JsonType;

/** Numbers of a registry by their names; a number that has none is written as number. */
final class NameTable {
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<Long, String> names = new HashMap<>();

  private NameTable() {}

  /** Returns a table of names whose numbers begin with {@code first}. */
  static NameTable of(long first, String... names) {
    NameTable table = new NameTable();
    for (String name : names) {
      long number = first + table.numbers.size();
      table.numbers.put(name, number);
      table.names.put(number, name);
    }
    return table;
  }

  @Nullable Long number(String name) {
    return numbers.get(name);
  }

  /** Returns the name of a number that has one. */
  String name(long number) {
    return Objects.requireNonNull(names.get(number), "name");
  }

  long read(TemplateReader in, String what) throws DecodingException {
    if (in.peekType() == JsonType.NUMBER) {
      return in.signed();
    }
    Long number = numbers.get(in.text());
    if (number == null) {
      throw in.fail(Reason.INVALID_VALUE, "unknown " + what);
    }
    return number;
  }

  void write(TemplateWriter out, long number) {
    String name = names.get(number);
    if (name == null) {
      out.writeInt(number);
    } else {
      out.writeText(name);
    }
  }
}
