package org.rats4j.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwKind;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;

/**
 * What draft-fossati-seat-expat-03 adds to RFC 9261: the attestation is there, it is a CMW, it is
 * trusted, and signed content binds it to this connection and this key. It comes after all checks
 * of the authenticator, so that a stranger reaches no reader of attestation formats.
 */
final class Appraisal {
  private final AttestationAppraiser appraiser;
  private final AttestationModel model;
  private final PassportBinding passportBinding;

  Appraisal(
      AttestationAppraiser appraiser, AttestationModel model, PassportBinding passportBinding) {
    this.appraiser = appraiser;
    this.model = model;
    this.passportBinding = passportBinding;
  }

  /** Returns the CMW of an answer that was validated. */
  Cmw decode(Optional<Bytes> data) throws DecodingException, VerificationException {
    if (data.isEmpty()) {
      throw Fault.ATTESTATION_MISSING.verification("peer answered without attestation");
    }
    Bytes bytes = data.get();
    Encoding encoding = Cmw.detect(bytes) == CmwKind.JSON ? Encoding.JSON : Encoding.CBOR;
    Cmw cmw;
    try {
      cmw = Cmw.decode(bytes, encoding, CmwOptions.STRICT);
    } catch (DecodingException e) {
      throw e.withCode(ExpatCodes.BAD_ATTESTATION);
    }
    checkModel(cmw);
    return cmw;
  }

  /** Who labels his message as the other kind is taken at his word. */
  private void checkModel(Cmw cmw) throws DecodingException {
    CmwIndicator due =
        model == AttestationModel.PASSPORT
            ? CmwIndicator.ATTESTATION_RESULTS
            : CmwIndicator.EVIDENCE;
    if (cmw instanceof CmwRecord record
        && record.indicator().isPresent()
        && !record.indicator().get().contains(due)) {
      throw Fault.BAD_ATTESTATION.decoding("ind", "attestation is not marked as " + due);
    }
    if (cmw instanceof CmwCollection collection) {
      for (Cmw entry : collection.entries().values()) {
        checkModel(entry);
      }
    }
  }

  /** Returns the verdict if it is an explicit yes. */
  Verdict appraise(Cmw attestation, BinderRequest expected) throws VerificationException {
    Verdict verdict = ask(attestation, expected);
    if (!verdict.accepted()) {
      throw Fault.APPRAISAL_REJECTED.verification("appraiser does not accept the attestation");
    }
    boolean binder = matches(verdict.binder(), expected.binder(), Fault.BINDER_MISMATCH);
    boolean key = matches(verdict.key(), expected.aikPubHash(), Fault.AIK_HASH_MISMATCH);
    if (model == AttestationModel.PASSPORT) {
      checkPassport(binder, key);
    } else {
      require(binder, Fault.BINDER_NOT_CONFIRMED);
      require(key, Fault.KEY_NOT_CONFIRMED);
    }
    return verdict;
  }

  private Verdict ask(Cmw attestation, BinderRequest expected) throws VerificationException {
    try {
      return Objects.requireNonNull(appraiser.appraise(attestation, expected), "verdict");
    } catch (IOException | GeneralSecurityException | RatsException | RuntimeException e) {
      throw Fault.APPRAISAL_REJECTED.verification("appraiser failed", e);
    }
  }

  private void checkPassport(boolean binder, boolean key) throws VerificationException {
    switch (passportBinding) {
      case NONCE -> require(binder, Fault.BINDER_NOT_CONFIRMED);
      case KEY -> require(key, Fault.KEY_NOT_CONFIRMED);
      case NONCE_OR_KEY -> require(binder || key, Fault.BINDER_NOT_CONFIRMED);
      case UNBOUND -> {
        // the caller has said so by name
      }
    }
  }

  /** Returns whether the value is confirmed; another value is refused whatever the model is. */
  private static boolean matches(Confirmation said, Bytes expected, Fault otherwise)
      throws VerificationException {
    if (said instanceof Confirmation.Missing) {
      return false;
    }
    boolean equal =
        said instanceof Confirmation.Found found
            ? expected.equalsInConstantTime(found.value())
            : said.equals(Confirmation.CONFIRMED);
    require(equal, otherwise);
    return true;
  }

  private static void require(boolean holds, Fault otherwise) throws VerificationException {
    if (!holds) {
      throw otherwise.verification("profile differs or attestation is not for this connection");
    }
  }
}
