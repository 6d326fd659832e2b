package org.rats4j.eat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonWriter;

/** Codecs of the claims that tell who and in which state an entity is (RFC 9711, section 4.2). */
final class EntityCodecs {
  static final ValueCodec<Nonces> NONCES =
      new FunctionCodec<>(
          EntityCodecs::readNonces,
          EntityCodecs::writeNonces,
          EntityCodecs::readNonces,
          EntityCodecs::writeNonces);

  static final ValueCodec<Ueid> UEID =
      new FunctionCodec<>(
          in -> new Ueid(ClaimReads.bytes(in, Ueid.MIN, Ueid.MAX)),
          (out, ueid) -> out.writeBytes(ueid.value()),
          in -> new Ueid(ClaimReads.base64(in, Ueid.MIN, Ueid.MAX)),
          (out, ueid) -> out.writeBase64Url(ueid.value()));

  static final ValueCodec<Sueids> SUEIDS =
      new FunctionCodec<>(
          EntityCodecs::readSueids,
          EntityCodecs::writeSueids,
          EntityCodecs::readSueids,
          EntityCodecs::writeSueids);

  static final ValueCodec<OemId> OEM_ID =
      new FunctionCodec<>(
          EntityCodecs::readOemId,
          EntityCodecs::writeOemId,
          EntityCodecs::readOemId,
          EntityCodecs::writeOemId);

  static final ValueCodec<HwModel> HW_MODEL =
      new FunctionCodec<>(
          in -> new HwModel(ClaimReads.bytes(in, 1, HwModel.MAX)),
          (out, model) -> out.writeBytes(model.value()),
          in -> new HwModel(ClaimReads.base64(in, 1, HwModel.MAX)),
          (out, model) -> out.writeBase64Url(model.value()));

  static final ValueCodec<DebugStatus> DEBUG_STATUS =
      new FunctionCodec<>(
          in -> DebugStatus.of(in.readInt(0, DebugStatus.MAX)),
          (out, status) -> out.writeInt(status.value()),
          EntityCodecs::readDebugStatus,
          (out, status) -> out.writeText(status.text()));

  private EntityCodecs() {}

  private static Nonces readNonces(CborReader in) throws DecodingException {
    if (in.peekType() != CborType.ARRAY) {
      return Nonces.of(readNonce(in));
    }
    int size = in.startArray();
    if (size < 2 || size > Nonces.MAX) {
      throw wrongCount(in.path(), size);
    }
    List<Nonce> nonces = new ArrayList<>();
    while (in.hasNext()) {
      nonces.add(readNonce(in));
    }
    in.endArray();
    return new Nonces(nonces);
  }

  private static Nonces readNonces(JsonReader in) throws DecodingException {
    if (in.peekType() != JsonType.ARRAY) {
      return Nonces.of(readNonce(in));
    }
    int size = in.startArray();
    if (size < 2 || size > Nonces.MAX) {
      throw wrongCount(in.path(), size);
    }
    List<Nonce> nonces = new ArrayList<>();
    while (in.hasNext()) {
      nonces.add(readNonce(in));
    }
    in.endArray();
    return new Nonces(nonces);
  }

  private static DecodingException wrongCount(String path, int size) {
    return size > Nonces.MAX
        ? DecodingException.of(
            Reason.LIMIT_EXCEEDED, EatCodes.LIMIT_EXCEEDED, path, "too many nonces")
        : DecodingException.of(
            Reason.INVALID_VALUE, EatCodes.BAD_LENGTH, path, "array of nonces has less than two");
  }

  private static Nonce readNonce(CborReader in) throws DecodingException {
    Bytes bytes = in.readBytes();
    return checked(() -> Nonce.ofBytes(bytes), in::path);
  }

  private static Nonce readNonce(JsonReader in) throws DecodingException {
    String text = in.readText();
    return checked(() -> Nonce.ofText(text), in::path);
  }

  private static Nonce checked(Supplier<Nonce> nonce, Supplier<String> path)
      throws DecodingException {
    try {
      return nonce.get();
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(
          Reason.INVALID_VALUE, EatCodes.BAD_LENGTH, path.get(), String.valueOf(e.getMessage()));
    }
  }

