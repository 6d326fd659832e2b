package org.rats4j.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunPageTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*>");

  @Test
  void takesNoMarkupFromMessages() {
    String page = RunPage.of(HostileRun.report());

    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(page);
    while (tags.find()) {
      assertFalse(List.of("script", "img", "svg").contains(tags.group(2)), tags.group());
      if (!tags.group(1).isEmpty()) {
        assertEquals(open.pop(), tags.group(2));
      } else if (!tags.group(2).equals("meta")) {
        open.push(tags.group(2));
      }
    }
    assertTrue(open.isEmpty(), open.toString());
    assertFalse(page.contains(HostileReport.TEXT));
    assertFalse(page.matches("(?s).*<[^>]* (src|href|style|on[a-z]+)=.*"));
    assertTrue(page.contains("content=\"default-src 'none'; style-src 'sha256-"));
  }

  @Test
  void drawsArrowsBetweenTheRolesThatTheyAreOf() {
    String page = RunPage.of(HostileRun.report());

    assertTrue(page.contains("<span class=\"arrow from-1 to-5 right\">"), page);
    assertTrue(page.contains("<span class=\"arrow from-2 to-3 left\">"), page);
    assertTrue(page.contains("<span class=\"way\"> from c to attacker</span>"), page);
    assertTrue(page.contains("<span class=\"pipe doubtful from-3 to-4\">"), page);
  }

  @Test
  void hasNoRoomForMoreThanFiveRoles() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RunReport(
                "", "", "", Tone.GOOD, List.of(), Collections.nCopies(6, "role"), List.of()));
  }
}
