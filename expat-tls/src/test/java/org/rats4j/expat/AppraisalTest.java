package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;

class AppraisalTest {
  private static final Bytes BINDER = Bytes.copyOf(new byte[32]);
  private static final Bytes KEY = Bytes.ofHex("11".repeat(32));
  private static final Bytes OTHER = Bytes.ofHex("22".repeat(32));
  private static final CmwRecord EVIDENCE =
      CmwRecord.of(MediaType.of("application/eat+cwt"), Bytes.of(1));

  /** C: the right value, X: another one, c and x: compared by the appraiser, -: absent. */
  @ParameterizedTest(name = "{0} {1}: binder {2}, key {3}")
  @CsvSource({
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, C, OK",
    "BACKGROUND_CHECK, NONCE_OR_KEY, c, c, OK",
    "BACKGROUND_CHECK, UNBOUND,      -, -, BINDER_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, -, C, BINDER_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, -, KEY_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, X, C, BINDER_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, x, c, BINDER_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, X, AIK_HASH_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, c, x, AIK_HASH_MISMATCH",
    "PASSPORT,         NONCE_OR_KEY, C, -, OK",
    "PASSPORT,         NONCE_OR_KEY, -, C, OK",
    "PASSPORT,         NONCE_OR_KEY, -, -, BINDER_NOT_CONFIRMED",
    "PASSPORT,         NONCE_OR_KEY, X, C, BINDER_MISMATCH",
    "PASSPORT,         NONCE_OR_KEY, C, X, AIK_HASH_MISMATCH",
    "PASSPORT,         NONCE,        -, C, BINDER_NOT_CONFIRMED",
    "PASSPORT,         NONCE,        C, -, OK",
    "PASSPORT,         KEY,          C, -, KEY_NOT_CONFIRMED",
    "PASSPORT,         KEY,          -, C, OK",
    "PASSPORT,         UNBOUND,      -, -, OK",
    "PASSPORT,         UNBOUND,      X, -, BINDER_MISMATCH",
  })
  void demandsBothConfirmations(
      AttestationModel model, PassportBinding binding, char binder, char key, String result)
      throws Exception {
    Verdict verdict = Verdict.accepted(said(binder, BINDER), said(key, KEY));
    Appraisal appraisal = new Appraisal((cmw, expected) -> verdict, model, binding);

    if (result.equals("OK")) {
      assertSame(verdict, appraisal.appraise(EVIDENCE, expected()));
    } else {
      assertEquals(result, refusal(appraisal).code());
    }
  }

  private static Confirmation said(char what, Bytes expected) {
    return switch (what) {
      case 'C' -> Confirmation.found(expected);
      case 'X' -> Confirmation.found(OTHER);
      case 'c' -> Confirmation.CONFIRMED;
      case 'x' -> Confirmation.DIFFERENT;
      default -> Confirmation.MISSING;
    };
  }

  @Test
  void refusesWhatTheAppraiserDoesNotAccept() {
    Verdict lukewarm =
        new Verdict(false, Confirmation.CONFIRMED, Confirmation.CONFIRMED, List.of());

    assertEquals("APPRAISAL_REJECTED", refusal(of((cmw, expected) -> lukewarm)).code());
  }

  @Test
  void refusesWhenTheAppraiserThrows() {
    IOException unreachable = new IOException("verifier is away");
    IllegalStateException bug = new IllegalStateException("bug");

    VerificationException away =
        refusal(
            of(
                (cmw, expected) -> {
                  throw unreachable;
                }));
    VerificationException broken =
        refusal(
            of(
                (cmw, expected) -> {
                  throw bug;
                }));

    assertEquals("APPRAISAL_REJECTED", away.code());
    assertSame(unreachable, away.getCause());
    assertEquals("APPRAISAL_REJECTED", broken.code());
    assertSame(bug, broken.getCause());
  }

