package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoseContentTypeTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " text/plain", "text/plain "})
  void rejectsTextsWithSpaceAround(String text) {
    assertThrows(IllegalArgumentException.class, () -> CoseContentType.of(text));
  }

  @Test
  void rejectsNegativeContentFormats() {
    assertThrows(IllegalArgumentException.class, () -> CoseContentType.of(-1));
  }

  @Test
  void comparesTypeAndSubtypeWithoutCaseAndParametersWithIt() {
    CoseContentType type = CoseContentType.of("application/eat+cwt;eat_profile=\"tag:A\"");

    assertEquals(type, CoseContentType.of("Application/EAT+cwt;eat_profile=\"tag:A\""));
    assertEquals(
        type.hashCode(),
        CoseContentType.of("Application/EAT+cwt;eat_profile=\"tag:A\"").hashCode());
    assertNotEquals(type, CoseContentType.of("application/eat+cwt;eat_profile=\"tag:a\""));
  }

  @Test
  void keepsATextThatIsNoMediaType() {
    CoseContentType text = CoseContentType.of("Nothing");

    assertEquals("Nothing", text.toString());
    assertEquals(text, CoseContentType.of("Nothing"));
    assertNotEquals(text, CoseContentType.of("nothing"));
    assertEquals("60", CoseContentType.of(60).toString());
  }
}
