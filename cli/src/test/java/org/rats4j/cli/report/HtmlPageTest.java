package org.rats4j.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*>");
  private static final Set<String> VOID = Set.of("meta");
  private static final Set<String> USED =
      Set.of(
          "article", "body", "code", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2", "h3",
          "head", "header", "html", "li", "main", "meta", "p", "section", "span", "style",
          "summary", "table", "tbody", "td", "th", "thead", "title", "tr", "ul");

  @Test
  void takesNoMarkupFromMessages() {
    String page = HtmlPage.of(List.of(HostileReport.of(false), HostileReport.of(true)));

    Set<String> names = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(page);
    while (tags.find()) {
      String name = tags.group(2);
      names.add(name);
      if (tags.group(1).isEmpty()) {
        if (!VOID.contains(name)) {
          open.push(name);
        }
      } else {
        assertEquals(open.pop(), name);
      }
    }
    assertTrue(open.isEmpty(), open.toString());
    assertTrue(USED.containsAll(names), names.toString());
    assertFalse(page.contains(HostileReport.TEXT));
    assertTrue(page.contains("&lt;script&gt;document.title=&#39;owned&#39;&lt;/script&gt;"));
    assertTrue(page.contains("&amp;lt;b&amp;gt;"));
  }

  @Test
  void showsWhatTurnsTheDirectionOfWriting() {
    assertEquals("a\\u202eb\\u0000", new Html().text("a\u202eb\u0000").toString());
  }

  @Test
  void allowsItsOwnStyleAndNothingElse() throws Exception {
    String page = HtmlPage.of(List.of(HostileReport.of(true)));

    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertTrue(
        page.contains(
            "content=\"default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest)
                + "'; base-uri 'none'; form-action 'none'\""));
    assertTrue(page.indexOf("Content-Security-Policy") < page.indexOf("<style>"));
    assertFalse(style.contains("url(") || style.contains("@import"), style);
    assertFalse(page.matches("(?s).*<[^>]* (src|href|style|on[a-z]+)=.*"));
  }
}
