package org.rats4j.corim.tdx;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonWriter;

/** Codec of {@link SetValue}; the only place that knows its forms. */
final class SetCodec<T> implements ValueCodec<SetValue<T>> {
  private final long tag;
  private final String type;
  private final String member;
  private final ValueCodec<List<T>> list;

  /**
   * Creates a codec.
   *
   * @param type the name of an expression in JSON
   * @param member the name of the set in an expression
   */
  SetCodec(long tag, String type, String member, ValueCodec<List<T>> list) {
    this.tag = tag;
    this.type = type;
    this.member = member;
    this.list = list;
  }

  @Override
  public SetValue<T> readCbor(CborReader in) throws DecodingException {
    if (!in.tryTag(tag)) {
      return new SetValue.Plain<>(list.readCbor(in));
    }
    in.startArray(2);
    int operator = in.readInt();
    List<T> values = list.readCbor(in);
    in.endArray();
    return in.build(() -> new SetValue.Expression<>(operator, values));
  }

  @Override
  public void writeCbor(SetValue<T> value, CborWriter out) {
    if (value instanceof SetValue.Expression<T> expression) {
      out.writeTag(tag).startArray(2).writeInt(expression.operator());
    }
    list.writeCbor(value.values(), out);
  }

  @Override
  public SetValue<T> readJson(JsonReader in) throws DecodingException {
    if (in.peekType() == JsonType.ARRAY) {
      return new SetValue.Plain<>(list.readJson(in));
    }
    return TypedJson.read(in, found -> found.equals(type) ? this::expression : null);
  }

  private SetValue<T> expression(JsonReader in) throws DecodingException {
    TypedJson.Operands<List<T>> operands =
        TypedJson.operands(in, "set-operator", member, list::readJson);
    return in.build(() -> new SetValue.Expression<>(operands.operator(), operands.value()));
  }

  @Override
  public void writeJson(SetValue<T> value, JsonWriter out) {
    if (value instanceof SetValue.Expression<T> expression) {
      TypedJson.write(
          out,
          type,
          o -> {
            o.startObject().writeName("set-operator");
            o.writeText(Operator.name(expression.operator())).writeName(member);
            list.writeJson(expression.values(), o);
            o.endObject();
          });
    } else {
      list.writeJson(value.values(), out);
    }
  }
}
