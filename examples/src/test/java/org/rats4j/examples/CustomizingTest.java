package org.rats4j.examples;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.RawEntries;

/** The examples that need nothing but themselves. */
class CustomizingTest {

  @Test
  void claimsOfOnesOwnGoThereAndBack() {
    assertDoesNotThrow(() -> CustomClaimExample.main(new String[0]));
  }

  @Test
  void profileOfOnesOwnIsKept() {
    assertDoesNotThrow(() -> CorimProfileExample.main(new String[0]));
  }

  @Test
  void profileOfOnesOwnIsEnforced() {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> CorimProfileExample.read(CorimProfileExample.write(RawEntries.EMPTY)));

    assertEquals("PROFILE_RULE corim/1/0/4/0/0", e.code() + " " + e.path());
  }

  @Test
  void profileOfOnesOwnIsUnknownToOthers() {
    Bytes corim = CorimProfileExample.write(RawEntries.EMPTY);

    DecodingException e = assertThrows(DecodingException.class, () -> Corim.decode(corim));

    assertEquals(CorimCodes.UNKNOWN_PROFILE, e.code());
  }
}
