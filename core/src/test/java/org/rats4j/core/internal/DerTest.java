package org.rats4j.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;

class DerTest {
  @ParameterizedTest(name = "{0}, {1} bytes of content")
  @CsvSource({
    "3000, 0, true",
    "3001, 1, true",
    "307f, 127, true",
    "308180, 128, true",
    "3081ff, 255, true",
    "30820100, 256, true",
    "3083010000, 65536, true",
    "'', 0, false",
    "30, 0, false",
    "3100, 0, false",
    "0000, 0, false",
    "3001, 0, false",
    "3000, 1, false",
    "3080, 0, false",
    "3080, 2, false",
    "30817f, 127, false",
    "308180, 127, false",
    "308180, 129, false",
    "3081, 0, false",
    "308201, 0, false",
    "30820080, 128, false",
    "3085, 5, false",
    "308500000000, 0, false",
    "3084ffffffff, 0, false",
  })
  void tellsOneSequence(String head, int content, boolean one) {
    Bytes der = Bytes.ofHex(head).concat(Bytes.copyOf(new byte[content]));

    assertEquals(one, Der.isOneSequence(der));
  }
}