  @Test
  @SuppressWarnings("NullAway")
  void refusesNoVerdictAtAll() {
    assertEquals("APPRAISAL_REJECTED", refusal(of((cmw, expected) -> null)).code());
  }

  @Test
  void refusesAnAnswerWithoutAttestation() {
    Appraisal appraisal = accepting();

    RatsException e =
        assertThrows(VerificationException.class, () -> appraisal.decode(Optional.empty()));

    assertEquals("ATTESTATION_MISSING", e.code());
  }

  @ParameterizedTest
  @CsvSource({"''", "00", "8263612f6241", "8263612f624101ff", "7b7d", "a0"})
  void refusesWhatIsNotOneWrapper(String hex) {
    Appraisal appraisal = accepting();

    RatsException e =
        assertThrows(
            DecodingException.class, () -> appraisal.decode(Optional.of(Bytes.ofHex(hex))));

    assertEquals("BAD_ATTESTATION", e.code());
  }

  @Test
  void readsBothEncodings() throws Exception {
    for (CmwForm form : List.of(CmwForm.CBOR, CmwForm.JSON)) {
      Cmw read = accepting().decode(Optional.of(EVIDENCE.encode(form)));

      assertEquals(EVIDENCE, read);
    }
  }

  @Test
  void refusesResultsWhereEvidenceIsDue() throws Exception {
    CmwRecord result = EVIDENCE.withIndicator(CmwIndicator.ATTESTATION_RESULTS);
    Optional<Bytes> marked = Optional.of(result.encode(CmwForm.CBOR));
    Appraisal passport =
        new Appraisal(
            (cmw, expected) -> Verdict.rejected(List.of()),
            AttestationModel.PASSPORT,
            PassportBinding.NONCE_OR_KEY);

    assertEquals(result, passport.decode(marked));
    RatsException e = assertThrows(DecodingException.class, () -> accepting().decode(marked));
    assertEquals("BAD_ATTESTATION", e.code());
  }

  private static Appraisal accepting() {
    return of((cmw, e) -> Verdict.accepted(Confirmation.CONFIRMED, Confirmation.CONFIRMED));
  }

  private static Appraisal of(AttestationAppraiser appraiser) {
    return new Appraisal(
        appraiser, AttestationModel.BACKGROUND_CHECK, PassportBinding.NONCE_OR_KEY);
  }

  private static VerificationException refusal(Appraisal appraisal) {
    return assertThrows(
        VerificationException.class, () -> appraisal.appraise(EVIDENCE, expected()));
  }

  private static X509Certificate certificate() throws Exception {
    byte[] pem =
        """
        -----BEGIN CERTIFICATE-----
        MIIBdTCCARugAwIBAgIUL8urw3c/noqMw1P+S14oUNuJmzgwCgYIKoZIzj0EAwIw
        DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjExMjEwMjFaGA8yMDUxMDcxMzEyMTAy
        MVowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMTZ
        VBCxphbpP27ln2DrS4UQpv423gJwqKZ+QABL/618bSRUzPlv9/4zTVzUVuDbC6cS
        jdDCcpK62tKGFnEeIIejUzBRMB0GA1UdDgQWBBQQmGzr5tvHM2+ipcWP7Xu4oXD3
        nDAfBgNVHSMEGDAWgBQQmGzr5tvHM2+ipcWP7Xu4oXD3nDAPBgNVHRMBAf8EBTAD
        AQH/MAoGCCqGSM49BAMCA0gAMEUCIQD9oThTsoMrGPBvb56TFnlUoR3JfzVPtSZX
        LnV8Hnxf7wIgTP6bn1CG7pWJ4dL+o7xljHL5TVnkxwovL20RyFlHBNo=
        -----END CERTIFICATE-----
        """
            .getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private static BinderRequest expected() throws Exception {
    BinderValues values = new BinderValues(BINDER, KEY, OTHER);
    return new BinderRequest(values, Bytes.EMPTY, SuiteHash.SHA256, certificate());
  }
}
