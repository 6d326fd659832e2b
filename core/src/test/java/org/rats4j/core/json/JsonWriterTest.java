package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;

class JsonWriterTest {

  @Test
  void writesMembersInTheOrderOfTheCalls() {
    JsonWriter out = new JsonWriter();

    out.startObject();
    out.writeName("z").writeInt(-1);
    out.writeName("a").startArray();
    out.writeText("\u00e9\ud83d\ude00\u20ac\"\\/\b\t\n\f\r\u0000\u001f\u007f");
    out.writeBase64Url(Bytes.of(0xfb, 0xff)).writeBoolean(true).writeNull();
    out.writeInteger(BigInteger.TWO.pow(64)).writeDouble(0.5).writeDouble(1e100);
    out.startObject().endObject().startArray().endArray();
    out.endArray();
    out.endObject();

    String expected =
        "{\"z\":-1,\"a\":[\"\u00e9\ud83d\ude00\u20ac\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\","
            + "\"-_8\",true,null,18446744073709551616,0.5,1.0E100,{},[]]}";
    assertEquals(Bytes.ofUtf8(expected), out.toBytes());
  }

  @Test
  void writesLabelsAsNumbersAndTexts() {
    BigInteger least = BigInteger.ONE.shiftLeft(64).negate();
    JsonWriter out = new JsonWriter();

    out.startArray().writeLabel(Label.of(-7)).writeLabel(Label.of(least)).writeLabel(Label.of("7"));

    assertEquals(Bytes.ofUtf8("[-7,-18446744073709551616,\"7\"]"), out.endArray().toBytes());
  }

  @Test
  void refusesAMemberTwice() {
    JsonWriter out = new JsonWriter().startObject().writeName("a").writeInt(1);

    assertThrows(IllegalArgumentException.class, () -> out.writeName("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "x\udc00", "\udc00\ud800", "\ud800x"})
  void refusesLoneSurrogates(String text) {
    assertThrows(IllegalArgumentException.class, () -> new JsonWriter().writeText(text));
    assertThrows(
        IllegalArgumentException.class, () -> new JsonWriter().startObject().writeName(text));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumberInJson(double value) {
    assertThrows(IllegalArgumentException.class, () -> new JsonWriter().writeDouble(value));
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThrows(IllegalStateException.class, () -> new JsonWriter().toBytes());
    assertThrows(IllegalStateException.class, () -> new JsonWriter().startArray().toBytes());
    assertThrows(IllegalStateException.class, () -> new JsonWriter().startArray().endObject());
    assertThrows(IllegalStateException.class, () -> new JsonWriter().startObject().writeInt(1));
    assertThrows(IllegalStateException.class, () -> new JsonWriter().writeInt(1).writeInt(2));
    assertThrows(IllegalStateException.class, () -> new JsonWriter().writeName("a"));
    assertThrows(IllegalStateException.class, () -> new JsonWriter().endArray());
    JsonWriter named = new JsonWriter().startObject().writeName("a");
    assertThrows(IllegalStateException.class, () -> named.writeName("b"));
    assertThrows(IllegalStateException.class, named::endObject);
  }

  @Test
  void refusesNestingThatNoReaderAccepts() {
    JsonWriter out = new JsonWriter();
    for (int i = 0; i < 512; i++) {
      out.startArray();
    }

    assertThrows(IllegalStateException.class, out::startArray);
  }
}
