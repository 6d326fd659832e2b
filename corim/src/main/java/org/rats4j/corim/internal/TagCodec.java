package org.rats4j.corim.internal;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.TagDecoder;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.UnknownChoice;
import org.rats4j.corim.coswid.ConciseSwidTag;

/** The tags of a CoRIM. */
public final class TagCodec {
  private TagCodec() {}

  /** Reads a tag. */
  public static ConciseTag read(Source in) throws DecodingException {
    if (in.cbor().peekType() == CborType.BYTE_STRING) {
      return wrapped(in);
    }
    long number = in.cbor().readTag();
    return read(in, number);
  }

  private static ConciseTag read(Source in, long number) throws DecodingException {
    if (number < ConciseTag.COSWID || number > ConciseTag.COTL) {
      return unknown(in, number);
    }
    if (in.cbor().peekType() == CborType.MAP && number != ConciseTag.COTS) {
      Bytes content = in.cbor().peekRaw();
      Source map = in.fork();
      in.cbor().skip();
      in.deviation(
          CorimLeniencies.UNWRAPPED_TAG_CONTENT,
          Reason.UNEXPECTED_STRUCTURE,
          "content of tag " + number + " is no byte string");
      return content(map, number, content);
    }
    Bytes content = in.cbor().readBytes();
    return content(in.embedded(content), number, content);
  }

  /** Reads a byte string in which a tag stands that should be around one. */
  private static ConciseTag wrapped(Source in) throws DecodingException {
    Bytes content = in.cbor().readBytes();
    if (!in.allows(CorimLeniencies.WRAPPED_TAG_IN_BSTR)
        && !in.allows(CorimLeniencies.UNTAGGED_COMID)) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          CorimLeniencies.WRAPPED_TAG_IN_BSTR.code(),
          "tag is in a byte string");
    }
    Source inner = in.embedded(content);
    if (inner.cbor().peekType() == CborType.MAP) {
      in.deviation(
          CorimLeniencies.UNTAGGED_COMID, Reason.UNEXPECTED_STRUCTURE, "CoMID without tag 506");
      return content(inner, ConciseTag.COMID, content);
    }
    in.deviation(
        CorimLeniencies.WRAPPED_TAG_IN_BSTR,
        Reason.UNEXPECTED_STRUCTURE,
        "tag is in a byte string");
    long number = inner.cbor().readTag();
    if (number < ConciseTag.COSWID || number > ConciseTag.COTL) {
      throw inner.fail(Reason.UNEXPECTED_STRUCTURE, "tag in a byte string is none that is known");
    }
    if (inner.cbor().peekType() == CborType.BYTE_STRING) {
      Bytes innermost = inner.cbor().readBytes();
      return content(inner.embedded(innermost), number, innermost);
    }
    return content(inner, number, inner.cbor().peekRaw());
  }

  private static ConciseTag unknown(Source in, long number) throws DecodingException {
    CborReader item = in.cbor();
    Bytes content = isDefinite(in) ? item.readRaw() : item.readItem().encode();
    if (UnknownChoice.isReserved(number)) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          CorimCodes.TAG_NOT_ALLOWED,
          "tag " + number + " is not allowed among the tags");
    }
    TagDecoder decoder = in.document().decoder(number).orElse(null);
    if (decoder != null) {
      return new ConciseTag.Decoded(number, content, decoder.decode(item.embedded(content)));
    }
    in.warn(CorimCodes.UNKNOWN_CONCISE_TAG, "unknown concise tag " + Long.toUnsignedString(number));
    return new ConciseTag.Unknown(number, content);
  }

  /** Reads what a tag holds; the received bytes stay if they are such as a strict read takes. */
  private static ConciseTag content(Source in, long number, Bytes content)
      throws DecodingException {
    int before = in.document().remarks().deviations();
    if (number == ConciseTag.COMID) {
      Comid comid = ComidCodec.read(in);
      in.document().check(comid, in.path());
      boolean asReceived = isDefinite(in) && in.document().remarks().deviations() == before;
      return new ConciseTag.OfComid(comid, asReceived ? content : comid.encode());
    }
    if (number == ConciseTag.COSWID) {
      int remarked = in.cbor().findings().size();
      ConciseSwidTag coswid = ConciseSwidTag.read(in.cbor());
      boolean asReceived =
          isDefinite(in)
              && in.document().remarks().deviations() == before
              && in.cbor().findings().from(remarked).stream()
                  .noneMatch(finding -> finding.severity() == Severity.DEVIATION);
      return new ConciseTag.OfCoswid(coswid, asReceived ? content : coswid.encode());
    }
    if (number == ConciseTag.COTL) {
      Cotl cotl = CotlCodec.read(in);
      boolean asReceived = isDefinite(in) && in.document().remarks().deviations() == before;
      return new ConciseTag.OfCotl(cotl, asReceived ? content : cotl.encode());
    }
    TagDecoder decoder = in.document().decoder(number).orElse(null);
    return decoder == null
        ? new ConciseTag.OfCots(content)
        : new ConciseTag.Decoded(number, content, decoder.decode(in.cbor()));
  }

  /** A document is opened for any encoding only if something in it is of indefinite length. */
  private static boolean isDefinite(Source in) {
    return in.cbor().options().encodingRule() != EncodingRule.ANY;
  }

  static void write(ConciseTag tag, CborWriter out) {
    out.writeTag(tag.number());
    if (tag.number() < ConciseTag.COSWID || tag.number() > ConciseTag.COTL) {
      out.writeRaw(tag.content());
    } else {
      out.writeBytes(tag.content());
    }
  }
}
