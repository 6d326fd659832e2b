package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.jose.Jws;

class EarFuzzTest {
  private static final EarOptions WIDEST =
      EarOptions.LENIENT.toBuilder().nestedSubmods().acceptProfile("test").build();

  private static final EarExpectations EXPECTED =
      EarExpectations.builder()
          .key(CheapKey.VERIFICATION_KEY)
          .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
          .build();

  private static final RelyingPartyPolicy POLICY =
      RelyingPartyPolicy.builder()
          .allSubmods(TrustTier.AFFIRMING)
          .values("*a*", Category.HARDWARE, 2)
          .policyIds("*", "urn:p")
          .requireVector()
          .allowedFindings()
          .build();

  private static Ear some;

  @BeforeAll
  static void verifySome() throws Exception {
    Bytes token = Ear.jwt(EarSeeds.claims().get(0)).sign(CheapKey.SIGNER);
    some = Ear.decode(token, WIDEST).verify(EXPECTED);
  }

  /** What is signed as JWT is read, or refused for what it says; and what is read is written. */
  @MethodSource("org.rats4j.ear.EarSeeds#json")
  @FuzzTest
  void payloadOfJwt(byte[] json) throws GeneralSecurityException {
    Bytes token = Bytes.ofUtf8(Jws.builder().payload(Bytes.copyOf(json)).sign(CheapKey.SIGNER));
    readSigned(token, Encoding.JSON);
  }

  /** What is signed as CWT is read, or refused for what it says; and what is read is written. */
  @MethodSource("org.rats4j.ear.EarSeeds#cbor")
  @FuzzTest
  void payloadOfCwt(byte[] cbor) throws GeneralSecurityException {
    Bytes token = CoseSign1.builder().payload(Bytes.copyOf(cbor)).sign(CheapKey.SIGNER);
    readSigned(token, Encoding.CBOR);
  }

  private static void readSigned(Bytes token, Encoding encoding) {
    Ear ear;
    try {
      ear = Ear.decode(token, WIDEST).verify(EXPECTED);
    } catch (VerificationException notAsExpected) {
      assertNotEquals(EarCodes.EAR_SIGNATURE, notAsExpected.code());
      return;
    } catch (DecodingException expected) {
      return;
    }
    ear.describe();
    POLICY.evaluate(ear, EXPECTED.clock());
    Bytes written = ear.claims().encode(encoding);
    if (ear.findings().isEmpty()) {
      assertEquals(ear.claims(), reread(written, encoding));
    }
  }

  private static EarClaims reread(Bytes written, Encoding encoding) {
    try {
      return EarClaims.decode(written, encoding, WIDEST);
    } catch (DecodingException e) {
      throw new AssertionError("refuses what it wrote", e);
    }
  }

  /** Nothing but the two exceptions gets out, and nobody vouches for a token of others. */
  @MethodSource("org.rats4j.ear.EarSeeds#tokens")
  @FuzzTest
  void tokens(byte[] token) {
    try {
      UnverifiedEar ear = Ear.decode(token, WIDEST);
      ear.keyHints().certificateChain();
      ear.verify(EXPECTED);
    } catch (DecodingException | VerificationException expected) {
      // the two permitted failures
    }
  }

  /** JSON in each dialect and in CBOR is what the reader takes for the same claims. */
  @MethodSource("org.rats4j.ear.EarSeeds#json")
  @FuzzTest
  void conversionOfJson(byte[] json) {
    convert(json, Encoding.JSON, Encoding.CBOR);
  }

  /** CBOR in each dialect and in JSON is what the reader takes for the same claims. */
  @MethodSource("org.rats4j.ear.EarSeeds#cbor")
  @FuzzTest
  void conversionOfCbor(byte[] cbor) {
    convert(cbor, Encoding.CBOR, Encoding.JSON);
  }

  private static void convert(byte[] bytes, Encoding encoding, Encoding other) {
    EarClaims claims;
    try {
      claims = EarClaims.decode(Bytes.copyOf(bytes), encoding, WIDEST);
    } catch (DecodingException expected) {
      return;
    }
    for (EarDialect dialect : EarDialect.values()) {
      Bytes written = EarConverter.to(dialect).convert(claims).claims().encode(encoding);
      if (claims.findings().isEmpty()) {
        assertEquals(dialect, reread(written, encoding).dialect());
      }
    }
    ConvertedEar translated = EarConverter.toEncoding(claims, other);
    Bytes written = translated.claims().encode(other);
    if (claims.findings().isEmpty() && translated.losses().isEmpty()) {
      assertEquals(claims.submods().keySet(), reread(written, other).submods().keySet());
    }
  }

  /** A policy is read and gives an answer, or is refused. */
  @MethodSource("org.rats4j.ear.EarSeeds#policies")
  @FuzzTest
  void policies(byte[] json) {
    try {
      Decision decision = RelyingPartyPolicy.decode(json).evaluate(some, EXPECTED.clock());
      assertEquals(decision.reasons().isEmpty(), decision.accepted());
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
