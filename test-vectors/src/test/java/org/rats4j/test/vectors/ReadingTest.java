package org.rats4j.test.vectors;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final Reading.Reader ACCEPTS = choice -> Reading.accepted(Set.of());
  private static final Reading.Reader REFUSES = choice -> Reading.refused("INVALID_VALUE", "ODD");

  /** Accepts what needs PADDED, and nothing else. */
  private static final Reading.Reader NEEDS_PADDED =
      choice ->
          choice.all() || choice.codes().contains("PADDED")
              ? Reading.accepted(Set.of("PADDED"))
              : Reading.refused("NOT_WELL_FORMED");

  @Test
  void validWantsTheStrictReaderToAccept() {
    assertDoesNotThrow(() -> Reading.check(Expect.VALID, Set.of(), ACCEPTS));
    fails(Expect.VALID, Set.of(), REFUSES);
    fails(Expect.VALID, Set.of(), choice -> Reading.accepted(Set.of("PADDED")));
  }

  @Test
  void invalidWantsBothToRefuseUnderTheCode() {
    assertDoesNotThrow(() -> Reading.check(Expect.INVALID, Set.of(), REFUSES));
    assertDoesNotThrow(() -> Reading.check(Expect.INVALID, Set.of("ODD"), REFUSES));
    fails(Expect.INVALID, Set.of("EVEN"), REFUSES);
    fails(Expect.INVALID, Set.of(), NEEDS_PADDED);
    fails(Expect.INVALID, Set.of(), ACCEPTS);
  }

  @Test
  void lenientWantsExactlyTheNamedDeviations() {
    assertDoesNotThrow(() -> Reading.check(Expect.LENIENT, Set.of("PADDED"), NEEDS_PADDED));
    fails(Expect.LENIENT, Set.of("PADDED"), ACCEPTS);
    fails(Expect.LENIENT, Set.of("PADDED"), REFUSES);
    fails(Expect.LENIENT, Set.of("OTHER"), NEEDS_PADDED);
    fails(Expect.LENIENT, Set.of("PADDED", "OTHER"), NEEDS_PADDED);
    fails(Expect.LENIENT, Set.of(), NEEDS_PADDED);
  }

  @Test
  void lenientWantsTheNamedLeniencyAloneToBeEnough() {
    Reading.Reader wantsAll =
        choice -> choice.all() ? Reading.accepted(Set.of("PADDED")) : Reading.refused("ODD");

    fails(Expect.LENIENT, Set.of("PADDED"), wantsAll);
  }

  private static void fails(Expect expect, Set<String> codes, Reading.Reader reader) {
    assertThrows(AssertionError.class, () -> Reading.check(expect, codes, reader));
  }
}
