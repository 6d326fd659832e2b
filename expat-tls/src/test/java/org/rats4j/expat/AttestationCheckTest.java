package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsInfo;

class AttestationCheckTest {
  private static final CmwRecord EVIDENCE =
      CmwRecord.of(MediaType.of("application/eat+cwt"), Bytes.of(1));
  private static final Bytes OTHER = Bytes.ofHex("22".repeat(32));

  private static Identity identity;
  private static ChainValidator validator;

  @BeforeAll
  static void issue() throws Exception {
    HandshakePki pki = new HandshakePki("root");
    identity = TestConnection.identity(pki.localhost(HandshakePki.Kind.P256));
    validator = TestConnection.validator(pki);
  }

  private static Verdict verdict(char binder, char key, BinderRequest expected) {
    return Verdict.accepted(said(binder, expected.binder()), said(key, expected.aikPubHash()));
  }

  private static BoundValue said(char what, Bytes expected) {
    return switch (what) {
      case 'C' -> BoundValue.found(expected);
      case 'X' -> BoundValue.found(OTHER);
      case 'c' -> BoundValue.CONFIRMED;
      case 'x' -> BoundValue.DIFFERENT;
      default -> BoundValue.MISSING;
    };
  }

  /** Has a server answer with this cmw_data, on a connection of its own. */
  private static AttestedAuthenticator appraise(
      Bytes cmwData,
      PassportBinding binding,
      AttestationModel model,
      AttestationAppraiser appraiser)
      throws Exception {
    ExpatOptions options =
        ExpatOptions.of(
            ExpatProfile.builder(ExpatProfile.PLACEHOLDER_TYPE).passportBinding(binding).build());
    TestConnection connection = new TestConnection(TlsInfo.AES_128_GCM_SHA256, options);
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    TlsExtension attestation =
        AuthenticatorMaker.attestation(ExpatProfile.PLACEHOLDER_TYPE, cmwData);
    Bytes answer =
        connection.server.authenticate(
            connection.server.accept(request.encoded()),
            List.of(identity.withExtensions(List.of(attestation))));
    Authenticator valid = connection.client.validate(request, answer, validator).authenticator();
    try {
      return connection.client.appraise(valid, model, appraiser);
    } catch (RatsException e) {
      assertTrue(connection.client.isClosed());
      throw e;
    }
  }

  private static AttestedAuthenticator appraise(
      CmwRecord attestation, AttestationModel model, AttestationAppraiser appraiser)
      throws Exception {
    return appraise(
        attestation.encode(CmwForm.CBOR), PassportBinding.NONCE_OR_KEY, model, appraiser);
  }

  private static Verdict yes(BinderRequest expected) {
    return verdict('C', 'C', expected);
  }

  /** C: the right value, X: another one, c and x: compared by the appraiser, -: absent. */
  @ParameterizedTest(name = "{0} {1}: binder {2}, key {3}")
  @CsvSource({
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, C, valid",
    "BACKGROUND_CHECK, NONCE_OR_KEY, c, c, valid",
    "BACKGROUND_CHECK, UNBOUND,      -, -, BINDER_NOT_CONFIRMED",
    "BACKGROUND_CHECK, KEY,          -, C, BINDER_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, -, C, BINDER_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, -, KEY_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, X, C, BINDER_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, x, c, BINDER_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, X, AIK_HASH_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, c, x, AIK_HASH_MISMATCH",
    "PASSPORT,         NONCE_OR_KEY, C, -, valid",
    "PASSPORT,         NONCE_OR_KEY, -, C, valid",
    "PASSPORT,         NONCE_OR_KEY, -, -, BINDER_NOT_CONFIRMED",
    "PASSPORT,         NONCE_OR_KEY, X, C, BINDER_MISMATCH",
    "PASSPORT,         NONCE_OR_KEY, C, X, AIK_HASH_MISMATCH",
    "PASSPORT,         NONCE,        -, C, BINDER_NOT_CONFIRMED",
    "PASSPORT,         NONCE,        C, -, valid",
    "PASSPORT,         KEY,          C, -, KEY_NOT_CONFIRMED",
    "PASSPORT,         KEY,          -, C, valid",
    "PASSPORT,         UNBOUND,      -, -, valid",
    "PASSPORT,         UNBOUND,      X, -, BINDER_MISMATCH",
  })
  void demandsWhatBinds(
      AttestationModel model, PassportBinding binding, char binder, char key, String result)
      throws Exception {
    Bytes cmwData = EVIDENCE.encode(CmwForm.CBOR);

    assertEquals(
        result,
        AuthenticatorEntry.resultOf(
            () ->
                appraise(
                    cmwData, binding, model, (cmw, expected) -> verdict(binder, key, expected))));
  }

  @Test
  void handsOverWhatWasAppraised() throws Exception {
    AttestedAuthenticator attested =
        appraise(
            EVIDENCE,
            AttestationModel.BACKGROUND_CHECK,
            (cmw, expected) -> {
              assertEquals(identity.leaf(), expected.leaf());
              return yes(expected);
            });

    assertEquals(EVIDENCE, attested.attestation());
    assertEquals(AttestationModel.BACKGROUND_CHECK, attested.model());
    assertTrue(attested.verdict().accepted());
  }

