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
