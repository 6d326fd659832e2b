package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

/** Simple values of two bytes, alone and in inputs long enough for the fast part of the gate. */
class SimpleValueTest {
  private static final String BEHIND = "581e" + "00".repeat(30);

  @ParameterizedTest
  @ValueSource(strings = {"f800", "f801", "f817", "f818", "f81f"})
  void isRefusedBelow32(String item) {
    for (String cbor : new String[] {item, "82" + item + BEHIND, "a101" + "82" + item + BEHIND}) {
      DecodingException e = assertThrows(DecodingException.class, () -> decode(cbor));
      assertEquals(DecodingException.Reason.NOT_WELL_FORMED, e.reason());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"f820", "f8ff"})
  void isReadFrom32(String item) {
    assertDoesNotThrow(() -> decode("82" + item + BEHIND));
  }

  private static void decode(String hex) throws DecodingException {
    CborItem.decode(Bytes.ofHex(hex), DecodeOptions.STRICT);
  }
}
