package org.rats4j.cli.view;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;

/** The ways in which values are shown. */
public final class Meanings {
  private static final BigDecimal LATEST = BigDecimal.valueOf(253402300799L); // 9999-12-31

  /** Shows a number of seconds since 1970 with the time that it stands for. */
  public static final Meaning TIME =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          View plain = Meaning.PLAIN.show(item);
          if (item instanceof CborInteger integer) {
            return timed(plain, new BigDecimal(integer.value()));
          } else if (item instanceof CborFloat number && Double.isFinite(number.value())) {
            return timed(plain, new BigDecimal(number.value()));
          }
          return plain;
        }

        @Override
        public View show(JsonValue value) {
          View plain = Meaning.PLAIN.show(value);
          return value instanceof JsonNumber number && number.lexeme().length() < 30
              ? timed(plain, number.value())
              : plain;
        }
      };

  private Meanings() {}

  /** Returns a meaning that shows integers with their names. */
  public static Meaning named(Map<Long, String> names) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        View plain = Meaning.PLAIN.show(item);
        return small(item).map(names::get).map(plain::noted).orElse(plain);
      }
    };
  }

  /** Returns a meaning that shows maps whose keys {@code vocabulary} names. */
  public static Meaning map(Vocabulary vocabulary) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        return vocabulary.show(item);
      }

      @Override
      public View show(JsonValue value) {
        return vocabulary.show(value);
      }
    };
  }

  /** Returns a meaning that shows each value of a map with any keys. */
  public static Meaning mapOf(Meaning value) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        return item instanceof CborMap ? Meaning.plain(item, value::show) : PLAIN.show(item);
      }

      @Override
      public View show(JsonValue json) {
        return json instanceof JsonObject ? Meaning.plain(json, value::show) : PLAIN.show(json);
      }
    };
  }

  /** Returns a meaning that shows each element of an array. */
  public static Meaning listOf(Meaning element) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        return item instanceof CborArray ? Meaning.plain(item, element::show) : PLAIN.show(item);
      }

      @Override
      public View show(JsonValue json) {
        return json instanceof JsonArray ? Meaning.plain(json, element::show) : PLAIN.show(json);
      }
    };
  }

  /** Returns a meaning that shows arrays as named values; what is beyond the names is numbered. */
  public static Meaning tuple(Map<String, Meaning> elements) {
    List<String> names = List.copyOf(new LinkedHashMap<>(elements).keySet());
    List<Meaning> meanings = new ArrayList<>(elements.values());
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        if (!(item instanceof CborArray array)) {
          return PLAIN.show(item);
        }
        View.Builder group = View.Group.builder();
        for (int i = 0; i < array.items().size(); i++) {
          boolean known = i < names.size();
          Meaning meaning = known ? meanings.get(i) : PLAIN;
          group.put(known ? names.get(i) : Integer.toString(i), meaning.show(array.items().get(i)));
        }
        return group.build();
      }
    };
  }

  /** Returns {@code item} as long, if it is an integer of that range. */
  public static Optional<Long> small(CborItem item) {
    return item instanceof CborInteger integer && integer.value().bitLength() < Long.SIZE
        ? Optional.of(integer.value().longValue())
        : Optional.empty();
  }

  private static View timed(View plain, BigDecimal seconds) {
    if (seconds.abs().compareTo(LATEST) > 0) {
      return plain;
    }
    try {
      long whole = seconds.longValue();
      long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
      return plain.noted(Instant.ofEpochSecond(whole, nanos).toString());
    } catch (DateTimeException e) {
      return plain;
    }
  }
}
