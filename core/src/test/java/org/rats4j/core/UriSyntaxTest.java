package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x:",
        "tag:psacertified.org,2023:psa",
        "urn:ietf:rfc:rfc9711",
        "https://host/path?a=b/c?d",
        "http://user:pass@[2001:db8::1]:8080/x",
        "http://host:80",
        "file:///x",
        "a+b-c.1:%41",
        "x:%aF%f0%09%9A",
        "x:?",
        "x:a@b:c",
        "http://:80/",
        "http://@host",
        "http://host?a/b@c:d",
        "http://host/a:b@c",
        "http://user%41:x@host:/",
        "z:Z",
      })
  void takesAnAbsoluteUri(String text) {
    assertTrue(UriSyntax.isAbsoluteUri(text));
    assertTrue(UriSyntax.isUri(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":x",
        "a/b/c",
        "//host/x",
        "1a:b",
        "a b:c",
        "x:a b",
        "x:%4",
        "x:%4g",
        "x:%/0",
        "x:%:0",
        "x:%@0",
        "x:%G0",
        "x:%`0",
        "x:%g0",
        "x:a?b%4",
        "{:b",
        "x{:b",
        "http://[::1]x/",
        "http://[::1]:8x",
        "http://host:80:80/",
        "http://a b@[::1]/",
        "http://a%@host/",
        "x:[y]",
        "x:ü",
        "http://[::1",
        "http://[]/",
        "http://host:8a/",
        "http://a@b@c/",
        "x:a#b#c",
        "x:a?b#\"",
      })
  void refusesWhatIsNoUri(String text) {
    assertFalse(UriSyntax.isUri(text));
    assertFalse(UriSyntax.isAbsoluteUri(text));
  }

  @Test
  void takesAFragmentInAUriButNotInAnAbsoluteUri() {
    String text = "tag:psacertified.org,2023:psa#tfm?/";

    assertTrue(UriSyntax.isUri(text));
    assertFalse(UriSyntax.isAbsoluteUri(text));
  }

  @Test
  void answersForALongTextWithoutADeepStack() {
    String text = "x:" + "%41".repeat(200_000);

    assertTrue(UriSyntax.isUri(text));
    assertEquals(600_002, text.length());
  }
}
