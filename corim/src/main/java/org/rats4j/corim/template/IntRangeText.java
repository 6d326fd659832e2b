package org.rats4j.corim.template;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.comid.IntRange;

/** An integer, or a range of integers that may be open at both ends. */
final class IntRangeText {
  private IntRangeText() {}

  static IntRange read(TemplateReader in) throws DecodingException {
    return Typed.read(
        in,
        (header, value) ->
            switch (header.type()) {
              case "rawIntInteger" -> {
                BigInteger number = value.integer();
                yield value.build(() -> IntRange.of(number));
              }
              case "rawIntRange" -> readBounds(value);
              default -> null;
            });
  }

  private static IntRange readBounds(TemplateReader in) throws DecodingException {
    BigInteger min = null;
    BigInteger max = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "min", "Min" -> min = in.once(min, readBound(in));
        case "max", "Max" -> max = in.once(max, readBound(in));
        default -> in.unknownMember("int-range");
      }
    }
    in.endObject();
    BigInteger from = min;
    BigInteger to = max;
    return in.build(() -> range(from, to));
  }

  private static @Nullable BigInteger readBound(TemplateReader in) throws DecodingException {
    return in.tryNull() ? null : in.integer();
  }

  private static IntRange range(@Nullable BigInteger min, @Nullable BigInteger max) {
    if (min == null) {
      return max == null ? IntRange.all() : IntRange.upTo(max);
    }
    return max == null ? IntRange.from(min) : IntRange.between(min, max);
  }

  static void write(TemplateWriter out, IntRange range) {
    if (range.isSingle()) {
      Typed.write(out, "rawIntInteger", o -> o.writeInteger(range.min().orElseThrow()));
      return;
    }
    Typed.write(
        out,
        "rawIntRange",
        o -> {
          o.startObject();
          range.min().ifPresent(bound -> o.writeName("min").writeInteger(bound));
          range.max().ifPresent(bound -> o.writeName("max").writeInteger(bound));
          o.endObject();
        });
  }
}
