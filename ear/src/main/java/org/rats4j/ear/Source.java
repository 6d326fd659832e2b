package org.rats4j.ear;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.Leniency;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.RawClaim;

/** The claims-set under one reader, in either encoding. */
abstract class Source {
  static final long MIN_TIME = Instant.MIN.getEpochSecond();
  static final long MAX_TIME = Instant.MAX.getEpochSecond();

  /** The kinds of values that the readers of claims tell apart. */
  enum Shape {
    MAP,
    ARRAY,
    TEXT,
    BYTES,
    TAGGED,
    OTHER
  }

  static Source of(Bytes bytes, Encoding encoding, EarOptions options, Findings findings)
      throws DecodingException {
    return encoding == Encoding.CBOR
        ? new CborSource(CborReader.of(bytes, options.decodeOptions(), "", findings))
        : new JsonSource(JsonReader.of(bytes, options.decodeOptions(), "", findings));
  }

  abstract Encoding encoding();

  /** Returns a source that stands where this one does and moves by itself. */
  abstract Source fork();

  abstract Shape shape();

  abstract void startMap() throws DecodingException;

  abstract boolean hasNext();

  abstract Label readKey() throws DecodingException;

  abstract void endMap() throws DecodingException;

  /** Enters an array and returns its size. */
  abstract int startArray() throws DecodingException;

  abstract void endArray() throws DecodingException;

  abstract String readText() throws DecodingException;

  /** Reads bytes, in JSON from base64url. */
  abstract Bytes readBytes() throws DecodingException;

  abstract TrustTier readStatus() throws DecodingException;

  /** Reads {@code iat} or {@code nbf}; old JSON libraries wrote them with an exponent. */
  abstract Instant readTime(boolean exponentIsKnown) throws DecodingException;

  /** Reads {@code exp}, which is an integer for every recipient. */
  abstract Instant readExpiry() throws DecodingException;

  abstract Nonce readNonce() throws DecodingException;

  final Nonces readNonces() throws DecodingException {
    if (shape() != Shape.ARRAY) {
      return Nonces.of(readNonce());
    }
    int size = startArray();
    if (size < 2) {
      throw wrongType("an array of " + size + " nonces");
    }
    deviation(EarLeniencies.NONCE_ARRAY, "more than one nonce");
    List<Nonce> nonces = new ArrayList<>();
    while (hasNext()) {
      nonces.add(readNonce());
    }
    endArray();
    return new Nonces(nonces);
  }

  /** Reads one trustworthiness claim; empty if a lenient read takes it for absent. */
  abstract OptionalInt readClaim(Category category) throws DecodingException;

  abstract ProfileId readProfile() throws DecodingException;

  abstract <T> T read(ValueCodec<T> codec) throws DecodingException;

  abstract RawClaim readRaw();

  abstract void skip();

  /** Returns the path of what was read or started last. */
  abstract String path();

  /** Returns the path of what {@code label} marks in the map that was left last. */
  final String path(Label label) {
    String map = path();
    String step = label.toString().replace("~", "~0").replace("/", "~1");
    return map.isEmpty() ? step : map + "/" + step;
  }

  abstract DecodeOptions options();

  abstract Findings findings();

  final DecodingException fail(Reason reason, String code, String detail) {
    return DecodingException.of(reason, code, path(), detail);
  }

  final DecodingException wrongType(String detail) {
    return fail(Reason.UNEXPECTED_STRUCTURE, EarCodes.EAR_TYPE, detail);
  }

  final DecodingException outOfRange(String detail) {
    return fail(Reason.INVALID_VALUE, EarCodes.EAR_RANGE, detail);
  }

  final void deviation(Leniency leniency, String message) throws DecodingException {
    findings().deviation(leniency, Reason.UNEXPECTED_STRUCTURE, path(), message);
  }

  final void remark(String code, Severity severity, String message) {
    findings().add(code, severity, path(), message);
  }
}
