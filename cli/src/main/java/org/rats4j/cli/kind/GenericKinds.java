package org.rats4j.cli.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;

/** CBOR and JSON of which nothing else is known. */
final class GenericKinds {
  static final Kind JSON = new JsonKind();
  static final Kind CBOR = new CborKind();
  static final Kind DIAG = new DiagnosticKind();

  /** Bytes to be signed of which nobody says what they are. */
  static final Kind OPAQUE = new OpaqueKind();

  private GenericKinds() {}

  /** Returns {@code item} in {@code to}. */
  static Bytes write(CborItem item, Notation to) throws DecodingException {
    return switch (to) {
      case CBOR -> item.encode();
      case DIAG -> Bytes.ofUtf8(Diagnostic.printIndented(item) + "\n");
      case JSON -> sorted(JsonFromCbor.convert(item)).encode();
    };
  }

  /** Returns {@code value} in {@code to}. */
  static Bytes write(JsonValue value, Notation to) throws DecodingException {
    return to == Notation.JSON ? sorted(value).encode() : write(CborFromJson.convert(value), to);
  }

  /** Returns {@code value} with all members in order of their names (UTF-16 units, RFC 8785). */
  static JsonValue sorted(JsonValue value) {
    if (value instanceof JsonObject object) {
      Map<String, JsonValue> members = new TreeMap<>();
      object.members().forEach((name, member) -> members.put(name, sorted(member)));
      return new JsonObject(members);
    } else if (value instanceof JsonArray array) {
      return new JsonArray(array.items().stream().map(GenericKinds::sorted).toList());
    }
    return value;
  }

  private static final class CborKind extends Kind {
    CborKind() {
      super("cbor", "any CBOR item (RFC 8949)");
    }

    @Override
    public boolean detects(Content content) {
      return true;
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      CborItem item = CborItem.decode(content.bytes(), Content.WIDE);
      return new Decoded("cbor", false, List.of(), Meaning.PLAIN.show(item));
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      return write(CborItem.decode(content.bytes(), Content.WIDE), to);
    }
  }

  private static final class JsonKind extends Kind {
    JsonKind() {
      super("json", "any JSON value (RFC 8259)");
    }

    @Override
    public boolean detects(Content content) {
      return content.looksLikeJson();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      JsonValue value = JsonValue.decode(content.bytes().toByteArray(), Content.WIDE);
      return new Decoded("json", false, List.of(), Meaning.PLAIN.show(value));
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      return write(JsonValue.decode(content.bytes().toByteArray(), Content.WIDE), to);
    }
  }

  private static final class DiagnosticKind extends Kind {
    DiagnosticKind() {
      super("diag", "CBOR in diagnostic notation (RFC 8949, section 8); never detected");
    }

    @Override
    public boolean detects(Content content) {
      return false;
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      CborItem item = Diagnostic.parse(content.text());
      return new Decoded("diag", false, List.of(), Meaning.PLAIN.show(item));
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      return write(Diagnostic.parse(content.text()), to);
    }
  }

  private static final class OpaqueKind extends Kind {
    OpaqueKind() {
      super("bytes", "any bytes");
    }

    @Override
    public boolean detects(Content content) {
      return false;
    }

    @Override
    public Decoded decode(Content content, boolean lenient) {
      return new Decoded("bytes", false, List.of(), View.bytes(content.bytes()));
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      return switch (to) {
        case COSE -> CoseKinds.sign(content.bytes(), Optional.empty(), signing);
        case JWS -> JoseKinds.sign(content.bytes(), Optional.empty(), Optional.empty(), signing);
        default -> super.sign(content, to, signing);
      };
    }
  }
}
