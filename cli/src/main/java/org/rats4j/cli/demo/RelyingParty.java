package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Category;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.KeyAttestation;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.TrustVector;
import org.rats4j.eat.ClaimKey;
import org.rats4j.expat.AttestationAppraiser;
import org.rats4j.expat.AttestationModel;
import org.rats4j.expat.BinderRequest;
import org.rats4j.expat.BoundValue;
import org.rats4j.expat.Verdict;

/**
 * The relying party: gets a result of its verifier on what a peer shows, and decides by that. Its
 * challenge is the request for the authenticator, from which both sides compute the binder.
 */
final class RelyingParty implements AttestationAppraiser {
  private final AttestationModel model;
  private final AppraisalService verifier;
  private final VerificationKey verifierKey;
  private final Clock clock;
  private volatile Decision decision = new Decision(false, List.of("nobody has attested"));

  /**
   * Creates a relying party.
   *
   * @param model whether it sends evidence to the verifier, or the attester has done so
   * @param verifierKey whose results it trusts
   */
  RelyingParty(
      AttestationModel model, AppraisalService verifier, VerificationKey verifierKey, Clock clock) {
    this.model = Objects.requireNonNull(model, "model");
    this.verifier = Objects.requireNonNull(verifier, "verifier");
    this.verifierKey = Objects.requireNonNull(verifierKey, "verifierKey");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Returns the last decision. */
  Decision decision() {
    return decision;
  }

  @Override
  public Verdict appraise(Cmw attestation, BinderRequest expected)
      throws IOException, GeneralSecurityException, RatsException {
    try {
      EarClaims claims = verified(result(attestation, expected), expected.binder());
      decision = decide(claims);
      return decision.accepted()
          ? Verdict.accepted(BoundValue.CONFIRMED, attestedKey(claims, expected))
          : Verdict.rejected(List.of());
    } catch (RatsException e) {
      decision = new Decision(false, reasons(e));
      throw e;
    }
  }

  private static List<String> reasons(RatsException e) {
    boolean otherNonce =
        e instanceof VerificationException failed
            && failed.reason() == VerificationException.Reason.NONCE_MISMATCH;
    return otherNonce
        ? List.of(Decision.reason(e), "it was made for another connection than this one")
        : List.of(Decision.reason(e));
  }

  /** In the passport model the attester shows the result; else it shows what to ask about. */
  private Bytes result(Cmw attestation, BinderRequest expected)
      throws IOException, GeneralSecurityException, RatsException {
    if (model == AttestationModel.BACKGROUND_CHECK) {
      return verifier.appraise(attestation.encode(CmwForm.CBOR), expected.binder());
    }
    if (attestation instanceof CmwRecord passport) {
      return passport.value();
    }
    throw DecodingException.of(
        DecodingException.Reason.UNEXPECTED_STRUCTURE, "", "not one attestation result");
  }

  /** The nonce of a result is the binder, so that it is one of this connection. */
  private EarClaims verified(Bytes result, Bytes binder)
      throws DecodingException, VerificationException {
    return Ear.decode(result, EarOptions.STRICT)
        .verify(EarExpectations.builder().key(verifierKey).nonce(binder).clock(clock).build())
        .claims();
  }

  private static BoundValue attestedKey(EarClaims claims, BinderRequest expected)
      throws DecodingException {
    PublicKey leaf = expected.leaf().getPublicKey();
    BoundValue said = BoundValue.MISSING;
    for (Appraisal appraisal : claims.appraisals().values()) {
      if (appraisal.keyAttestation().isPresent()) {
        KeyAttestation key = appraisal.keyAttestation().get();
        if (!Bytes.copyOf(leaf.getEncoded()).equals(Bytes.copyOf(key.publicKey().getEncoded()))) {
          return BoundValue.DIFFERENT;
        }
        said = BoundValue.CONFIRMED;
      }
    }
    return said;
  }

  /** Every status has to be affirming. */
  private static Decision decide(EarClaims claims) throws DecodingException {
    boolean accepted = claims.effectiveStatus() == TrustTier.AFFIRMING;
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<String, Appraisal> entry : claims.appraisals().entrySet()) {
      Appraisal appraisal = entry.getValue();
      accepted &= appraisal.status() == TrustTier.AFFIRMING;
      reasons.add(entry.getKey() + " is " + appraisal.status().wireName());
      appraisal.vector().ifPresent(vector -> reasons.addAll(described(vector)));
      reasons.addAll(named("changed since the build", appraisal, DemoClaims.CHANGED));
      reasons.addAll(named("not part of the build", appraisal, DemoClaims.UNKNOWN));
      reasons.addAll(named("missing", appraisal, DemoClaims.MISSING));
    }
    return new Decision(accepted, reasons);
  }

  private static List<String> described(TrustVector vector) {
    List<String> lines = new ArrayList<>();
    for (Category category : vector.claims().keySet()) {
      lines.add(category.wireName() + ": " + vector.describe(category).text());
    }
    return lines;
  }

  private static List<String> named(String what, Appraisal appraisal, ClaimKey<List<String>> key)
      throws DecodingException {
    List<String> lines = new ArrayList<>();
    for (String file : appraisal.verifierClaims().get(key).orElse(List.of())) {
      lines.add(what + ": " + file);
    }
    return lines;
  }
}
