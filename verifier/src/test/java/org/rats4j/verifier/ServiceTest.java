package org.rats4j.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.EatCmw;

/** The service of the guide, at work. */
class ServiceTest {
  private static final Authority MAKER = Authority.of(new TaggedBytes(Bytes.ofUtf8("maker")));
  private static final Bytes BOOT = PsaDevice.filled(0xb0);

  private final PsaDevice device = new PsaDevice(7);
  private final Signer signer = Signers.of(device.key.getPrivate(), Algorithms.ES256);
  private final Verifier verifier =
      Verifier.builder(VerifierId.of("https://verifier.example", "1"))
          .store(
              CorimStore.builder()
                  .clock(VerifierTest.CLOCK)
                  .add(device.referenceValues(BOOT), MAKER)
                  .add(device.keys(), MAKER)
                  .build())
          .clock(VerifierTest.CLOCK)
          .build();

  record Answer(int status, String type, Bytes body) {
    Answer {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(body, "body");
    }
  }

  Answer answer(Bytes body, String contentType, Bytes nonce) throws GeneralSecurityException {
    try {
      AppraisalRequest request =
          AppraisalRequest.builder(body).type(contentType).nonce(nonce).build();
      AttestationResult result = verifier.appraise(request);
      Bytes ear = result.sign(Encoding.JSON, signer);
      return new Answer(200, result.mediaType(Encoding.JSON).toString(), ear);
    } catch (DecodingException e) { // broken, or of a type that no handler knows
      return new Answer(400, "text/plain", Bytes.ofUtf8(e.getMessage()));
    } catch (VerificationException e) { // by an unknown key, for another nonce, too old
      return new Answer(403, "text/plain", Bytes.ofUtf8(e.getMessage()));
    }
  }

  @Test
  void answersWithAResult() throws Exception {
    Bytes token = device.token(BOOT);
    Bytes wrapped = EatCmw.wrap(token).encode(CmwForm.CBOR);

    Answer bare = answer(token, "Application/EAT+CWT", PsaDevice.NONCE);
    Answer inWrapper = answer(wrapped, "application/cmw+cbor", PsaDevice.NONCE);

    assertEquals(200, bare.status());
    assertEquals("application/eat+jwt; eat_profile=\"tag:ietf.org,2026:rats/ear#04\"", bare.type());
    assertEquals(200, inWrapper.status());
    Ear.decode(bare.body(), EarOptions.STRICT)
        .verify(
            EarExpectations.builder()
                .key(VerificationKey.of(device.key.getPublic()))
                .nonce(PsaDevice.NONCE)
                .clock(VerifierTest.CLOCK)
                .build());
  }

  @ParameterizedTest
  @CsvSource({
    "application/octet-stream, NO_HANDLER",
    "application/json, NO_HANDLER",
    "application/cmw+json, MALFORMED",
    "application/eat+jwt, MEDIA_TYPE_MISMATCH",
    "no type, INVALID_VALUE",
  })
  void refusesATypeThatItIsNot(String type, String code) throws Exception {
    Answer answer = answer(device.token(BOOT), type, PsaDevice.NONCE);

    assertEquals(400, answer.status());
    assertTrue(text(answer).contains(code), text(answer));
  }

  @ParameterizedTest
  @CsvSource({"''", "68656c6c6f", "00"})
  void saysThatItCannotTellWhatItIs(String hex) {
    AppraisalRequest request =
        AppraisalRequest.builder(Bytes.ofHex(hex)).freshnessHandledElsewhere().build();

    DecodingException e = assertThrows(DecodingException.class, () -> verifier.appraise(request));

    assertEquals("NO_HANDLER", e.code());
  }

  @Test
  void knowsWhoseReferenceValuesAreOfThisDevice() throws Exception {
    AppraisalRequest request =
        AppraisalRequest.builder(device.token(PsaDevice.filled(1))).nonce(PsaDevice.NONCE).build();

    ComponentResult psa = verifier.appraise(request).component("psa").orElseThrow();

    assertTrue(psa.component().isKnown());
    assertTrue(psa.component().isKnownBy(MAKER::equals));
    assertFalse(psa.component().isKnownBy(Authority.VERIFIER::equals));
  }

  @Test
  void refusesEvidenceForAnother() throws Exception {
    Answer answer = answer(device.token(BOOT), "application/eat+cwt", PsaDevice.filled(1));

    assertEquals(403, answer.status());
    assertTrue(text(answer).contains("NONCE_MISMATCH"), text(answer));
  }

  private static String text(Answer answer) {
    return answer.body().toUtf8();
  }
}
