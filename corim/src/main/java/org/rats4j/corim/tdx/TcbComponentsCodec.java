package org.rats4j.corim.tdx;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.corim.template.ExtensionCodecs;

/** Codec of the security version numbers of the components of a TCB, of which there are 16. */
final class TcbComponentsCodec implements ValueCodec<List<NumericValue>> {
  private static final int COMPONENTS = 16;

  private final ValueCodec<List<NumericValue>> list;

  TcbComponentsCodec(ValueCodec<NumericValue> number) {
    list = ExtensionCodecs.listOf(number);
  }

  @Override
  public List<NumericValue> readCbor(CborReader in) throws DecodingException {
    List<NumericValue> values = list.readCbor(in);
    if (values.size() != COMPONENTS) {
      throw in.fail(Reason.INVALID_VALUE, "not of 16 components");
    }
    return values;
  }

  @Override
  public void writeCbor(List<NumericValue> value, CborWriter out) {
    list.writeCbor(checked(value), out);
  }

  @Override
  public List<NumericValue> readJson(JsonReader in) throws DecodingException {
    List<NumericValue> values = list.readJson(in);
    return in.build(() -> checked(values));
  }

  @Override
  public void writeJson(List<NumericValue> value, JsonWriter out) {
    list.writeJson(checked(value), out);
  }

  private static List<NumericValue> checked(List<NumericValue> values) {
    if (values.size() != COMPONENTS) {
      throw new IllegalArgumentException("not of 16 components");
    }
    return values;
  }
}
