package org.rats4j.eat;

import java.util.Locale;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/** Codec of {@link Location}. Numbers without fraction are written as integers. */
final class LocationCodec implements ValueCodec<Location> {
  private static final long TIMESTAMP = 8;
  private static final long AGE = 9;

  /** Integers up to here are exact in a double. */
  private static final double EXACT = 1L << 53;

  @Override
  public Location readCbor(CborReader in) throws DecodingException {
    Location.Builder location = new Location.Builder();
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readLabel();
      long number = label instanceof Label.OfInteger i && i.fitsLong() ? i.longValue() : 0;
      if (number >= 1 && number <= Location.Member.SPEED.label()) {
        double value = readNumber(in);
        in.build(() -> location.set(Location.Member.of((int) number), value));
      } else if (number == TIMESTAMP) {
        TokenCodecs.tolerateTag(in, TokenCodecs.TAG_TIME);
        location.timestamp(in.readLong());
      } else if (number == AGE) {
        location.age(in.readLong(0, Long.MAX_VALUE));
      } else {
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.UNKNOWN_MEMBER, "no such member");
      }
    }
    in.endMap();
    return in.build(location::build);
  }

  private static double readNumber(CborReader in) throws DecodingException {
    return in.peekType() == CborType.FLOAT ? in.readDouble() : in.readLong();
  }

  @Override
  public void writeCbor(Location location, CborWriter out) {
    out.startMap();
    location.forEachNumber(
        (member, value) -> {
          out.writeInt(member.label());
          if (isInteger(value)) {
            out.writeInt((long) value);
          } else {
            out.writeDouble(value);
          }
        });
    location
        .timestamp()
        .ifPresent(time -> out.writeInt(TIMESTAMP).writeInt(time.seconds().longValueExact()));
    location.age().ifPresent(seconds -> out.writeInt(AGE).writeInt(seconds));
    out.endMap();
  }

  @Override
  public Location readJson(JsonReader in) throws DecodingException {
    Location.Builder location = new Location.Builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      switch (name) {
        case "latitude",
            "longitude",
            "altitude",
            "accuracy",
            "altitude-accuracy",
            "heading",
            "speed" -> {
          double value = in.readNumber().value().doubleValue();
          Location.Member member =
              Location.Member.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
          in.build(() -> location.set(member, value));
        }
        case "timestamp" -> location.timestamp(in.readLong());
        case "age" -> location.age(in.readLong(0, Long.MAX_VALUE));
        default ->
            throw ClaimReads.fail(
                in, Reason.UNEXPECTED_STRUCTURE, EatCodes.UNKNOWN_MEMBER, "no such member");
      }
    }
    in.endObject();
    return in.build(location::build);
  }

  @Override
  public void writeJson(Location location, JsonWriter out) {
    out.startObject();
    location.forEachNumber(
        (member, value) -> {
          out.writeName(member.name().toLowerCase(Locale.ROOT).replace('_', '-'));
          if (isInteger(value)) {
            out.writeInt((long) value);
          } else {
            out.writeDouble(value);
          }
        });
    location
        .timestamp()
        .ifPresent(time -> out.writeName("timestamp").writeInt(time.seconds().longValueExact()));
    location.age().ifPresent(seconds -> out.writeName("age").writeInt(seconds));
    out.endObject();
  }

  private static boolean isInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) <= EXACT;
  }
}
