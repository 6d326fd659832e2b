package org.rats4j.cli.kind;

import org.rats4j.cli.view.Meaning;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.template.ComidTemplate;

/** Concise module identifiers, in CBOR and as JSON templates, whose names both are shown with. */
final class ComidKinds {
  static final Kind COMID = new CborKind();
  static final Kind COMID_JSON = new JsonKind();

  private ComidKinds() {}

  static Findings findings(boolean lenient) {
    return new Findings(lenient ? CorimOptions.LENIENT : CorimOptions.STRICT);
  }

  private static Decoded show(String encoding, Comid comid, Findings findings)
      throws DecodingException {
    comid.check().forEach(findings::add);
    JsonValue template = JsonValue.decode(template(comid).toByteArray(), Content.WIDE);
    return new Decoded(encoding, false, findings.toList(), Meaning.PLAIN.show(template));
  }

  private static Bytes template(Comid comid) throws DecodingException {
    try {
      return ComidTemplate.encode(comid);
    } catch (IllegalArgumentException e) {
      throw Kind.unsupported(String.valueOf(e.getMessage()));
    }
  }

  private static Bytes write(Comid comid, Notation to) throws DecodingException {
    if (to == Notation.JSON) {
      return template(comid);
    }
    return GenericKinds.write(CborItem.decode(comid.encode(), Content.WIDE), to);
  }

  private static final class CborKind extends Kind {
    CborKind() {
      super("comid", "Concise Module Identifier");
    }

    @Override
    public boolean detects(Content content) {
      return content.cbor().filter(CborKind::looksLikeComid).isPresent();
    }

    private static boolean looksLikeComid(CborItem item) {
      return item instanceof CborMap map
          && map.get(4).filter(CborMap.class::isInstance).isPresent()
          && map.get(1).filter(id -> id instanceof CborMap it && it.get(0).isPresent()).isPresent();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Findings findings = findings(lenient);
      return show("cbor", Comid.decode(content.bytes(), findings), findings);
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      return write(Comid.decode(content.bytes(), findings(lenient)), to);
    }
  }

  private static final class JsonKind extends Kind {
    JsonKind() {
      super("comid-json", "CoMID template in JSON (Veraison dialect)");
    }

    @Override
    public boolean detects(Content content) {
      return content
          .json()
          .filter(
              value ->
                  value instanceof JsonObject object
                      && object.get("tag-identity").isPresent()
                      && object.get("triples").isPresent())
          .isPresent();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Findings findings = findings(lenient);
      return show("json", ComidTemplate.decode(content.bytes(), findings), findings);
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      return write(ComidTemplate.decode(content.bytes(), findings(lenient)), to);
    }
  }
}
