package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

class JsonReaderFuzzTest {

  /** What is accepted is written so that it is read again as the same value. */
  @FuzzTest
  void acceptsOnlyWhatItCanWrite(byte[] json) {
    JsonValue value;
    try {
      value = JsonValue.decode(json, DecodeOptions.STRICT);
    } catch (DecodingException expected) {
      return;
    }
    byte[] written = value.encode().toByteArray();
    try {
      // Unescaped text is never longer than escaped text, so the limits cannot be in the way.
      assertEquals(value, JsonValue.decode(written, DecodeOptions.STRICT));
    } catch (DecodingException e) {
      throw new AssertionError("refuses what it wrote", e);
    }
  }
}
