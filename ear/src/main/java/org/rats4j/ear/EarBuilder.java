package org.rats4j.ear;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;

/**
 * Builds the claims of an EAR.
 *
 * <pre>{@code
 * EarClaims result =
 *     Ear.builder()
 *         .verifierId("https://verifier.example", "1.4.0")
 *         .clock(clock)
 *         .lifetime(Duration.ofMinutes(5))
 *         .nonce(nonce)
 *         .submod(
 *             "platform",
 *             Appraisal.builder()
 *                 .claim(Category.EXECUTABLES, 2)
 *                 .claim(Category.HARDWARE, 2)
 *                 .policyId("https://verifier.example/policy/7")
 *                 .build())
 *         .deriveStatus()
 *         .build();
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class EarBuilder {
  EarDialect dialect = EarDialect.IETF_04;
  String profile = EarDialect.IETF_04.profile();
  @Nullable VerifierId verifierId;
  @Nullable Instant issuedAt;
  @Nullable Instant expiresAt;
  @Nullable Instant notBefore;
  @Nullable TrustTier status;
  final Map<String, Submod> submods = new LinkedHashMap<>();
  @Nullable Nonces nonce;
  @Nullable RawEvidence rawEvidence;
  Map<String, List<String>> topology = new LinkedHashMap<>();
  ClaimMap extensions = ClaimMap.EMPTY;
  private boolean derive;
  private @Nullable Duration lifetime;

  EarBuilder() {}

  EarBuilder(EarClaims from) {
    dialect = from.dialect();
    profile = from.profile();
    verifierId = from.verifierId();
    issuedAt = from.issuedAt();
    expiresAt = from.expiresAt().orElse(null);
    notBefore = from.notBefore().orElse(null);
    status = from.status().orElse(null);
    submods.putAll(from.submods());
    nonce = from.nonce().orElse(null);
    rawEvidence = from.rawEvidence().orElse(null);
    topology.putAll(from.topology());
    extensions = from.extensions();
  }

  /** Sets the draft level, with its profile; {@link EarDialect#IETF_04} by default. */
  public EarBuilder dialect(EarDialect value) {
    return profile(value.profile(), value);
  }

  /**
   * Sets a profile of your own and the draft level whose names it uses.
   *
   * @throws IllegalArgumentException if {@code value} is empty or the profile of another level
   */
  public EarBuilder profile(String value, EarDialect names) {
    if (value.isEmpty()
        || EarDialect.ofProfile(value).filter(other -> other != names).isPresent()) {
      throw new IllegalArgumentException("profile is empty or that of another dialect");
    }
    dialect = names;
    profile = value;
    return this;
  }

  /**
   * Sets who appraises.
   *
   * @throws IllegalArgumentException if {@code developer} or {@code build} is empty
   */
  public EarBuilder verifierId(String developer, String build) {
    return verifierId(VerifierId.of(developer, build));
  }

  /** Sets who appraises. */
  public EarBuilder verifierId(VerifierId value) {
    verifierId = Objects.requireNonNull(value, "value");
    return this;
  }

  /** Sets the time of issue to the present second of {@code clock}. */
  public EarBuilder clock(Clock clock) {
    return issuedAt(clock.instant());
  }

  /** Sets the time of issue, cut to seconds. */
  public EarBuilder issuedAt(Instant value) {
    issuedAt = value.truncatedTo(ChronoUnit.SECONDS);
    return this;
  }

  /** Sets when the result ends, cut to seconds. */
  public EarBuilder expiresAt(Instant value) {
    expiresAt = value.truncatedTo(ChronoUnit.SECONDS);
    lifetime = null;
    return this;
  }

  /**
   * Sets how long after its issue the result ends, cut to seconds.
   *
   * @throws IllegalArgumentException if {@code value} is not positive
   */
  public EarBuilder lifetime(Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("lifetime is not positive");
    }
    lifetime = value.truncatedTo(ChronoUnit.SECONDS);
    return this;
  }

  /** Sets when the result begins, cut to seconds. */
  public EarBuilder notBefore(Instant value) {
    notBefore = value.truncatedTo(ChronoUnit.SECONDS);
    return this;
  }

  /** Sets the status of all submodules together; only in dialects from 03 on. */
  public EarBuilder status(TrustTier value) {
    status = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Sets the overall status, unless it is set, to the worst one of the submodules when the claims
   * are built. Dialects before 03 have no such status, so there this does nothing.
   */
  public EarBuilder deriveStatus() {
    derive = true;
    return this;
  }

  /**
   * Sets what is said under {@code label}. Labels are compared exactly.
   *
   * @throws IllegalArgumentException if {@code label} is empty
   */
  public EarBuilder submod(String label, Submod value) {
    if (label.isEmpty()) {
      throw new IllegalArgumentException("label is empty");
    }
    submods.put(label, Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Sets the nonce of whoever asks for the result.
   *
   * @throws IllegalArgumentException if {@code value} has less than 8 or more than 64 bytes
   */
  public EarBuilder nonce(Bytes value) {
    return nonce(Nonces.of(Nonce.ofBytes(value)));
  }

  /** Sets the nonces of whoever asks for the result. */
  EarBuilder nonce(Nonces value) {
    nonce = value;
    return this;
  }

  /** Sets the evidence that was appraised. */
  public EarBuilder rawEvidence(RawEvidence value) {
    rawEvidence = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Adds to the topology what {@code label} is made of; only in dialects from 04 on.
   *
   * @throws IllegalArgumentException if {@code subAttesters} is empty
   */
  public EarBuilder topology(String label, List<String> subAttesters) {
    if (subAttesters.isEmpty()) {
      throw new IllegalArgumentException("no sub-attester");
    }
    topology.put(Objects.requireNonNull(label, "label"), List.copyOf(subAttesters));
    return this;
  }

  /** Adds a claim that is not of EAR, such as {@link org.rats4j.eat.Claims#ISSUER}. */
  public <T> EarBuilder claim(ClaimKey<T> key, T value) {
    return extensions(extensions.toBuilder().put(key, value).build());
  }

  /** Sets the claims that are not of EAR. */
  public EarBuilder extensions(ClaimMap value) {
    extensions = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Returns the claims.
   *
   * @throws IllegalStateException if verifier, time of issue or submodules are missing; if a status
   *     is better than what it sums up; or if the dialect lacks a claim that is set, or has it in
   *     another form. {@link EarConverter} drops such claims and says so.
   */
  public EarClaims build() {
    if (verifierId == null || issuedAt == null || submods.isEmpty()) {
      throw new IllegalStateException("verifierId, clock (or issuedAt) and a submod are mandatory");
    }
    if (lifetime != null) {
      expiresAt = issuedAt.plus(lifetime);
    }
    if (derive && status == null && EarClaim.STATUS.isAtTop(dialect)) {
      status = Tiers.worst(submods.values());
    }
    EarClaims claims = new EarClaims(this, verifierId, issuedAt, List.of());
    DialectRules.check(claims);
    if (!claims.isConsistent()) {
      throw new IllegalStateException(
          EarCodes.EAR_STATUS_INCONSISTENT + ": a status is better than what it sums up");
    }
    return claims;
  }

  /** Returns what was received, which may contradict itself. */
  EarClaims received(List<Finding> findings) {
    return new EarClaims(
        this,
        Objects.requireNonNull(verifierId, "verifierId"),
        Objects.requireNonNull(issuedAt, "issuedAt"),
        findings);
  }
}