  @Test
  void refusesWhatTheAppraiserDoesNotAccept() {
    Finding why = new Finding("OLD", Finding.Severity.ERROR, "", "firmware is old");

    RatsException e =
        assertThrows(
            RatsException.class,
            () ->
                appraise(
                    EVIDENCE,
                    AttestationModel.BACKGROUND_CHECK,
                    (cmw, expected) -> Verdict.rejected(List.of(why))));

    assertEquals(ExpatCodes.APPRAISAL_REJECTED, e.code());
    assertEquals("appraiser does not accept the attestation: OLD: firmware is old", e.detail());
  }

  @Test
  void tellsTheFirstReasonsOfManyWithTheirPlaces() {
    Finding why = new Finding("OLD", Finding.Severity.ERROR, "eat/boot", "firmware is old");
    Verdict verdict =
        new Verdict(
            false,
            BoundValue.confirmedIf(true),
            BoundValue.confirmedIf(false),
            List.of(why, why, why, why));

    RatsException e =
        assertThrows(
            RatsException.class,
            () ->
                appraise(EVIDENCE, AttestationModel.BACKGROUND_CHECK, (cmw, expected) -> verdict));

    assertEquals(ExpatCodes.APPRAISAL_REJECTED, e.code());
    String one = "OLD at eat/boot: firmware is old";
    assertEquals(
        "appraiser does not accept the attestation: " + String.join("; ", one, one, one),
        e.detail());
  }

  @Test
  void tellsNoReasonWithoutEnd() {
    String label = "a\n" + "b".repeat(100_000); // the peer names the parts of a collection
    Finding why = new Finding("OLD", Finding.Severity.ERROR, label, "firmware is old");

    RatsException e =
        assertThrows(
            RatsException.class,
            () ->
                appraise(
                    EVIDENCE,
                    AttestationModel.BACKGROUND_CHECK,
                    (cmw, expected) -> Verdict.rejected(List.of(why, why))));

    String one = "OLD at a\\u000a" + "b".repeat(291) + "...";
    assertEquals("appraiser does not accept the attestation: " + one + "; " + one, e.detail());
  }

  @Test
  void refusesWhenTheAppraiserFails() {
    IOException away = new IOException("verifier is away");

    RatsException e =
        assertThrows(
            RatsException.class,
            () ->
                appraise(
                    EVIDENCE,
                    AttestationModel.BACKGROUND_CHECK,
                    (cmw, expected) -> {
                      throw away;
                    }));

    assertEquals(ExpatCodes.APPRAISAL_REJECTED, e.code());
    assertSame(away, e.getCause());
  }

  @Test
  void aBugOfTheAppraiserClosesTheConnection() {
    IllegalStateException bug = new IllegalStateException("bug");

    assertSame(
        bug,
        assertThrows(
            IllegalStateException.class,
            () ->
                appraise(
                    EVIDENCE,
                    AttestationModel.BACKGROUND_CHECK,
                    (cmw, expected) -> {
                      throw bug;
                    })));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "8263612f6241", "8263612f624101ff", "7b7d", "a0", "ff", "d2"})
  void refusesWhatIsNotOneWrapper(String hex) throws Exception {
    assertEquals(
        ExpatCodes.BAD_ATTESTATION,
        AuthenticatorEntry.resultOf(
            () ->
                appraise(
                    Bytes.ofHex(hex),
                    PassportBinding.NONCE_OR_KEY,
                    AttestationModel.BACKGROUND_CHECK,
                    (cmw, expected) -> yes(expected))));
  }

  @ParameterizedTest
  @EnumSource(
      value = CmwForm.class,
      names = {"CBOR", "JSON"})
  void readsBothEncodings(CmwForm form) throws Exception {
    AttestedAuthenticator attested =
        appraise(
            EVIDENCE.encode(form),
            PassportBinding.NONCE_OR_KEY,
            AttestationModel.BACKGROUND_CHECK,
            (cmw, expected) -> yes(expected));

    assertEquals(EVIDENCE, attested.attestation());
  }

  @Test
  void anIndicatorMustNotSayOtherwise() throws Exception {
    CmwRecord result = EVIDENCE.withIndicator(CmwIndicator.ATTESTATION_RESULTS);
    CmwCollection both =
        CmwCollection.builder()
            .put("a", EVIDENCE.withIndicator(CmwIndicator.EVIDENCE))
            .put("b", EVIDENCE.withIndicator(CmwIndicator.ENDORSEMENTS))
            .build();
    CmwCollection results = CmwCollection.builder().put("a", result).build();
    AttestationAppraiser appraiser = (cmw, expected) -> yes(expected);

    appraise(result, AttestationModel.PASSPORT, appraiser);
    appraise(
        both.encode(CmwForm.CBOR),
        PassportBinding.NONCE_OR_KEY,
        AttestationModel.BACKGROUND_CHECK,
        appraiser);
    assertEquals(
        ExpatCodes.BAD_ATTESTATION,
        AuthenticatorEntry.resultOf(
            () -> appraise(result, AttestationModel.BACKGROUND_CHECK, appraiser)));
    assertEquals(
        ExpatCodes.BAD_ATTESTATION,
        AuthenticatorEntry.resultOf(
            () ->
                appraise(
                    results.encode(CmwForm.CBOR),
                    PassportBinding.NONCE_OR_KEY,
                    AttestationModel.BACKGROUND_CHECK,
                    appraiser)));
  }
}
