package org.rats4j.cmw;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;

/** Reads wrappers in JSON. */
final class JsonCmw {
  private final JsonReader in;
  private final int maxDepth;

  private JsonCmw(JsonReader in, int maxDepth) {
    this.in = in;
    this.maxDepth = maxDepth;
  }

  static Cmw decode(Bytes json, Findings findings) throws DecodingException {
    DecodeOptions options = findings.options();
    try {
      JsonReader in = JsonReader.of(json, options, "/", findings);
      return read(in, CmwOptions.maxDepth(options, Encoding.JSON));
    } catch (DecodingException e) {
      throw Faults.translate(e);
    }
  }

  /** Reads the wrapper at which {@code in} stands. */
  static Cmw read(JsonReader in, int maxDepth) throws DecodingException {
    return new JsonCmw(in, maxDepth).readCmw(0);
  }

  private Cmw readCmw(int depth) throws DecodingException {
    return switch (in.peekType()) {
      case ARRAY -> readRecord();
      case OBJECT -> readCollection(depth + 1);
      default -> throw fail(CmwCodes.NOT_A_CMW, "neither array nor object");
    };
  }

  private CmwRecord readRecord() throws DecodingException {
    int size = in.startArray();
    if (size < 2 || size > 3) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE, CmwCodes.RECORD_LENGTH, size + " members, not 2 or 3");
    }
    if (in.peekType() != JsonType.STRING) {
      throw fail(CmwCodes.TYPE_INVALID, "type is no text");
    }
    CmwType type = Faults.mediaType(in.readText(), in::path);
    Bytes value = readValue();
    @Nullable CmwIndicator indicator = size == 3 ? readIndicator() : null;
    in.endArray();
    return CmwRecord.received(type, value, indicator);
  }

  private Bytes readValue() throws DecodingException {
    if (in.peekType() != JsonType.STRING) {
      throw fail(CmwCodes.VALUE_INVALID, "value is no text");
    }
    Bytes value = in.readBase64Url();
    if (value.isEmpty()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, CmwCodes.VALUE_INVALID, "value is empty");
    }
    return value;
  }

  private CmwIndicator readIndicator() throws DecodingException {
    if (in.peekType() != JsonType.NUMBER) {
      throw fail(CmwCodes.INDICATOR_RANGE, "indicator is no number");
    }
    JsonNumber number = in.readNumber();
    if (!number.isInteger()
        || number.value().signum() <= 0
        || number.value().toBigInteger().bitLength() > 32) {
      throw in.fail(
          Reason.INVALID_VALUE, CmwCodes.INDICATOR_RANGE, "indicator is no integer in 1..2^32-1");
    }
    return new CmwIndicator(number.value().longValueExact());
  }

  private CmwCollection readCollection(int depth) throws DecodingException {
    if (depth > maxDepth) {
      throw Faults.tooDeep(in.path(), maxDepth);
    }
    in.startObject();
    @Nullable String type = null;
    Map<Label, Cmw> entries = new LinkedHashMap<>();
    while (in.hasNext()) {
      String name = in.readName();
      if (name.equals(CmwCollection.TYPE_LABEL)) {
        type = readCollectionType();
      } else {
        entries.put(Label.of(name), readCmw(depth));
      }
    }
    in.endObject();
    if (entries.isEmpty()) {
      throw Faults.empty(in.path());
    }
    return CmwCollection.received(type, entries);
  }

  private String readCollectionType() throws DecodingException {
    if (in.peekType() != JsonType.STRING) {
      throw fail(CmwCodes.COLLECTION_TYPE, "collection type is no text");
    }
    return Faults.collectionType(in.readText(), in.path());
  }

  /** Skips what is next and returns an exception for it. */
  private DecodingException fail(String code, String detail) {
    in.skip();
    return in.fail(Reason.UNEXPECTED_STRUCTURE, code, detail);
  }
}
