package org.rats4j.verifier;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.json.JsonObject;
import org.rats4j.corim.appraisal.Appraisal;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarConverter;
import org.rats4j.ear.SignedEarBuilder;
import org.rats4j.ear.TrustTier;
import org.rats4j.verifier.evidence.FailedComponent;

/**
 * What a verifier thinks of an attester, and why. Relying parties get what {@link #sign} returns;
 * the rest is for those who run the verifier.
 */
public final class AttestationResult {
  private final List<ComponentResult> components;
  private final List<FailedComponent> failed;
  private final Appraisal appraisal;
  private final EarClaims claims;

  AttestationResult(
      List<ComponentResult> components,
      List<FailedComponent> failed,
      Appraisal appraisal,
      EarClaims claims) {
    this.components = List.copyOf(components);
    this.failed = List.copyOf(failed);
    this.appraisal = Objects.requireNonNull(appraisal, "appraisal");
    this.claims = Objects.requireNonNull(claims, "claims");
  }

  /** Returns what is thought of each component, in the order of the evidence. */
  public List<ComponentResult> components() {
    return components;
  }

  /**
   * Returns the parts that could not be verified; none unless {@link
   * Verifier.Builder#reportFailures()} was called.
   */
  public List<FailedComponent> failed() {
    return failed;
  }

  /**
   * Returns the worst status of all components; none in place of affirming if of some component no
   * policy says anything.
   */
  public TrustTier status() {
    return claims.effectiveStatus();
  }

  /** Returns what was matched against what, and what became of each triple. */
  public Appraisal appraisal() {
    return appraisal;
  }

  /** Returns the claims of the result, without signature. */
  public EarClaims claims() {
    return claims;
  }

  /**
   * Returns the result as JWT or CWT with the signature of {@code signer}.
   *
   * @throws GeneralSecurityException if the signer fails
   */
  public Bytes sign(Encoding encoding, Signer signer) throws GeneralSecurityException {
    return signer(encoding).sign(signer);
  }

  /** Returns what signs the result, to set what its headers say of the key. */
  public SignedEarBuilder signer(Encoding encoding) {
    return encoding == Encoding.JSON
        ? Ear.jwt(claims)
        : Ear.cwt(EarConverter.toEncoding(claims, Encoding.CBOR).claims());
  }

  /** Returns how the result came about, as JSON: see {@link #describe()}. */
  public JsonObject toJson() {
    return Audit.json(this);
  }

  /**
   * Returns how the result came about, for people: for each component its claims and the rules
   * behind them, which reference value of which CoRIM vouches for which measurement, and for each
   * reference value that did not match, why.
   */
  public String describe() {
    return AuditText.of(this);
  }

  /** Returns the status of each component. */
  @Override
  public String toString() {
    return "AttestationResult"
        + components.stream().map(one -> one.label() + " " + one.status().wireName()).toList();
  }
}
