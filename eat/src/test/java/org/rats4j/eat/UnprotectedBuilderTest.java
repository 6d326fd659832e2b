package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;

class UnprotectedBuilderTest {
  private static final EatClaims CLAIMS =
      EatClaims.builder()
          .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(TestTokens.NONCE)))
          .put(Claims.UPTIME, BigInteger.TEN)
          .build();

  private static UnprotectedBuilder builder(Encoding encoding, EatClaims claims) {
    return encoding == Encoding.CBOR ? Eat.uccs(claims) : Eat.ujcs(claims);
  }

  @ParameterizedTest
  @EnumSource
  void buildsClaimsThatAChannelProtects(Encoding encoding) throws Exception {
    EatExpectations expected =
        EatExpectations.builder()
            .acceptUnprotected(SecureChannelAssertion.integrityProtected("mTLS", "device 7"))
            .nonce(TestTokens.NONCE)
            .build();

    Bytes message = builder(encoding, CLAIMS).encode();
    Eat eat = Eat.decode(message, EatOptions.STRICT).verify(expected);

    assertEquals(encoding == Encoding.CBOR ? EatEnvelope.UCCS : EatEnvelope.UJCS, eat.envelope());
    assertEquals(TrustStatus.UNPROTECTED, eat.root().status());
    assertEquals(BigInteger.TEN, eat.claims().get(Claims.UPTIME).orElseThrow());
    assertEquals(encoding == Encoding.CBOR, message.slice(0, 3).equals(Bytes.ofHex("d90259")));
    assertTrue(NestedToken.of(message).isCovered());
  }

  @ParameterizedTest
  @EnumSource
  void holdsTheClaimsToTheirProfile(Encoding encoding) {
    EatProfile any = EatProfile.builder("tag:example.com,2026:any").build();
    EatProfile signed =
        EatProfile.builder("tag:example.com,2026:signed").envelopes(EatEnvelope.COSE_SIGN1).build();
    EatClaims ofAny = CLAIMS.toBuilder().forProfile(any).build();
    EatClaims ofSigned = CLAIMS.toBuilder().forProfile(signed).build();

    Bytes message = builder(encoding, ofAny).forProfile(any).encode();

    assertEquals(builder(encoding, ofAny).encode(), message);
    assertThrows(IllegalStateException.class, builder(encoding, CLAIMS).forProfile(any)::encode);
    assertThrows(
        IllegalStateException.class, builder(encoding, ofSigned).forProfile(signed)::encode);
  }

  @Test
  void makesNoUccsOfAClaimThatHasNoFormInCbor() {
    EatClaims json = EatClaims.builder().put(Claims.JWT_ID, "7").build();

    assertThrows(IllegalArgumentException.class, Eat.uccs(json)::encode);
  }
}
