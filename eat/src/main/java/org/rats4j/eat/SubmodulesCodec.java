package org.rats4j.eat;

import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonWriter;

/** Reads and writes the claim {@code submods} (RFC 9711, section 4.2.18). */
final class SubmodulesCodec implements ValueCodec<Submodules> {
  static final SubmodulesCodec CODEC = new SubmodulesCodec();

  private SubmodulesCodec() {}

  @Override
  public Submodules readCbor(CborReader in) throws DecodingException {
    return readCbor(in, new ClaimsDecoder(in.options(), ClaimRegistry.EAT), 0);
  }

  @Override
  public Submodules readJson(JsonReader in) throws DecodingException {
    return readJson(in, new ClaimsDecoder(in.options(), ClaimRegistry.EAT), 0);
  }

  /**
   * Reads submodules.
   *
   * @param sets decodes those that are claims-sets
   * @param level how deep the claims-set is nested that has these submodules
   */
  Submodules readCbor(CborReader in, ClaimsDecoder sets, int level) throws DecodingException {
    in.startMap();
    sets.checkLevel(level + 1, in::path);
    Submodules.Received byName = new Submodules.Received();
    while (in.hasNext()) {
      if (in.peekType() != CborType.TEXT_STRING) {
        throw ClaimReads.fail(
            in, Reason.UNEXPECTED_STRUCTURE, EatCodes.BAD_SUBMODULE, "name is no text");
      }
      String name = ClaimReads.text(in);
      sets.countSubmodule(in::path);
      byName.put(name, read(in, sets, level + 1));
    }
    in.endMap();
    if (byName.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.BAD_SUBMODULE, "submods has no entry");
    }
    return new Submodules(byName);
  }

  private static Submodule read(CborReader in, ClaimsDecoder sets, int level)
      throws DecodingException {
    CborType type = in.peekType();
    return switch (type) {
      case MAP -> new Submodule.ClaimsSet(sets.read(in, level));
      case ARRAY -> readDigest(in);
      case BYTE_STRING -> readNested(in);
      case TEXT_STRING -> readSelector(in);
      default ->
          throw ClaimReads.fail(
              in,
              Reason.UNEXPECTED_STRUCTURE,
              EatCodes.BAD_SUBMODULE,
              type == CborType.TAG ? "a tag, not in a byte string" : "no kind of submodule");
    };
  }

  private static Submodule readDigest(CborReader in) throws DecodingException {
    String path = in.path();
    try {
      in.startArray(2);
      Label algorithm =
          in.peekType() == CborType.TEXT_STRING ? Label.of(in.readText()) : Label.of(in.readLong());
      Bytes value = in.readBytes();
      in.endArray();
      return in.build(() -> new SubmoduleDigest(algorithm, value));
    } catch (DecodingException e) {
      throw badDigest(at(path, e));
    }
  }

  /** Returns {@code e} without the steps inside the submodule, which would pass for claims. */
  private static DecodingException at(String path, DecodingException e) {
    return DecodingException.of(e.reason(), e.code(), path, e.detail());
  }

  private static DecodingException badDigest(DecodingException e) {
    return CoreCodes.isOf(e) ? e.withCode(EatCodes.BAD_DIGEST) : e;
  }

  static Submodule readNested(CborReader in) throws DecodingException {
    Bytes raw = in.peekRaw();
    Bytes content = ClaimReads.bytes(in);
    return NestedTokenCodec.readTagged(content, in.embedded(content))
        .map(Submodule.class::cast)
        .orElseGet(() -> new Submodule.Unknown(new RawClaim.OfCbor(raw)));
  }

  static Submodule readSelector(CborReader in) throws DecodingException {
    Bytes raw = in.peekRaw();
    String text = ClaimReads.text(in);
    if (!text.stripLeading().startsWith("[")) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.BAD_SELECTOR, "text is no JSON-Selector");
    }
    Submodule submodule;
    try {
      submodule =
          readSelector(
              JsonReader.of(Bytes.ofUtf8(text), in.options(), in.path(), in.findings()),
              Encoding.CBOR);
    } catch (DecodingException e) {
      throw at(in.path(), e);
    }
    return submodule instanceof Submodule.Unknown
        ? new Submodule.Unknown(new RawClaim.OfCbor(raw))
        : submodule;
  }

  /**
   * Reads submodules.
   *
   * @param sets decodes those that are claims-sets
   * @param level how deep the claims-set is nested that has these submodules
   */
  Submodules readJson(JsonReader in, ClaimsDecoder sets, int level) throws DecodingException {
    in.startObject();
    sets.checkLevel(level + 1, in::path);
    Submodules.Received byName = new Submodules.Received();
    while (in.hasNext()) {
      String name = in.readName();
      sets.countSubmodule(in::path);
      byName.put(name, read(in, sets, level + 1));
    }
    in.endObject();
    if (byName.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.BAD_SUBMODULE, "submods has no entry");
    }
    return new Submodules(byName);
  }

  private static Submodule read(JsonReader in, ClaimsDecoder sets, int level)
      throws DecodingException {
    return switch (in.peekType()) {
      case OBJECT -> new Submodule.ClaimsSet(sets.read(in, level));
      case ARRAY -> readSelector(in, Encoding.JSON);
      default ->
          throw ClaimReads.fail(
              in,
              Reason.UNEXPECTED_STRUCTURE,
              EatCodes.BAD_SUBMODULE,
              "neither claims-set nor JSON-Selector");
    };
  }

  /**
   * Reads a JSON-Selector.
   *
   * @param around the encoding of the claims-set around it
   */
  static Submodule readSelector(JsonReader in, Encoding around) throws DecodingException {
    RawClaim raw = new RawClaim.OfJson(in.peekValue());
    int size = in.startArray();
    if (size != 2 || in.peekType() != JsonType.STRING) {
      throw NestedTokenCodec.badSelector(in, "a JSON-Selector is a type and a value");
    }
    String selector = in.readText();
    boolean crossed = around == Encoding.CBOR;
    if (crossed && (selector.equals(NestedTokenCodec.DIGEST) || selector.equals("CBOR"))) {
      throw NestedTokenCodec.badSelector(in, selector + " in a text of CBOR");
    }
    Submodule submodule =
        selector.equals(NestedTokenCodec.DIGEST)
            ? readDigest(in)
            : NestedTokenCodec.readSelected(selector, in)
                .map(Submodule.class::cast)
                .orElseGet(() -> new Submodule.Unknown(raw));
    in.endArray();
    return submodule;
  }

  private static Submodule readDigest(JsonReader in) throws DecodingException {
    try {
      in.startArray(2);
      Label algorithm =
          in.peekType() == JsonType.STRING ? Label.of(in.readText()) : Label.of(in.readLong());
      Bytes value = readDigestValue(in, algorithm);
      in.endArray();
      return in.build(() -> new SubmoduleDigest(algorithm, value));
    } catch (DecodingException e) {
      throw badDigest(e);
    }
  }

  private static Bytes readDigestValue(JsonReader in, Label algorithm) throws DecodingException {
    if (in.peekType() == JsonType.STRING
        && in.peekValue() instanceof JsonString text
        && SubmoduleDigest.isHexadecimal(algorithm, text.value())) {
      in.skip();
      in.deviation(EatLeniencies.HEX_DIGEST, Reason.INVALID_VALUE, "digest in hexadecimal");
      return Bytes.ofHex(text.value());
    }
    return ClaimReads.base64(in);
  }

  @Override
  public void writeCbor(Submodules submodules, CborWriter out) {
    out.startMap();
    submodules
        .byName()
        .forEach(
            (name, submodule) -> {
              out.writeText(name);
              write(submodule, out);
            });
    out.endMap();
  }

  private static void write(Submodule submodule, CborWriter out) {
    if (submodule instanceof Submodule.ClaimsSet set) {
      set.claims().write(out);
    } else if (submodule instanceof NestedToken token) {
      NestedTokenCodec.write(token, out);
    } else if (submodule instanceof SubmoduleDigest digest) {
      out.startArray(2).writeLabel(digest.algorithm()).writeBytes(digest.value());
    } else if (submodule instanceof Submodule.Unknown unknown
        && unknown.value() instanceof RawClaim.OfCbor raw) {
      out.writeRaw(raw.encoded());
    } else {
      throw new IllegalArgumentException("unknown submodule of another encoding");
    }
  }

  @Override
  public void writeJson(Submodules submodules, JsonWriter out) {
    out.startObject();
    submodules
        .byName()
        .forEach(
            (name, submodule) -> {
              out.writeName(name);
              write(submodule, out);
            });
    out.endObject();
  }

  private static void write(Submodule submodule, JsonWriter out) {
    if (submodule instanceof Submodule.ClaimsSet set) {
      set.claims().write(out);
    } else if (submodule instanceof NestedToken token) {
      NestedTokenCodec.write(token, out);
    } else if (submodule instanceof SubmoduleDigest digest) {
      out.startArray().writeText(NestedTokenCodec.DIGEST);
      out.startArray().writeLabel(digest.algorithm()).writeBase64Url(digest.value()).endArray();
      out.endArray();
    } else if (submodule instanceof Submodule.Unknown unknown
        && unknown.value() instanceof RawClaim.OfJson raw) {
      out.writeValue(raw.value());
    } else {
      throw new IllegalArgumentException("unknown submodule of another encoding");
    }
  }
}
