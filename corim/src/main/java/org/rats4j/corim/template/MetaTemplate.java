package org.rats4j.corim.template;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.Validity;

/**
 * Who signs a CoRIM, in JSON.
 *
 * <pre>{@code
 * {"signer": {"name": .., "uri": ..}, "validity": {"not-before": .., "not-after": ..}}
 * }</pre>
 */
public final class MetaTemplate {
  private MetaTemplate() {}

  /**
   * Decodes a template under the options of {@code findings}, and remarks to them.
   *
   * @throws DecodingException if {@code json} is anything else, with a path such as {@code
   *     meta/signer/name}
   */
  public static CorimMeta decode(Bytes json, Findings findings) throws DecodingException {
    TemplateReader in = TemplateReader.open(json, "meta", findings);
    CorimMeta signer = null;
    Validity validity = null;
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "signer" -> signer = readSigner(in);
        case "validity" -> validity = CommonText.readValidity(in);
        default -> ExtensionText.readInClosed(in, name, "meta", 1, unknown);
      }
    }
    in.endObject();
    CorimMeta meta = in.required(signer, "signer").withUnknown(unknown.build());
    return validity == null ? meta : meta.withValidity(validity);
  }

  private static CorimMeta readSigner(TemplateReader in) throws DecodingException {
    String signerName = null;
    String uri = null;
    RawEntries.Builder extensions = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "name" -> signerName = in.text();
        case "uri" -> uri = in.text();
        default -> ExtensionText.read(in, name, ExtensionPlace.SIGNER, 1, extensions);
      }
    }
    in.endObject();
    CorimMeta signer =
        CorimMeta.of(in.required(signerName, "name")).withSignerExtensions(extensions.build());
    return uri == null ? signer : signer.withSignerUri(uri);
  }

  /**
   * Encodes {@code meta} as template.
   *
   * @throws IllegalArgumentException if it has an extension with a text as key
   */
  public static Bytes encode(CorimMeta meta) {
    TemplateWriter out = TemplateWriter.open(null);
    out.startObject().writeName("signer").startObject();
    out.writeName("name").writeText(meta.signerName());
    meta.signerUri().ifPresent(uri -> out.writeName("uri").writeText(uri));
    ExtensionText.write(out, ExtensionPlace.SIGNER, meta.signerExtensions());
    out.endObject();
    meta.validity().ifPresent(value -> CommonText.write(out.writeName("validity"), value));
    ExtensionText.write(out, meta.unknown());
    return out.endObject().toBytes();
  }
}
