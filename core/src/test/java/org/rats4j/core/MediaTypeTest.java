package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Application/EAT+CWT | application/eat+cwt",
        "text/plain;charset=utf-8 | text/plain; charset=utf-8",
        "text/plain  ;  Charset=\"utf-8\" | text/plain; charset=utf-8",
        "a/b; z=1; a=\"2 3\" | a/b; a=\"2 3\"; z=1",
        "a/b; x=\"\" | a/b; x=\"\"",
        "a/b; x=\"\\q\\\"\\\\\" | a/b; x=\"q\\\"\\\\\"",
        "application/cmw+cbor; CMWC_T=\"Tag:X\" | application/cmw+cbor; cmwc_t=\"tag:x\"",
        "a/b; cmwct=X | a/b; cmwct=X",
      })
  void keepsItsTextAndComparesCanonically(String text, String canonical) {
    MediaType mediaType = MediaType.of(text);

    assertEquals(text, mediaType.text());
    assertEquals(canonical, mediaType.canonical());
    assertEquals(MediaType.of(canonical), mediaType);
    assertEquals(MediaType.of(canonical).hashCode(), mediaType.hashCode());
  }

  @Test
  void tokensNeedNoQuotes() {
    String text = "a!#$&-^_.+b/c; d!#$%&'*+-.^_`|~=!#$%&'*+-.^_`|~";

    assertEquals(text, MediaType.of(text).canonical());
  }

  @Test
  void parameterValuesAreUnquoted() {
    MediaType mediaType = MediaType.of("Application/eat+CWT; EAT_profile=\"tag:x,2023:y\"; b=1");

    assertEquals("application/eat+cwt", mediaType.name());
    assertEquals(Optional.of("tag:x,2023:y"), mediaType.parameter("eat_profile"));
    assertEquals(Optional.empty(), mediaType.parameter("eat"));
    assertEquals(List.of("b", "eat_profile"), List.copyOf(mediaType.parameters().keySet()));
  }

  @Test
  void parametersArePartOfTheIdentity() {
    MediaType plain = MediaType.of("application/eat+cwt");

    assertNotEquals(plain, MediaType.of("application/eat+cwt; eat_profile=1.2.3"));
    assertNotEquals(MediaType.of("a/b; x=A"), MediaType.of("a/b; x=a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a",
        "a/",
        "/b",
        "a/b/c",
        "a b/c",
        " a/b",
        "a/b ",
        "a/b;",
        "a/b; ",
        "a/b;x",
        "a/b;x=",
        "a/b;=1",
        "a/b; x =1",
        "a/b; x= 1",
        "a/b;x=1 ",
        "a/b;\tx=1",
        "a/b;x=\"",
        "a/b;x=\"\\",
        "a/b;x=\"\u00e9\"",
        "a/b;x=\u00e9",
        "\u00e9/b",
        "a/b;x=a:b",
        "a/b;x=a/b",
        "a/b;x=\"a\"b",
        "a/b;x=\"a\tb\"",
        "a/b;x=1;x=1",
        "a/b;x=1;X=2",
        ".a/b",
        "a/+b",
        "a/b,c/d",
        "a/b;;x=1",
        "a/b;x=1;",
        "a/b\u0000",
        "a/b;x=\"\u007f\"",
        "a/b\n"
      })
  void rejects(String text) {
    assertThrows(IllegalArgumentException.class, () -> MediaType.of(text));
  }

  @Test
  void typeAndSubtypeEndAt127Characters() {
    String longest = "a".repeat(127);

    assertEquals(longest + "/" + longest, MediaType.of(longest + "/" + longest).name());
    assertThrows(IllegalArgumentException.class, () -> MediaType.of(longest + "a/b"));
    assertThrows(IllegalArgumentException.class, () -> MediaType.of("b/" + longest + "a"));
  }
}
