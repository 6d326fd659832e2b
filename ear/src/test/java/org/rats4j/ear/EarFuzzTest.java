package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;

class EarFuzzTest {
  private static final EarOptions WIDEST =
      EarOptions.LENIENT.toBuilder()
          .nestedSubmods(true)
          .acceptProfile("test")
          .acceptProfile("")
          .build();

  @FuzzTest
  void claimsInJson(byte[] json) {
    check(json, Encoding.JSON);
  }

  @FuzzTest
  void claimsInCbor(byte[] cbor) {
    check(cbor, Encoding.CBOR);
  }

  /** What is read without findings is read again from what is written. */
  private static void check(byte[] bytes, Encoding encoding) {
    try {
      EarClaims claims = EarClaims.decode(Bytes.copyOf(bytes), encoding, WIDEST);
      claims.describe();
      claims.toJson(EarDialect.IETF_04);
      claims.toJson(EarDialect.VERAISON_2023);
      evaluate(claims);
      Bytes written = claims.encode(encoding);
      if (claims.findings().isEmpty()) {
        assertEquals(claims, EarClaims.decode(written, encoding, WIDEST));
      }
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  private static void evaluate(EarClaims claims) {
    EarExpectations expected =
        EarExpectations.builder()
            .keys(hints -> List.of())
            .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
            .nonce(Bytes.of(1, 2, 3, 4, 5, 6, 7, 8))
            .legacyTextNonce(true)
            .build();
    try {
      EarCheck.check(claims, expected, new Findings(EarOptions.STRICT.decodeOptions()));
    } catch (VerificationException notAsExpected) {
      // as good as any other answer
    }
    new PolicyEvaluation(
            RelyingPartyPolicy.builder()
                .allSubmods(TrustTier.AFFIRMING)
                .values("*a*", Category.HARDWARE, 2)
                .requireVector()
                .build(),
            claims,
            claims.findings(),
            Instant.EPOCH)
        .evaluate();
  }

  @FuzzTest
  void tokens(byte[] token) {
    EarExpectations nobody = EarExpectations.builder().keys(hints -> List.of()).build();
    try {
      UnverifiedEar ear = Ear.decode(token, WIDEST);
      ear.keyHints().certificateChain();
      EarClaims.decode(ear.unverifiedPayload(), ear.encoding(), WIDEST);
      ear.verify(nobody);
      throw new AssertionError("verified without a key");
    } catch (DecodingException | VerificationException expected) {
      // the two permitted failures
    }
  }

  @FuzzTest
  void policies(byte[] json) {
    try {
      RelyingPartyPolicy.decode(json);
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
