package org.rats4j.eat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/** A codec of arrays with at least one element. */
class ListCodec<T> implements ValueCodec<List<T>> {
  private final ValueCodec<T> element;

  ListCodec(ValueCodec<T> element) {
    this.element = element;
  }

  @Override
  public List<T> readCbor(CborReader in) throws DecodingException {
    List<T> list = new ArrayList<>(in.startArray(1, Integer.MAX_VALUE));
    while (in.hasNext()) {
      list.add(element.readCbor(in));
    }
    in.endArray();
    return Collections.unmodifiableList(list);
  }

  @Override
  public void writeCbor(List<T> list, CborWriter out) {
    out.startArray(checkNotEmpty(list).size());
    list.forEach(each -> element.writeCbor(each, out));
  }

  @Override
  public List<T> readJson(JsonReader in) throws DecodingException {
    List<T> list = new ArrayList<>(in.startArray(1, Integer.MAX_VALUE));
    while (in.hasNext()) {
      list.add(element.readJson(in));
    }
    in.endArray();
    return Collections.unmodifiableList(list);
  }

  @Override
  public void writeJson(List<T> list, JsonWriter out) {
    out.startArray();
    checkNotEmpty(list).forEach(each -> element.writeJson(each, out));
    out.endArray();
  }

  private List<T> checkNotEmpty(List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException("empty array");
    }
    return list;
  }
}
