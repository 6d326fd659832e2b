package org.rats4j.corim.tdx;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonWriter;

/** Codec of {@link NumericValue}; the only place that knows its forms. */
final class NumericCodec implements ValueCodec<NumericValue> {
  private static final String EXPRESSION = "numeric-expression";

  @Override
  public NumericValue readCbor(CborReader in) throws DecodingException {
    if (!in.tryTag(NumericValue.Expression.TAG)) {
      BigInteger value = in.readInteger();
      return in.build(() -> new NumericValue.Plain(value));
    }
    in.startArray(2);
    int operator = in.readInt();
    BigDecimal number = readNumber(in);
    in.endArray();
    return in.build(() -> new NumericValue.Expression(operator, number));
  }

  private static BigDecimal readNumber(CborReader in) throws DecodingException {
    if (in.peekType() != CborType.FLOAT) {
      return new BigDecimal(in.readInteger());
    }
    double number = in.readDouble();
    return in.build(() -> new BigDecimal(number)); // refuses what is not finite
  }

  @Override
  public void writeCbor(NumericValue value, CborWriter out) {
    if (value instanceof NumericValue.Plain plain) {
      out.writeInteger(plain.value());
      return;
    }
    NumericValue.Expression expression = (NumericValue.Expression) value;
    out.writeTag(NumericValue.Expression.TAG).startArray(2).writeInt(expression.operator());
    BigDecimal number = expression.number();
    if (NumericValue.Expression.isInteger(number)) {
      out.writeInteger(number.toBigInteger());
    } else {
      out.writeDouble(number.doubleValue());
    }
  }

  @Override
  public NumericValue readJson(JsonReader in) throws DecodingException {
    if (in.peekType() == JsonType.NUMBER) {
      return plain(in);
    }
    return TypedJson.read(
        in, type -> type.equals(EXPRESSION) ? NumericCodec::expression : NumericCodec::plain);
  }

  private static NumericValue plain(JsonReader in) throws DecodingException {
    BigInteger value = in.readInteger();
    return in.build(() -> new NumericValue.Plain(value));
  }

  private static NumericValue expression(JsonReader in) throws DecodingException {
    TypedJson.Operands<BigDecimal> operands =
        TypedJson.operands(in, "numeric-operator", "numeric-type", NumericCodec::typedNumber);
    return in.build(() -> new NumericValue.Expression(operands.operator(), operands.value()));
  }

  private static BigDecimal typedNumber(JsonReader in) throws DecodingException {
    return in.peekType() == JsonType.NUMBER
        ? number(in)
        : TypedJson.read(in, type -> NumericCodec::number);
  }

  private static BigDecimal number(JsonReader in) throws DecodingException {
    JsonNumber number = in.readNumber();
    return in.build(
        () -> number.isInteger() ? number.value() : new BigDecimal(number.value().doubleValue()));
  }

  @Override
  public void writeJson(NumericValue value, JsonWriter out) {
    if (value instanceof NumericValue.Plain plain) {
      TypedJson.write(out, "uint", o -> o.writeInteger(plain.value()));
      return;
    }
    NumericValue.Expression expression = (NumericValue.Expression) value;
    TypedJson.write(
        out,
        EXPRESSION,
        o -> {
          o.startObject().writeName("numeric-operator");
          o.writeText(Operator.name(expression.operator())).writeName("numeric-type");
          writeNumber(o, expression.number());
          o.endObject();
        });
  }

  private static void writeNumber(JsonWriter out, BigDecimal number) {
    if (NumericValue.Expression.isInteger(number)) {
      String type = number.signum() < 0 ? "int" : "uint";
      TypedJson.write(out, type, o -> o.writeInteger(number.toBigInteger()));
    } else {
      TypedJson.write(out, "float", o -> o.writeDouble(number.doubleValue()));
    }
  }
}
