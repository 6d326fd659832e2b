package org.rats4j.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwKind;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;

/**
 * Has the attestation of a valid authenticator appraised, and demands that it is bound: it is
 * decoded only here, behind signature and chain.
 *
 * @param model whether evidence or a result is due
 * @param binding what binds a result
 * @param appraiser says whether it is trusted and what it holds
 */
record AttestationCheck(
    AttestationModel model, PassportBinding binding, AttestationAppraiser appraiser) {
  private static final String PATH =
      "certificate/certificate_list/0/extensions/cmw_attestation/cmw_data";
  private static final String BINDER_DIFFERS =
      "profile differs or evidence is not for this connection";

  /** How many reasons of an appraiser an exception tells; the verdict is his own. */
  private static final int REASONS = 3;

  /** How long each may be: the peer chooses the names in their paths. */
  private static final int REASON_CHARACTERS = 300;

  AttestedAuthenticator check(Authenticator authenticator, BinderRequest expected)
      throws DecodingException, VerificationException {
    Bytes data =
        authenticator
            .attestation()
            .orElseThrow(() -> Fault.ATTESTATION_MISSING.verification("answer has no attestation"));
    Cmw attestation = decode(data);
    checkIndicators(attestation);
    Verdict verdict = appraise(attestation, expected);
    if (!verdict.accepted()) {
      throw Fault.APPRAISAL_REJECTED.verification(
          "appraiser does not accept the attestation" + reasons(verdict.findings()));
    }
    boolean binder = isConfirmed(verdict.binder(), expected.binder(), Fault.BINDER_MISMATCH);
    boolean key = isConfirmed(verdict.key(), expected.aikPubHash(), Fault.AIK_HASH_MISMATCH);
    demand(binder, key);
    return new AttestedAuthenticator(authenticator, model, attestation, verdict);
  }

  private static String reasons(List<Finding> findings) {
    StringBuilder reasons = new StringBuilder();
    for (Finding finding : findings.subList(0, Math.min(findings.size(), REASONS))) {
      String where = finding.path().isEmpty() ? "" : " at " + finding.path();
      reasons.append(reasons.isEmpty() ? ": " : "; ");
      reasons.append(shortened(finding.code() + where + ": " + finding.message()));
    }
    return reasons.toString();
  }

  private static String shortened(String reason) {
    return reason.length() <= REASON_CHARACTERS
        ? reason
        : reason.substring(0, REASON_CHARACTERS) + "...";
  }

  private static Cmw decode(Bytes data) throws DecodingException {
    CmwKind kind = Cmw.detect(data);
    if (kind != CmwKind.CBOR && kind != CmwKind.JSON) {
      throw Fault.BAD_ATTESTATION.decoding(PATH, "data is no CMW");
    }
    Encoding encoding = kind == CmwKind.JSON ? Encoding.JSON : Encoding.CBOR;
    try {
      return Cmw.decode(data, encoding, CmwOptions.STRICT);
    } catch (DecodingException e) {
      throw Fault.BAD_ATTESTATION.decoding(PATH + e.path(), e.detail());
    }
  }

  /** Indicators are optional; those that are there must not all say something else. */
  private void checkIndicators(Cmw attestation) throws DecodingException {
    CmwIndicator due =
        model == AttestationModel.BACKGROUND_CHECK
            ? CmwIndicator.EVIDENCE
            : CmwIndicator.ATTESTATION_RESULTS;
    long said = indicators(attestation);
    if (said != 0 && (said & due.bits()) == 0) {
      throw Fault.BAD_ATTESTATION.decoding(PATH, "indicator says that this is no " + due);
    }
  }

  private static long indicators(Cmw attestation) {
    if (attestation instanceof CmwRecord single) {
      return single.indicator().map(CmwIndicator::bits).orElse(0L);
    }
    long bits = 0;
    if (attestation instanceof CmwCollection collection) {
      for (Cmw member : collection.entries().values()) {
        bits |= indicators(member);
      }
    }
    return bits;
  }

  private Verdict appraise(Cmw attestation, BinderRequest expected) throws VerificationException {
    try {
      return appraiser.appraise(attestation, expected);
    } catch (RatsException e) {
      throw Fault.APPRAISAL_REJECTED.verification(
          "appraiser failed with " + e.code() + ": " + e.detail(), e);
    } catch (IOException | GeneralSecurityException e) {
      throw Fault.APPRAISAL_REJECTED.verification("appraiser failed", e);
    }
  }

  /** Returns whether the value is the expected one; a different one is refused whatever is due. */
  private static boolean isConfirmed(BoundValue confirmation, Bytes expected, Fault mismatch)
      throws VerificationException {
    boolean different;
    if (confirmation instanceof BoundValue.Missing) {
      return false;
    } else if (confirmation instanceof BoundValue.Compared compared) {
      different = !compared.equal();
    } else {
      different = !((BoundValue.Found) confirmation).value().equalsInConstantTime(expected);
    }
    if (different) {
      throw mismatch.verification(
          mismatch == Fault.BINDER_MISMATCH ? BINDER_DIFFERS : "attestation names another key");
    }
    return true;
  }

  private void demand(boolean binder, boolean key) throws VerificationException {
    boolean evidence = model == AttestationModel.BACKGROUND_CHECK;
    boolean either = !evidence && binding == PassportBinding.NONCE_OR_KEY && (binder || key);
    boolean unbound = !evidence && binding == PassportBinding.UNBOUND;
    if (either || unbound) {
      return;
    }
    if (!binder && (evidence || binding != PassportBinding.KEY)) {
      throw Fault.BINDER_NOT_CONFIRMED.verification("appraiser did not confirm the binder");
    }
    if (!key && (evidence || binding == PassportBinding.KEY)) {
      throw Fault.KEY_NOT_CONFIRMED.verification("appraiser did not confirm the key");
    }
  }
}
