package org.rats4j.corim.template;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.coswid.ConciseSwidTag;
import org.rats4j.corim.internal.Source;
import org.rats4j.corim.internal.TagCodec;

/**
 * Tags in a template: an object with type and value, or the base64 of a tag in CBOR, which is how
 * the tools of the dialect write all of them.
 */
final class TagText {
  private TagText() {}

  static ConciseTag read(TemplateReader in) throws DecodingException {
    if (in.peekType() == JsonType.STRING) {
      Bytes cbor = in.bytes();
      return inCbor(in, findings -> TagCodec.read(Source.open(cbor, "tag", findings)));
    }
    return Typed.read(in, TagText::read);
  }

  private static @Nullable ConciseTag read(Typed.Header header, TemplateReader in)
      throws DecodingException {
    return switch (header.type()) {
      case "comid" -> ConciseTag.of(ComidTemplate.read(in));
      case "cotl" -> ConciseTag.of(CotlTemplate.read(in));
      case "coswid" -> {
        Bytes cbor = in.bytes();
        yield inCbor(in, findings -> ConciseTag.of(ConciseSwidTag.decode(cbor, findings)));
      }
      case "cots" -> {
        TemplateReader ahead = in.fork();
        ExtensionText.cbor(ahead);
        yield new ConciseTag.OfCots(in.bytes());
      }
      case "cbor-tag" -> {
        long tag = in.required(header.tag(), "tag");
        Bytes content = ExtensionText.cbor(in).encode();
        yield in.build(() -> new ConciseTag.Unknown(tag, content));
      }
      default -> null;
    };
  }

  /** Reads a tag in CBOR; faults and remarks are at the place in JSON that holds it. */
  @FunctionalInterface
  private interface Reading {
    ConciseTag read(Findings findings) throws DecodingException;
  }

  private static ConciseTag inCbor(TemplateReader in, Reading reading) throws DecodingException {
    Findings findings = new Findings(in.options());
    try {
      ConciseTag tag = reading.read(findings);
      findings.toList().forEach(in::remark);
      return tag;
    } catch (DecodingException e) {
      throw in.fail(e.reason(), e.code(), e.detail() + " (in base64, at " + e.path() + ")");
    }
  }

  static void write(TemplateWriter out, ConciseTag tag) {
    if (tag instanceof ConciseTag.OfComid comid) {
      Typed.write(out, "comid", o -> ComidTemplate.write(o, comid.comid()));
    } else if (tag instanceof ConciseTag.OfCotl cotl) {
      Typed.write(out, "cotl", o -> CotlTemplate.write(o, cotl.cotl()));
    } else if (tag instanceof ConciseTag.OfCoswid coswid) {
      Typed.write(out, "coswid", o -> Base64Text.write(o, coswid.coswid().encode()));
    } else if (tag.number() == ConciseTag.COTS) {
      Typed.write(out, "cots", o -> Base64Text.write(o, tag.content()));
    } else {
      out.startObject().writeName("type").writeText("cbor-tag").writeName("tag");
      CommonText.writeUnsigned(out, tag.number());
      Base64Text.write(out.writeName("value"), tag.content());
      out.endObject();
    }
  }
}
