package org.rats4j.corim.coswid;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.TagId;
import org.rats4j.corim.internal.Source;

/** The types of RFC 9393, section 2.10. */
final class WireValues {
  private static final long TAG_TIME = 1;
  private static final long TAG_URI = 32;
  private static final int INDEX_MIN = -256;

  static final WireValue<String> TEXT = new WireValue<>(Source::text, CborWriter::writeText);

  static final WireValue<Boolean> BOOLEAN =
      new WireValue<>(in -> in.cbor().readBoolean(), CborWriter::writeBoolean);

  static final WireValue<BigInteger> INTEGER =
      new WireValue<>(in -> in.cbor().readInteger(), CborWriter::writeInteger);

  /** An integer in 0..2^64-1. */
  static final WireValue<BigInteger> UNSIGNED =
      new WireValue<>(
          WireValues::readUnsigned, CborWriter::writeInteger, WireValues::checkUnsigned);

  static final WireValue<TagId> NAME =
      new WireValue<>(in -> TagId.read(in.cbor()), (out, id) -> id.write(out));

  static final WireValue<String> URI =
      new WireValue<>(Source::uri, (out, uri) -> out.writeTag(TAG_URI).writeText(uri));

  static final WireValue<Instant> TIME =
      new WireValue<>(
          WireValues::readTime,
          (out, time) -> out.writeTag(TAG_TIME).writeInt(time.getEpochSecond()),
          WireValues::checkTime);

  static final WireValue<HashEntry> HASH =
      new WireValue<>(HashEntry::read, (out, hash) -> hash.write(out));

  /** An index of at most 255, or a text. */
  static final WireValue<Label> BYTE_INDEX = index(255);

  /** An index of at most 65535, or a text. */
  static final WireValue<Label> INDEX = index(65535);

  private WireValues() {}

  private static BigInteger readUnsigned(Source in) throws DecodingException {
    return new BigInteger(Long.toUnsignedString(in.unsigned("integer")));
  }

  private static BigInteger checkUnsigned(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException("integer is not in 0..2^64-1");
    }
    return value;
  }

  private static Instant readTime(Source in) throws DecodingException {
    if (!in.cbor().tryTag(TAG_TIME)) {
      in.cbor().skip();
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "time without tag 1");
    }
    long seconds = in.cbor().readLong();
    try {
      return Instant.ofEpochSecond(seconds);
    } catch (DateTimeException e) {
      throw in.fail(Reason.INVALID_VALUE, "time is beyond a thousand million years");
    }
  }

  private static Instant checkTime(Instant time) {
    if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("time has a fraction of a second");
    }
    return time;
  }

  private static WireValue<Label> index(int max) {
    return new WireValue<>(
        in -> {
          if (in.cbor().peekType() == CborType.TEXT_STRING) {
            return Label.of(in.text());
          }
          return Label.of(in.cbor().readLong(INDEX_MIN, max));
        },
        CborWriter::writeLabel,
        index -> checkIndex(index, max));
  }

  private static Label checkIndex(Label index, int max) {
    if (index instanceof Label.OfInteger integer
        && (!integer.fitsLong() || integer.longValue() < INDEX_MIN || integer.longValue() > max)) {
      throw new IllegalArgumentException("index is not in " + INDEX_MIN + ".." + max);
    }
    return index;
  }

  /** One value bare, or two and more in an array. */
  static <T> WireValue<List<T>> oneOrMore(WireValue<T> element) {
    return new WireValue<>(
        in -> readOneOrMore(in, element),
        (out, values) -> writeOneOrMore(out, element, values),
        values -> values.stream().map(element::checked).toList());
  }

  private static <T> List<T> readOneOrMore(Source in, WireValue<T> element)
      throws DecodingException {
    if (in.cbor().peekType() != CborType.ARRAY) {
      return List.of(element.reader().read(in));
    }
    int size = in.cbor().startArray(1, Integer.MAX_VALUE);
    if (size == 1) {
      in.deviation(
          CorimLeniencies.COSWID_SINGLETON_ARRAY,
          Reason.UNEXPECTED_STRUCTURE,
          "array of one element");
    }
    List<T> values = new ArrayList<>();
    while (in.hasNext()) {
      values.add(element.reader().read(in));
    }
    in.cbor().endArray();
    return List.copyOf(values);
  }

  private static <T> void writeOneOrMore(CborWriter out, WireValue<T> element, List<T> values) {
    if (values.size() > 1) {
      out.startArray(values.size());
    }
    for (T value : values) {
      element.writer().write(out, value);
    }
  }
}
