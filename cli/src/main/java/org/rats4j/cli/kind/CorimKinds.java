package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.template.CorimTemplate;

/** Manifests in CBOR and as JSON templates, whose names both are shown with. */
final class CorimKinds {
  /** Manifests, the more special first. */
  static final List<Kind> ALL =
      List.of(
          SignedCorimKind.SIGNED_CORIM,
          new CorimKind(),
          CotlKinds.COTL,
          CotlKinds.COTS,
          new TemplateKind("corim-template-json", "CoRIM template in JSON (Veraison dialect)"),
          new TemplateKind("corim-json", "the same as corim-template-json"));

  private CorimKinds() {}

  /** Returns the profiles whose CoRIMs are read: a lenient reader takes others, too. */
  static CorimProfiles profiles(boolean lenient) {
    return lenient ? CorimProfiles.BUILT_IN.keepingUnknown() : CorimProfiles.BUILT_IN;
  }

  private static Decoded show(String encoding, CorimTemplate corim, Findings findings)
      throws DecodingException {
    return new Decoded(encoding, false, findings.toList(), show(corim));
  }

  /** Shows a manifest by the names of its template, and its SWID tags by theirs. */
  static View show(CorimTemplate corim) throws DecodingException {
    JsonValue template = JsonValue.decode(encode(corim).toByteArray(), Content.WIDE);
    View.Builder view = View.Group.builder();
    ((View.Group) Meaning.PLAIN.show(template))
        .entries()
        .forEach((name, value) -> view.put(name, name.equals("tags") ? tags(corim, value) : value));
    return view.build();
  }

  /** What is base64 in a template is shown as what it is. */
  private static View tags(CorimTemplate corim, View shown) {
    List<View> items = new ArrayList<>(((View.Items) shown).elements());
    for (int i = 0; i < corim.tags().size(); i++) {
      ConciseTag tag = corim.tags().get(i);
      if (tag instanceof ConciseTag.OfCoswid) {
        items.set(i, tag("coswid", Content.parseCbor(tag.content()).map(CoswidNames::show), tag));
      } else if (tag instanceof ConciseTag.OfCots) {
        items.set(
            i, tag("cots", Content.parseCbor(tag.content()).map(CotlKinds.COTS_NAMES::show), tag));
      }
    }
    return new View.Items(items);
  }

  private static View tag(String type, Optional<View> value, ConciseTag tag) {
    return View.Group.builder()
        .put("type", type)
        .put("value", value.orElseGet(() -> View.bytes(tag.content())))
        .build();
  }

  private static Bytes encode(CorimTemplate corim) throws DecodingException {
    try {
      return corim.encode();
    } catch (IllegalArgumentException e) {
      throw Kind.unsupported(String.valueOf(e.getMessage()));
    }
  }

  private static final class CorimKind extends Kind {
    private static final long CORIM = 501;
    private static final long LEGACY = 500;

    CorimKind() {
      super("corim", "Concise Reference Integrity Manifest, unsigned");
    }

    @Override
    public boolean detects(Content content) {
      return content.cbor().filter(CorimKind::looksLikeCorim).isPresent();
    }

    private static boolean looksLikeCorim(CborItem item) {
      if (item instanceof CborTagged tagged) {
        return tagged.tag() == CORIM
            || (tagged.tag() == LEGACY && looksLikeCorim(tagged.content()));
      }
      return item instanceof CborMap map
          && map.get(0).isPresent()
          && map.get(1).filter(CorimKind::isTagList).isPresent();
    }

    private static boolean isTagList(CborItem item) {
      return item instanceof CborArray tags
          && !tags.items().isEmpty()
          && tags.items().get(0) instanceof CborTagged first
          && first.tag() >= ConciseTag.COSWID
          && first.tag() <= ConciseTag.COTL;
    }

    private static Corim read(Content content, boolean lenient, Findings findings)
        throws DecodingException {
      return Corim.decode(content.bytes(), profiles(lenient), findings);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Findings findings = ComidKinds.findings(lenient);
      Corim corim = read(content, lenient, findings);
      corim.check().forEach(findings::add);
      return show("cbor", CorimTemplate.of(corim), findings);
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      Corim corim = read(content, lenient, ComidKinds.findings(lenient));
      return to == Notation.JSON
          ? encode(CorimTemplate.of(corim))
          : GenericKinds.write(CborItem.decode(corim.encode(), Content.WIDE), to);
    }
  }

  private static final class TemplateKind extends Kind {
    TemplateKind(String name, String title) {
      super(name, title);
    }

    @Override
    public boolean detects(Content content) {
      return content
          .json()
          .filter(value -> value instanceof JsonObject object && object.get("corim-id").isPresent())
          .isPresent();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Findings findings = ComidKinds.findings(lenient);
      return show("json", CorimTemplate.decode(content.bytes(), findings), findings);
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      CorimTemplate template = CorimTemplate.decode(content.bytes(), ComidKinds.findings(lenient));
      if (to == Notation.JSON) {
        return encode(template);
      }
      try {
        Bytes cbor = template.build().encode();
        return GenericKinds.write(CborItem.decode(cbor, Content.WIDE), to);
      } catch (IllegalArgumentException e) {
        throw unsupported(e.getMessage() + "; rats corim create adds tags");
      }
    }
  }
}
