package org.rats4j.verifier;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.json.JsonObject;
import org.rats4j.corim.appraisal.Appraisal;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarConverter;
import org.rats4j.ear.EarMediaTypes;
import org.rats4j.ear.SignedEarBuilder;
import org.rats4j.ear.TrustTier;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.EatClaims;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.FailedComponent;

/**
 * What a verifier thinks of an attester, and why. Relying parties get what {@link #sign} returns;
 * the rest is for those who run the verifier.
 */
public final class AttestationResult {
  /** The code of {@link #reasons()}: a claim of AR4SI is not affirming, or there is none. */
  public static final String NOT_AFFIRMING = "NOT_AFFIRMING";

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

  /** Returns what is thought of the component with this label. */
  public Optional<ComponentResult> component(String label) {
    Objects.requireNonNull(label, "label");
    return components.stream().filter(one -> one.label().equals(label)).findFirst();
  }

  /**
   * Returns a claim of a token, as the attester made it; empty if it did not, or no component that
   * is a token has this label.
   *
   * @param label the label of the component, such as {@code eat}
   * @param key one of {@link org.rats4j.eat.Claims}, or one of your own
   * @throws DecodingException if {@code key} is one of your own, and what the token has is no value
   *     of it
   */
  public <T> Optional<T> claim(String label, ClaimKey<T> key) throws DecodingException {
    Objects.requireNonNull(key, "key");
    Optional<EatClaims> token =
        component(label).flatMap(result -> result.component().evidence().token());
    return token.isPresent() ? token.get().get(key) : Optional.empty();
  }

  /**
   * Returns whether the evidence is about this key: an outermost component attests it, as a token
   * does by {@code cnf}, and none another one. What a part of a component attests does not count,
   * since of that only the component around it says that it is fresh. A key without encoded form is
   * attested by nothing. Look at {@link #isAffirming()}, too.
   */
  public boolean attests(PublicKey key) {
    Set<Bytes> attested = new HashSet<>();
    for (ComponentResult result : components) {
      EvidenceComponent evidence = result.component().evidence();
      if (evidence.parent().isEmpty()) {
        evidence.attestedKey().ifPresent(one -> attested.add(Bytes.copyOf(one.getEncoded())));
      }
    }
    byte[] encoded = key.getEncoded();
    return encoded != null && attested.equals(Set.of(Bytes.copyOf(encoded)));
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

  /** Returns whether the status is affirming. */
  public boolean isAffirming() {
    return status() == TrustTier.AFFIRMING;
  }

  /**
   * Returns why the status is not affirming: one finding for each claim that is not, with label and
   * category as path, such as {@code eat/executables}, and one for each part that could not be
   * verified. None if it is.
   */
  public List<Finding> reasons() {
    return isAffirming() ? List.of() : Reasons.of(this);
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
   * Returns the result as JWT or CWT with the signature of {@code signer}. A CWT leaves out claims
   * of evidence in JSON that CBOR has no form for, such as a number with more digits than a float:
   * {@link EarConverter#toEncoding} says which.
   *
   * @throws GeneralSecurityException if the signer fails
   */
  public Bytes sign(Encoding encoding, Signer signer) throws GeneralSecurityException {
    return signer(encoding).sign(signer);
  }

  /** Returns what {@link #sign} gives, such as {@code application/eat+jwt} with its profile. */
  public MediaType mediaType(Encoding encoding) {
    return EarMediaTypes.of(encoding, claims.profile());
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
