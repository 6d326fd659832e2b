package org.rats4j.corim.template;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;

/**
 * A CoTL in JSON.
 *
 * <pre>{@code
 * {"tag-identity": {..}, "tags-list": [{"id": .., "version": ..}, ..], "validity": {..}}
 * }</pre>
 */
public final class CotlTemplate {
  private CotlTemplate() {}

  /**
   * Decodes a template under the options of {@code findings}, and remarks to them.
   *
   * @throws DecodingException if {@code json} is anything else, with a path such as {@code
   *     cotl/tags-list/0/id}
   */
  public static Cotl decode(Bytes json, Findings findings) throws DecodingException {
    return read(TemplateReader.open(json, "cotl", findings));
  }

  /** Encodes a CoTL as template. */
  public static Bytes encode(Cotl cotl) {
    TemplateWriter out = TemplateWriter.open(null);
    write(out, cotl);
    return out.toBytes();
  }

  static Cotl read(TemplateReader in) throws DecodingException {
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

  static void write(TemplateWriter out, Cotl cotl) {
    out.startObject();
    CommonText.write(out.writeName("tag-identity"), cotl.identity());
    TriplesText.writeAll(out, "tags-list", cotl.tags(), CommonText::write);
    CommonText.write(out.writeName("validity"), cotl.validity());
    ExtensionText.write(out, cotl.unknown());
    out.endObject();
  }
}
