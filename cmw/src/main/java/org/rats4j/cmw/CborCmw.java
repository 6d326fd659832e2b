package org.rats4j.cmw;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;

/** Reads wrappers in CBOR. */
final class CborCmw {
  private static final Label TYPE = Label.of(CmwCollection.TYPE_LABEL);
  private static final long LEGACY_CMW = 907;
  private static final long LEGACY_COLLECTION = 765;

  private final CborReader in;
  private final int maxDepth;

  private CborCmw(CborReader in, int maxDepth) {
    this.in = in;
    this.maxDepth = maxDepth;
  }

  static Cmw decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    @Nullable CmwRecord plain = PlainRecord.read(cbor, options);
    return plain == null ? decode(cbor, new Findings(options)) : plain;
  }

  static Cmw decode(Bytes cbor, Findings findings) throws DecodingException {
    DecodeOptions options = findings.options();
    try {
      CborReader in = CborReader.of(cbor, options, "/", findings);
      return read(in, CmwOptions.maxDepth(options, Encoding.CBOR));
    } catch (DecodingException e) {
      throw Faults.translate(e);
    }
  }

  /** Reads the wrapper at which {@code in} stands. */
  static Cmw read(CborReader in, int maxDepth) throws DecodingException {
    if (in.tryTag(LEGACY_CMW) || in.tryTag(LEGACY_COLLECTION)) {
      in.deviation(CmwLeniencies.LEGACY_TAG, Reason.INVALID_VALUE, "tag of an old draft");
    }
    return new CborCmw(in, maxDepth).readCmw(0);
  }

  private Cmw readCmw(int depth) throws DecodingException {
    return switch (in.peekType()) {
      case ARRAY -> readRecord();
      case MAP -> readCollection(depth + 1);
      case TAG -> readTag();
      default -> throw fail(CmwCodes.NOT_A_CMW, "neither array nor map nor tag");
    };
  }

  private CmwRecord readRecord() throws DecodingException {
    int size = in.startArray();
    if (size < 2 || size > 3) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE, CmwCodes.RECORD_LENGTH, size + " members, not 2 or 3");
    }
    CmwType type = readType();
    if (in.peekType() != CborType.BYTE_STRING) {
      throw fail(CmwCodes.VALUE_INVALID, "value is no byte string");
    }
    Bytes value = in.readBytes();
    @Nullable CmwIndicator indicator = size == 3 ? readIndicator() : null;
    in.endArray();
    return CmwRecord.received(type, value, indicator);
  }

  private CmwType readType() throws DecodingException {
    return switch (in.peekType()) {
      case UNSIGNED_INTEGER -> readContentFormat();
      case TEXT_STRING -> Faults.mediaType(in.readText(), in::path);
      default -> throw fail(CmwCodes.TYPE_INVALID, "type is neither content-format nor media type");
    };
  }

  private CmwType readContentFormat() throws DecodingException {
    try {
      return CmwType.of(ContentFormat.of(in.readInt(0, ContentFormat.MAX)));
    } catch (DecodingException e) {
      throw e.withCode(CmwCodes.CONTENT_FORMAT_RANGE);
    }
  }

  private CmwIndicator readIndicator() throws DecodingException {
    if (in.peekType() != CborType.UNSIGNED_INTEGER) {
      throw fail(CmwCodes.INDICATOR_RANGE, "indicator is no unsigned integer");
    }
    try {
      return new CmwIndicator(in.readLong(1, CmwIndicator.MAX));
    } catch (DecodingException e) {
      throw e.withCode(CmwCodes.INDICATOR_RANGE);
    }
  }

  private CmwTag readTag() throws DecodingException {
    long tag = in.readTag();
    if (!TagNumbers.isInRange(tag)) {
      throw in.fail(Reason.INVALID_VALUE, CmwCodes.TAG_RANGE, "tag stands for no content-format");
    }
    if (TagNumbers.isAlias(tag)) {
      throw in.fail(
          Reason.INVALID_VALUE, CmwCodes.TAG_ALIAS, "no content-format leads to this tag");
    }
    if (in.peekType() != CborType.BYTE_STRING) {
      throw fail(CmwCodes.TAG_CONTENT, "content of the tag is no byte string");
    }
    return CmwTag.received(TagNumbers.contentFormat(tag), in.readBytes());
  }

  private CmwCollection readCollection(int depth) throws DecodingException {
    if (depth > maxDepth) {
      throw Faults.tooDeep(in.path(), maxDepth);
    }
    in.startMap();
    @Nullable String type = null;
    Map<Label, Cmw> entries = new LinkedHashMap<>();
    while (in.hasNext()) {
      Label label = readLabel();
      if (label.equals(TYPE)) {
        type = readCollectionType();
      } else {
        entries.put(label, readCmw(depth));
      }
    }
    in.endMap();
    if (entries.isEmpty()) {
      throw Faults.empty(in.path());
    }
    return CmwCollection.received(type, entries);
  }

  private Label readLabel() throws DecodingException {
    return switch (in.peekType()) {
      case UNSIGNED_INTEGER, NEGATIVE_INTEGER, TEXT_STRING -> in.readLabel();
      default ->
          throw in.fail(
              Reason.UNEXPECTED_STRUCTURE,
              CmwCodes.LABEL_TYPE,
              "label is neither integer nor text");
    };
  }

  private String readCollectionType() throws DecodingException {
    if (in.peekType() != CborType.TEXT_STRING) {
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
