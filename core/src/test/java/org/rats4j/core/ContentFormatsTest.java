package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | text/plain;charset=utf-8",
        "18 | application/COSE; cose-type=cose-sign1",
        "50 | application/json",
        "60 | application/cbor",
        "263 | application/eat+cwt",
        "10003 | application/eat+cwt; eat_profile=\"tag:psacertified.org,2023:psa#tfm\"",
        "10573 | application/ce+cbor; profile=\"2.16.840.1.113741.1.16.1\"",
      })
  void looksUpBothWays(int number, String mediaType) {
    ContentFormat contentFormat = ContentFormat.of(number);
    MediaType expected = MediaType.of(mediaType);

    assertEquals(Optional.of(expected), ContentFormats.IANA.mediaType(contentFormat));
    assertEquals(Optional.of(contentFormat), ContentFormats.IANA.contentFormat(expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9999, 64998, 64999, 65000, 65535})
  void unknownNumbersStayNumbers(int number) {
    assertEquals(Optional.empty(), ContentFormats.IANA.mediaType(ContentFormat.of(number)));
  }

  @Test
  void registeringLeavesTheSourceAlone() {
    ContentFormats formats = ContentFormats.builder().register(65000, "a/b; x=1").build();

    assertEquals(
        Optional.of(ContentFormat.of(65000)), formats.contentFormat(MediaType.of("A/b;x=\"1\"")));
    assertEquals(
        Optional.of(ContentFormat.of(60)), formats.contentFormat(MediaType.of("application/cbor")));
    assertEquals(Optional.empty(), ContentFormats.IANA.contentFormat(MediaType.of("a/b; x=1")));
  }

  @Test
  void anEntryIsNeverReplaced() {
    ContentFormats.Builder builder = ContentFormats.builder().register(60, "Application/CBOR");

    assertThrows(IllegalArgumentException.class, () -> builder.register(60, "a/b"));
    assertThrows(IllegalArgumentException.class, () -> builder.register(1, "application/cbor"));
    assertEquals(
        "application/cbor", builder.build().mediaType(ContentFormat.of(60)).orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void numberHas16Bits(int number) {
    assertThrows(IllegalArgumentException.class, () -> ContentFormat.of(number));
  }
}
