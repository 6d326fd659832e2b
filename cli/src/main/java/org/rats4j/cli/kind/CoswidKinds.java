package org.rats4j.cli.kind;

import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.coswid.ConciseSwidTag;

/** Software identification tags that stand alone (RFC 9393). */
final class CoswidKinds {
  static final Kind COSWID = new CoswidKind();

  private CoswidKinds() {}

  private static final class CoswidKind extends Kind {
    CoswidKind() {
      super("coswid", "Concise Software Identification tag (RFC 9393)");
    }

    @Override
    public boolean detects(Content content) {
      return content.cbor().filter(CoswidNames::looksLikeCoswid).isPresent();
    }

    private static Findings findings(boolean lenient) {
      return new Findings(lenient ? CorimOptions.LENIENT : CorimOptions.STRICT);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Findings findings = findings(lenient);
      ConciseSwidTag.decode(content.bytes(), findings);
      View view =
          content.cbor().map(CoswidNames::show).orElseGet(() -> View.bytes(content.bytes()));
      return new Decoded("cbor", false, findings.toList(), view);
    }

    /** The tag of CBOR around the map is left where it is. */
    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      ConciseSwidTag tag = ConciseSwidTag.decode(content.bytes(), findings(lenient));
      boolean tagged = content.cbor().filter(CborTagged.class::isInstance).isPresent();
      Bytes cbor = tagged ? tag.encodeTagged() : tag.encode();
      return GenericKinds.write(CborItem.decode(cbor, Content.WIDE), to);
    }
  }
}
