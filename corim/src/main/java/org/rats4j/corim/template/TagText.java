package org.rats4j.corim.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
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
      case "cotl" -> ConciseTag.of(readCotl(in));
      case "coswid" -> {
        Bytes cbor = in.bytes();
        yield inCbor(in, findings -> ConciseTag.of(ConciseSwidTag.decode(cbor, findings)));
      }
      case "cots" -> new ConciseTag.OfCots(ExtensionText.cbor(in).encode());
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

  private static Cotl readCotl(TemplateReader in) throws DecodingException {
    TagIdentity identity = null;
    List<TagIdentity> tags = null;
    Validity validity = null;
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "tag-identity" -> identity = CommonText.readIdentity(in);
        case "tags-list" -> tags = in.list(CommonText::readIdentity);
        case "validity" -> validity = CommonText.readValidity(in);
        default -> ExtensionText.readInClosed(in, name, "cotl", 2, unknown);
      }
    }
    in.endObject();
    return new Cotl(
        in.required(identity, "tag-identity"),
        in.required(tags, "tags-list"),
        in.required(validity, "validity"),
        unknown.build());
  }

  static void write(TemplateWriter out, ConciseTag tag) {
    if (tag instanceof ConciseTag.OfComid comid) {
      Typed.write(out, "comid", o -> ComidTemplate.write(o, comid.comid()));
    } else if (tag instanceof ConciseTag.OfCotl cotl) {
      Typed.write(out, "cotl", o -> write(o, cotl.cotl()));
    } else if (tag instanceof ConciseTag.OfCoswid coswid) {
      Typed.write(out, "coswid", o -> Base64Text.write(o, coswid.coswid().encode()));
    } else if (tag instanceof ConciseTag.OfCots cots) {
      Typed.write(out, "cots", o -> Base64Text.write(o, cots.content()));
    } else {
      out.startObject().writeName("type").writeText("cbor-tag").writeName("tag");
      CommonText.writeUnsigned(out, tag.number());
      Base64Text.write(out.writeName("value"), tag.content());
      out.endObject();
    }
  }

  private static void write(TemplateWriter out, Cotl cotl) {
    out.startObject();
    CommonText.write(out.writeName("tag-identity"), cotl.identity());
    TriplesText.writeAll(out, "tags-list", cotl.tags(), CommonText::write);
    CommonText.write(out.writeName("validity"), cotl.validity());
    ExtensionText.write(out, cotl.unknown());
    out.endObject();
  }
}
