package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.eat.measured.MeasuredComponent;

class ComponentCheckTest {
  private static final ProfileId PROFILE = ProfileId.of("tag:example.com,2026:components");

  private static UnverifiedEat token(Bytes component) throws Exception {
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.PROFILE, PROFILE)
            .put(
                Claims.MEASUREMENTS,
                List.of(ContentFormatBody.ofBytes(MeasuredComponent.CBOR_FORMAT, component)))
            .build();
    return Eat.decode(Eat.cwt(claims).sign(TestTokens.SIGNER), EatOptions.STRICT);
  }

  private static EatExpectations.Builder expected() {
    return EatExpectations.builder().key(TestTokens.KEY).freshnessHandledElsewhere();
  }

  /** Only a profile says what they mean, and what cannot be read may have them, too. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "authorities, a301816163 0541ff 038141aa, PROFILE_MISMATCH",
    "flags, a301816163 0541ff 04480000000000000000, PROFILE_MISMATCH",
    "flags of seven bytes, a301816163 0541ff 044700000000000000, BAD_LENGTH",
    "no measurement, a101816163, OUT_OF_RANGE",
    "not CBOR, ff, NOT_WELL_FORMED",
  })
  void refusesComponentsThatNeedAProfileWithoutOne(String name, String hex, String code)
      throws Exception {
    UnverifiedEat token = token(Bytes.ofHex(hex.replace(" ", "")));

    VerificationException e =
        assertThrows(VerificationException.class, () -> token.verify(expected().build()));

    assertEquals(Reason.PROFILE_MISMATCH, e.reason());
    assertEquals(code, e.code());
    assertEquals("measurements/0", e.path());
    Eat known = token.verify(expected().profile(PROFILE).build());
    assertEquals(1, known.claims().get(Claims.MEASUREMENTS).orElseThrow().size());
  }
}
