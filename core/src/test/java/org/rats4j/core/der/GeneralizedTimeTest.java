package org.rats4j.core.der;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

class GeneralizedTimeTest {

  @ParameterizedTest
  @CsvSource({
    "20261101000000Z, 2026-11-01T00:00:00Z",
    "20240229235959.5Z, 2024-02-29T23:59:59.500Z",
    "00010101000000Z, 0001-01-01T00:00:00Z",
    "99991231235959.999999999Z, 9999-12-31T23:59:59.999999999Z",
  })
  void readsAndWrites(String text, Instant instant) throws Exception {
    GeneralizedTime time = GeneralizedTime.decode(Bytes.ofUtf8(text));

    assertEquals(instant, time.instant());
    assertEquals(text, time.text());
    assertEquals(time, GeneralizedTime.of(instant));
  }

  @Test
  void keepsDigitsThatAnInstantCannotHold() throws Exception {
    GeneralizedTime time = GeneralizedTime.decode(Bytes.ofUtf8("20261101000000.12345678901Z"));

    assertEquals(Instant.parse("2026-11-01T00:00:00.123456789Z"), time.instant());
    assertEquals("20261101000000.12345678901Z", time.text());
  }

  @Test
  void isEqualWhereItsTextIs() throws Exception {
    GeneralizedTime time = GeneralizedTime.decode(Bytes.ofUtf8("20261101000000.5Z"));

    assertEquals(time, GeneralizedTime.of(Instant.parse("2026-11-01T00:00:00.5Z")));
    assertEquals(time.hashCode(), GeneralizedTime.of(time.instant()).hashCode());
    assertNotEquals(time, GeneralizedTime.of(Instant.parse("2026-11-01T00:00:00Z")));
    assertEquals("20261101000000.5Z", time.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "20261101000000",
        "20261101000000z",
        "20261101000000+0000",
        "202611010000Z",
        "261101000000Z",
        "20261101000000.Z",
        "20261101000000.0Z",
        "20261101000000.10Z",
        "20261101000000,1Z",
        "20261101000060Z",
        "20261101240000Z",
        "20261101006000Z",
        "20260230000000Z",
        "20261301000000Z",
        "00000101000000Z",
        "2026110100000 Z",
        "-0261101000000Z",
        "20261101000000.1x1Z",
      })
  void rejects(String text) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> GeneralizedTime.decode(Bytes.ofUtf8(text)));

    assertEquals("TIME_NOT_DER", e.code());
  }

  @Test
  void writesOnlyTheYearsThatItReads() {
    assertThrows(
        IllegalArgumentException.class,
        () -> GeneralizedTime.of(Instant.parse("0000-12-31T23:59:59Z")));
    assertThrows(
        IllegalArgumentException.class,
        () -> GeneralizedTime.of(Instant.parse("+10000-01-01T00:00:00Z")));
  }
}
