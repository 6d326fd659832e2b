package org.rats4j.ear;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonObject;

/**
 * A verified attestation result: who signed it, and what it says of each attester
 * (draft-ietf-rats-ear-04).
 *
 * <p>A relying party decodes the token that it got, and verifies it with all that it expects:
 *
 * <pre>{@code
 * Ear ear =
 *     Ear.decode(token, EarOptions.STRICT)
 *         .verify(EarExpectations.builder().key(verifierKey).nonce(nonce).build());
 * TrustTier platform = ear.appraisal("platform").orElseThrow().status();
 * }</pre>
 *
 * <p>A verifier builds the claims and signs them:
 *
 * <pre>{@code
 * EarClaims claims = Ear.builder().verifierId(...).clock(clock).submod(...).build();
 * Bytes token = Ear.jwt(claims).keyId("2026-1").sign(signer);
 * }</pre>
 *
 * <p>That the signature is right says nothing about the attester: look at {@link #submods()}, or
 * let a policy do it. A negative appraisal is data, not an exception.
 */
public final class Ear {
  private final EarClaims claims;
  private final Encoding encoding;
  private final VerificationKey key;
  private final long algorithm;
  private final List<Finding> findings;
  private final Bytes encoded;

  Ear(EarClaims claims, SignedEar.Verified verified, List<Finding> remarks, Bytes encoded) {
    this.claims = claims;
    this.encoding = verified.encoding();
    this.key = verified.key();
    this.algorithm = verified.algorithm();
    this.encoded = encoded;
    List<Finding> all = new ArrayList<>(claims.findings());
    all.addAll(remarks);
    findings = List.copyOf(all);
  }

  /**
   * Decodes exactly one token, a JWT or a CWT, as far as its signature: nothing of its claims is
   * looked at yet.
   *
   * @throws DecodingException if {@code token} is anything else, with a code of {@link EarCodes}
   */
  public static UnverifiedEar decode(byte[] token, EarOptions options) throws DecodingException {
    return decode(Bytes.copyOf(token), options);
  }

  /**
   * Decodes exactly one token, a JWT or a CWT, as far as its signature: nothing of its claims is
   * looked at yet.
   *
   * @throws DecodingException if {@code token} is anything else, with a code of {@link EarCodes}
   */
  public static UnverifiedEar decode(Bytes token, EarOptions options) throws DecodingException {
    return new UnverifiedEar(SignedEar.decode(token, options), options);
  }

  /** Returns a builder of the claims of a new result. */
  public static EarBuilder builder() {
    return new EarBuilder();
  }

  /** Returns what signs {@code claims} as JWT. */
  public static SignedEarBuilder jwt(EarClaims claims) {
    return new SignedEarBuilder(claims, Encoding.JSON);
  }

  /** Returns what signs {@code claims} as CWT. */
  public static SignedEarBuilder cwt(EarClaims claims) {
    return new SignedEarBuilder(claims, Encoding.CBOR);
  }

  /** Returns all that the verifier says. */
  public EarClaims claims() {
    return claims;
  }

  /** Returns the draft level that the token follows. */
  public EarDialect dialect() {
    return claims.dialect();
  }

  /** Returns who appraised. */
  public VerifierId verifierId() {
    return claims.verifierId();
  }

  /** Returns when the verifier made this result. */
  public Instant issuedAt() {
    return claims.issuedAt();
  }

  /** Returns the overall status or, where there is none, the worst one of the submodules. */
  public TrustTier effectiveStatus() {
    return claims.effectiveStatus();
  }

  /** Returns what is said about each attester, under the labels of the verifier. */
  public Map<String, Submod> submods() {
    return claims.submods();
  }

  /** Returns the appraisal under {@code label}; empty if there is none. */
  public Optional<Appraisal> appraisal(String label) {
    return claims.appraisal(label);
  }

  /** Returns whether it was a JWT ({@link Encoding#JSON}) or a CWT ({@link Encoding#CBOR}). */
  public Encoding encoding() {
    return encoding;
  }

  /** Returns the key with which the token was verified. */
  public VerificationKey key() {
    return key;
  }

  /** Returns the number of the algorithm with which the token was verified. */
  public long algorithm() {
    return algorithm;
  }

  /** Returns what was remarked while decoding and verifying. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Returns the verified claims as JSON of {@code dialect}, for policy engines; see {@link
   * EarClaims#toJson}.
   */
  public JsonObject toJson(EarDialect dialect) {
    return claims.toJson(dialect);
  }

  /** Returns a report in plain text, findings included. */
  public String describe() {
    return EarReport.of(claims, findings);
  }

  /** Returns the token as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns dialect, verifier and submodules. */
  @Override
  public String toString() {
    return "Ear[" + claims + "]";
  }
}
