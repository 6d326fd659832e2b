package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonString;
import org.rats4j.eat.RawClaim;

class EarRedactorTest {
  private static final Label NUMBER = Label.of(256);
  private static final Label NAME = Label.of("ueid");
  private static final Label OTHER = Label.of("boot");

  /** What is left out by one spelling must not stay under another. */
  @ParameterizedTest
  @ValueSource(strings = {"ueid", "256"})
  void leavesAClaimOutHoweverItIsSpelled(String spelling) {
    ClaimMap evidence =
        ClaimMap.builder()
            .put(NUMBER, new RawClaim.OfCbor(new CborWriter().writeBytes(Bytes.of(1)).toBytes()))
            .put(NAME, new RawClaim.OfJson(new JsonString("AQ")))
            .put(OTHER, new RawClaim.OfJson(new JsonString("x")))
            .build();
    Appraisal appraisal =
        Appraisal.builder().claim(Category.HARDWARE, 2).attesterClaims(evidence).build();
    EarClaims claims =
        Ear.builder()
            .clock(Clock.systemUTC())
            .verifierId("v", "1")
            .submod("a", appraisal)
            .deriveStatus()
            .build();
    EarRedactor.Builder redactor = EarRedactor.builder();

    EarClaims left =
        (spelling.equals("ueid") ? redactor.member(spelling) : redactor.member(NUMBER))
            .build()
            .redact(claims);

    assertEquals(Set.of(OTHER), left.appraisal("a").orElseThrow().attesterClaims().raw().keySet());
  }
}