  private static void writeNonces(CborWriter out, Nonces nonces) {
    if (nonces.values().size() > 1) {
      out.startArray(nonces.values().size());
    }
    for (Nonce nonce : nonces.values()) {
      out.writeBytes(
          nonce
              .bytes()
              .orElseThrow(() -> new IllegalArgumentException("CBOR has no nonce of text")));
    }
  }

  private static void writeNonces(JsonWriter out, Nonces nonces) {
    if (nonces.values().size() == 1) {
      out.writeText(nonces.values().get(0).jsonText());
      return;
    }
    out.startArray();
    nonces.values().forEach(nonce -> out.writeText(nonce.jsonText()));
    out.endArray();
  }

  private static Sueids readSueids(CborReader in) throws DecodingException {
    Map<String, Ueid> byLabel = new LinkedHashMap<>();
    in.startMap();
    while (in.hasNext()) {
      byLabel.put(ClaimReads.text(in), UEID.readCbor(in));
    }
    in.endMap();
    return in.build(() -> new Sueids(byLabel));
  }

  private static Sueids readSueids(JsonReader in) throws DecodingException {
    Map<String, Ueid> byLabel = new LinkedHashMap<>();
    in.startObject();
    while (in.hasNext()) {
      byLabel.put(in.readName(), UEID.readJson(in));
    }
    in.endObject();
    return in.build(() -> new Sueids(byLabel));
  }

  private static void writeSueids(CborWriter out, Sueids sueids) {
    out.startMap(sueids.byLabel().size());
    sueids
        .byLabel()
        .forEach(
            (label, ueid) -> {
              out.writeText(label);
              UEID.writeCbor(ueid, out);
            });
  }

  private static void writeSueids(JsonWriter out, Sueids sueids) {
    out.startObject();
    sueids
        .byLabel()
        .forEach(
            (label, ueid) -> {
              out.writeName(label);
              UEID.writeJson(ueid, out);
            });
    out.endObject();
  }

  private static OemId readOemId(CborReader in) throws DecodingException {
    return switch (in.peekType()) {
      case UNSIGNED_INTEGER -> OemId.pen(in.readInteger().longValue());
      case NEGATIVE_INTEGER ->
          throw ClaimReads.fail(
              in, Reason.INVALID_VALUE, EatCodes.OUT_OF_RANGE, "enterprise number is negative");
      default -> {
        Bytes bytes = in.readBytes();
        yield oemId(bytes, in::path);
      }
    };
  }

  private static OemId readOemId(JsonReader in) throws DecodingException {
    if (in.peekType() != JsonType.NUMBER) {
      Bytes bytes = ClaimReads.base64(in);
      return oemId(bytes, in::path);
    }
    BigInteger number = in.readInteger();
    if (number.signum() < 0 || number.bitLength() > Long.SIZE) {
      throw in.fail(
          Reason.INVALID_VALUE, EatCodes.OUT_OF_RANGE, "enterprise number is not in 0..2^64-1");
    }
    return OemId.pen(number.longValue());
  }

  private static OemId oemId(Bytes bytes, Supplier<String> path) throws DecodingException {
    if (bytes.size() == 3) {
      return OemId.ieee(bytes);
    }
    if (bytes.size() == 16) {
      return OemId.random(bytes);
    }
    throw DecodingException.of(
        Reason.INVALID_VALUE,
        EatCodes.BAD_LENGTH,
        path.get(),
        bytes.size() + " bytes, not 3 or 16");
  }

  private static void writeOemId(CborWriter out, OemId id) {
    if (id instanceof OemId.Pen pen) {
      out.writeInteger(unsigned(pen));
    } else {
      out.writeBytes(bytes(id));
    }
  }

  private static void writeOemId(JsonWriter out, OemId id) {
    if (id instanceof OemId.Pen pen) {
      out.writeInteger(unsigned(pen));
    } else {
      out.writeBase64Url(bytes(id));
    }
  }

  private static BigInteger unsigned(OemId.Pen pen) {
    return new BigInteger(Long.toUnsignedString(pen.number()));
  }

  private static Bytes bytes(OemId id) {
    return id instanceof OemId.Ieee ieee ? ieee.value() : ((OemId.Random) id).value();
  }

  private static DebugStatus readDebugStatus(JsonReader in) throws DecodingException {
    Optional<DebugStatus> status = DebugStatus.ofText(in.readText());
    if (status.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.OUT_OF_RANGE, "not a debug status");
    }
    return status.get();
  }
}
