package org.rats4j.ear;

import java.time.Instant;
import java.util.OptionalInt;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.RawClaim;

/** A claims-set in CBOR. */
final class CborSource extends Source {
  private static final long TAG_TIME = 1;

  private final CborReader in;

  CborSource(CborReader in) {
    this.in = in;
  }

  @Override
  Encoding encoding() {
    return Encoding.CBOR;
  }

  @Override
  Source fork() {
    return new CborSource(in.fork());
  }

  @Override
  Shape shape() {
    return switch (in.peekType()) {
      case MAP -> Shape.MAP;
      case ARRAY -> Shape.ARRAY;
      case TEXT_STRING -> Shape.TEXT;
      case BYTE_STRING -> Shape.BYTES;
      case TAG -> Shape.TAGGED;
      default -> Shape.OTHER;
    };
  }

  @Override
  void startMap() throws DecodingException {
    in.startMap();
  }

  @Override
  boolean hasNext() {
    return in.hasNext();
  }

  @Override
  Label readKey() throws DecodingException {
    return in.readLabel();
  }

  @Override
  void endMap() throws DecodingException {
    in.endMap();
  }

  @Override
  int startArray() throws DecodingException {
    return in.startArray();
  }

  @Override
  void endArray() throws DecodingException {
    in.endArray();
  }

  @Override
  String readText() throws DecodingException {
    return in.readText();
  }

  @Override
  Bytes readBytes() throws DecodingException {
    return in.readBytes();
  }

  @Override
  TrustTier readStatus() throws DecodingException {
    return TrustTier.ofSeverity(in.readLong())
        .orElseThrow(() -> outOfRange("status is not 0, 2, 32 or 96"));
  }

  @Override
  Instant readTime(boolean exponentIsKnown) throws DecodingException {
    boolean tagged = in.tryTag(TAG_TIME);
    boolean isFloat = in.peekType() == CborType.FLOAT;
    long seconds = isFloat ? wholeSeconds(in.readDouble()) : in.readLong();
    if (tagged || isFloat) {
      deviation(EarLeniencies.TIME_NUMBER_FORM, "time is a float or tagged");
    }
    return instant(seconds);
  }

  private long wholeSeconds(double seconds) throws DecodingException {
    if (Math.rint(seconds) != seconds || Double.isInfinite(seconds)) {
      throw wrongType("time is not an integer");
    }
    if (seconds < MIN_TIME || seconds > MAX_TIME) {
      throw outOfRange("time is beyond the calendar");
    }
    return (long) seconds;
  }

  @Override
  Instant readExpiry() throws DecodingException {
    return instant(in.readLong());
  }

  private Instant instant(long seconds) throws DecodingException {
    if (seconds < MIN_TIME || seconds > MAX_TIME) {
      throw outOfRange("time is beyond the calendar");
    }
    return Instant.ofEpochSecond(seconds);
  }

  @Override
  Nonce readNonce() throws DecodingException {
    Bytes bytes = in.readBytes(8, 64);
    return Nonce.ofBytes(bytes);
  }

  @Override
  OptionalInt readClaim(Category category) throws DecodingException {
    if (in.tryNull()) {
      deviation(EarLeniencies.NULL_CATEGORY, "claim is null");
      return OptionalInt.empty();
    }
    return OptionalInt.of(in.readInt(-128, 127));
  }

  @Override
  ProfileId readProfile() throws DecodingException {
    if (in.peekType() == CborType.BYTE_STRING) {
      Bytes octets = in.readBytes();
      return in.build(() -> ProfileId.of(Oid.ofOctets(octets)));
    }
    String uri = in.readText();
    return in.build(() -> new ProfileId.OfUri(uri));
  }

  @Override
  <T> T read(ValueCodec<T> codec) throws DecodingException {
    return codec.readCbor(in);
  }

  @Override
  RawClaim readRaw() {
    return new RawClaim.OfCbor(in.readRaw());
  }

  @Override
  void skip() {
    in.skip();
  }

  /** Returns the path without the slash that the reader puts behind the empty root. */
  @Override
  String path() {
    String path = in.path();
    return path.startsWith("/") ? path.substring(1) : path;
  }

  @Override
  DecodeOptions options() {
    return in.options();
  }

  @Override
  Findings findings() {
    return in.findings();
  }
}
