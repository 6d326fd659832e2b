package org.rats4j.cli.kind;

import java.util.List;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.Meanings;
import org.rats4j.cli.view.View;
import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.template.CotlTemplate;

/** Lists of tags, and stores of trust anchors, which are carried and not read. */
final class CotlKinds {
  static final Kind COTL = new CotlKind();
  static final Kind COTS = new CotsKind();

  /** The names of the members of a store. */
  static final Vocabulary COTS_NAMES =
      Vocabulary.builder()
          .term(0, "language")
          .term(
              1,
              "tag-identity",
              Meanings.map(Vocabulary.builder().term(0, "tag-id").term(1, "tag-version").build()))
          .term(2, "environments")
          .term(3, "purposes")
          .term(4, "permclaims")
          .term(5, "exclclaims")
          .term(6, "keys", Meanings.map(Vocabulary.builder().term(0, "tas").term(1, "cas").build()))
          .build();

  private CotlKinds() {}

  private static boolean isMap(CborMap map, long key) {
    return map.get(key).filter(CborMap.class::isInstance).isPresent();
  }

  private static boolean isArray(CborMap map, long key) {
    return map.get(key).filter(CborArray.class::isInstance).isPresent();
  }

  private static final class CotlKind extends Kind {
    CotlKind() {
      super("cotl", "Concise Tag List");
    }

    @Override
    public boolean detects(Content content) {
      return isTemplate(content)
          || content
              .cbor()
              .filter(
                  item ->
                      item instanceof CborMap map
                          && isMap(map, 0)
                          && isArray(map, 1)
                          && isMap(map, 2))
              .isPresent();
    }

    private static boolean isTemplate(Content content) {
      return content
          .json()
          .filter(
              value -> value instanceof JsonObject object && object.get("tags-list").isPresent())
          .isPresent();
    }

    private static Cotl read(Content content, Findings findings) throws DecodingException {
      return isTemplate(content)
          ? CotlTemplate.decode(content.bytes(), findings)
          : Cotl.decode(content.bytes(), findings);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Findings findings = ComidKinds.findings(lenient);
      Cotl cotl = read(content, findings);
      JsonValue template = JsonValue.decode(CotlTemplate.encode(cotl).toByteArray(), Content.WIDE);
      String encoding = isTemplate(content) ? "json" : "cbor";
      return new Decoded(encoding, false, findings.toList(), Meaning.PLAIN.show(template));
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      Cotl cotl = read(content, ComidKinds.findings(lenient));
      return to == Notation.JSON
          ? CotlTemplate.encode(cotl)
          : GenericKinds.write(CborItem.decode(cotl.encode(), Content.WIDE), to);
    }
  }

  private static final class CotsKind extends Kind {
    CotsKind() {
      super("cots", "Concise Trust Anchor Store, shown and not checked");
    }

    @Override
    public boolean detects(Content content) {
      return content
          .cbor()
          .filter(item -> item instanceof CborMap map && isArray(map, 2) && isMap(map, 6))
          .isPresent();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      CborItem item = CborItem.decode(content.bytes(), CorimOptions.STRICT);
      View view = COTS_NAMES.show(item);
      return new Decoded("cbor", false, List.of(), view);
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      decode(content, lenient);
      if (to == Notation.JSON) {
        throw unsupported("a CoTS has no JSON form here");
      }
      return GenericKinds.write(content.cbor().orElseThrow(), to);
    }
  }
}
