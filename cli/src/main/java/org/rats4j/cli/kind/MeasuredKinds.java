package org.rats4j.cli.kind;

import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.eat.measured.MeasuredComponent;

/** Measured components that stand alone (RFC 10013). */
final class MeasuredKinds {
  static final Kind COMPONENT = new ComponentKind();

  private static final Set<String> MEMBERS =
      Set.of("id", "digested-measurement", "authorities", "flags", "raw-measurement");

  private MeasuredKinds() {}

  private static final class ComponentKind extends Kind {
    ComponentKind() {
      super("measured-component", "Measured component (RFC 10013)");
    }

    @Override
    public boolean detects(Content content) {
      return content.cbor().filter(ComponentKind::looksLikeComponent).isPresent()
          || content.json().filter(ComponentKind::looksLikeComponent).isPresent();
    }

    private static boolean looksLikeComponent(CborItem item) {
      return item instanceof CborMap map
          && map.get(1).filter(CborArray.class::isInstance).isPresent()
          && (map.get(2).filter(CborArray.class::isInstance).isPresent() || map.get(5).isPresent());
    }

    private static boolean looksLikeComponent(JsonValue value) {
      return value instanceof JsonObject object
          && object.members().containsKey("id")
          && (object.members().containsKey("digested-measurement")
              || object.members().containsKey("raw-measurement"))
          && MEMBERS.containsAll(object.members().keySet());
    }

    private static Encoding encoding(Content content) {
      return content.looksLikeJson() ? Encoding.JSON : Encoding.CBOR;
    }

    private static MeasuredComponent component(Content content, Findings findings)
        throws DecodingException {
      return MeasuredComponent.decode(content.bytes(), encoding(content), findings);
    }

    private static Findings findings(boolean lenient) {
      return new Findings(lenient ? MeasuredComponent.LENIENT : MeasuredComponent.STRICT);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Findings findings = findings(lenient);
      component(content, findings);
      String encoding = encoding(content) == Encoding.JSON ? "json" : "cbor";
      return new Decoded(
          encoding, false, findings.toList(), EatNames.measuredComponent(content.bytes()));
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      MeasuredComponent component = component(content, findings(lenient));
      if (to == Notation.JSON) {
        return GenericKinds.sorted(
                JsonValue.decode(
                    component.encode(Encoding.JSON).toByteArray(), MeasuredComponent.STRICT))
            .encode();
      }
      Bytes cbor = component.encode(Encoding.CBOR);
      return GenericKinds.write(CborItem.decode(cbor, MeasuredComponent.STRICT), to);
    }
  }
}
