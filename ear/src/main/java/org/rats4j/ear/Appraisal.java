package org.rats4j.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileId;

/**
 * What a verifier found out about one attester (draft-ietf-rats-ear-04, section 3.2).
 *
 * <pre>{@code
 * appraisal = {
 *   ? profile, status: tier, ? trustworthiness-vector, ? policy-ids: [+ text], ? nonce,
 *   ? attester-claims: {+ key => any}, ? verifier-claims: {+ key => any}, * extension }
 * }</pre>
 *
 * <p>The status is never better than the {@linkplain TrustVector#worst() worst} of the vector in
 * what is built here. In what was received it may be, which a finding tells.
 */
public final class Appraisal implements Submod {
  private final TrustTier status;
  private final @Nullable TrustVector vector;
  private final List<String> policyIds;
  private final @Nullable Nonces evidenceNonce;
  private final @Nullable ProfileId profile;
  private final ClaimMap attesterClaims;
  private final ClaimMap verifierClaims;
  private final ClaimMap teepClaims;
  private final @Nullable KeyAttestation keyAttestation;
  private final ClaimMap annotatedEvidence;
  private final ClaimMap policyClaims;
  private final ClaimMap extensions;

  private Appraisal(Builder builder, TrustTier status) {
    this.status = status;
    vector = builder.vector;
    policyIds = List.copyOf(builder.policyIds);
    evidenceNonce = builder.evidenceNonce;
    profile = builder.profile;
    attesterClaims = builder.attesterClaims;
    verifierClaims = builder.verifierClaims;
    teepClaims = builder.teepClaims;
    keyAttestation = builder.keyAttestation;
    annotatedEvidence = builder.annotatedEvidence;
    policyClaims = builder.policyClaims;
    extensions = builder.extensions;
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that holds what this appraisal does. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns how much trust the verifier puts in the attester. */
  @Override
  public TrustTier status() {
    return status;
  }

  /** Returns what the verifier claims category by category, if it says so. */
  public Optional<TrustVector> vector() {
    return Optional.ofNullable(vector);
  }

  /**
   * Returns the claim in {@code category}, -128 to 127; 0 if the vector or the claim is absent,
   * which means the same.
   */
  public int claim(Category category) {
    return vector == null ? Ar4siValue.NO_CLAIM : vector.claim(category);
  }

  /** Returns the policies that were applied, the first one first. */
  public List<String> policyIds() {
    return policyIds;
  }

  /**
   * Returns the nonce of the evidence that was appraised, which is not that of the EAR. There is
   * more than one only after a lenient read.
   */
  public Optional<Nonces> evidenceNonce() {
    return Optional.ofNullable(evidenceNonce);
  }

  /** Returns the profile that this appraisal follows. */
  public Optional<ProfileId> profile() {
    return Optional.ofNullable(profile);
  }

  /** Returns claims that the attester made in its evidence. */
  public ClaimMap attesterClaims() {
    return attesterClaims;
  }

  /** Returns claims that the verifier added. */
  public ClaimMap verifierClaims() {
    return verifierClaims;
  }

  /**
   * Returns the claims for TEEP, with the keys {@link org.rats4j.eat.Claims#NONCE}, {@code UEID},
   * {@code OEM_ID}, {@code HARDWARE_MODEL}, {@code HARDWARE_VERSION} and {@code MANIFESTS}.
   */
  public ClaimMap teepClaims() {
    return teepClaims;
  }

  /** Returns the key that the verifier attests to be the attester's. */
  public Optional<KeyAttestation> keyAttestation() {
    return Optional.ofNullable(keyAttestation);
  }

  /** Returns the evidence in the verifier's words; only in dialects before 04. */
  public ClaimMap annotatedEvidence() {
    return annotatedEvidence;
  }

  /** Returns claims that the policy added; only in dialects before 04. */
  public ClaimMap policyClaims() {
    return policyClaims;
  }

  /** Returns the claims that the dialect does not know. */
  public ClaimMap extensions() {
    return extensions;
  }

  /** Returns whether the status is none or not better than the vector. */
  public boolean isConsistent() {
    return vector == null || Tiers.isConsistent(status, vector.worst());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Appraisal other
        && status == other.status
        && Objects.equals(vector, other.vector)
        && policyIds.equals(other.policyIds)
        && Objects.equals(evidenceNonce, other.evidenceNonce)
        && Objects.equals(profile, other.profile)
        && attesterClaims.equals(other.attesterClaims)
        && verifierClaims.equals(other.verifierClaims)
        && teepClaims.equals(other.teepClaims)
        && Objects.equals(keyAttestation, other.keyAttestation)
        && annotatedEvidence.equals(other.annotatedEvidence)
        && policyClaims.equals(other.policyClaims)
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, vector, policyIds, profile, keyAttestation);
  }

  /** Returns status and vector. */
  @Override
  public String toString() {
    return "Appraisal[" + status.wireName() + (vector == null ? "" : ", " + vector) + "]";
  }

  /** Builds {@link Appraisal}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable TrustTier status;
    private @Nullable TrustVector vector;
    private List<String> policyIds = new ArrayList<>();
    private @Nullable Nonces evidenceNonce;
    private @Nullable ProfileId profile;
    private ClaimMap attesterClaims = ClaimMap.EMPTY;
    private ClaimMap verifierClaims = ClaimMap.EMPTY;
    private ClaimMap teepClaims = ClaimMap.EMPTY;
    private @Nullable KeyAttestation keyAttestation;
    private ClaimMap annotatedEvidence = ClaimMap.EMPTY;
    private ClaimMap policyClaims = ClaimMap.EMPTY;
    private ClaimMap extensions = ClaimMap.EMPTY;

    private Builder() {}

    private Builder(Appraisal from) {
      status = from.status;
      vector = from.vector;
      policyIds = new ArrayList<>(from.policyIds);
      evidenceNonce = from.evidenceNonce;
      profile = from.profile;
      attesterClaims = from.attesterClaims;
      verifierClaims = from.verifierClaims;
      teepClaims = from.teepClaims;
      keyAttestation = from.keyAttestation;
      annotatedEvidence = from.annotatedEvidence;
      policyClaims = from.policyClaims;
      extensions = from.extensions;
    }

    /** Sets the status. Without it the status is the worst of the vector. */
    public Builder status(TrustTier value) {
      status = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the vector; one without any claim is left out. */
    public Builder vector(TrustVector value) {
      vector = value.isEmpty() ? null : value;
      return this;
    }

    /** Sets one claim of the vector beside those that are set. */
    public Builder claim(Category category, int value) {
      TrustVector.Builder claims = vector == null ? TrustVector.builder() : vector.toBuilder();
      return vector(claims.set(category, value).build());
    }

    /**
     * Adds a policy behind those that were added before.
     *
     * @throws IllegalArgumentException if {@code value} is empty
     */
    public Builder policyId(String value) {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("policy id is empty");
      }
      policyIds.add(value);
      return this;
    }

    /** Sets the nonce of the evidence that was appraised. */
    public Builder evidenceNonce(Bytes value) {
      return evidenceNonce(Nonces.of(Nonce.ofBytes(value)));
    }

    /** Sets the nonces of the evidence that was appraised. */
    Builder evidenceNonce(@Nullable Nonces value) {
      evidenceNonce = value;
      return this;
    }

    /** Sets the profile that this appraisal follows. */
    public Builder profile(ProfileId value) {
      profile = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the claims that the attester made in its evidence. */
    public Builder attesterClaims(ClaimMap value) {
      attesterClaims = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the claims that the verifier adds. */
    public Builder verifierClaims(ClaimMap value) {
      verifierClaims = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the claims for TEEP. */
    public Builder teepClaims(ClaimMap value) {
      teepClaims = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the key that the verifier attests to be the attester's. */
    public Builder keyAttestation(KeyAttestation value) {
      keyAttestation = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the evidence in the verifier's words, for dialects before 04. */
    public Builder annotatedEvidence(ClaimMap value) {
      annotatedEvidence = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the claims that the policy adds, for dialects before 04. */
    public Builder policyClaims(ClaimMap value) {
      policyClaims = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the claims that the dialect does not know. */
    public Builder extensions(ClaimMap value) {
      extensions = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the appraisal.
     *
     * @throws IllegalStateException if the status is better than the vector
     */
    public Appraisal build() {
      Appraisal appraisal = received();
      if (!appraisal.isConsistent()) {
        throw new IllegalStateException(
            EarCodes.EAR_STATUS_INCONSISTENT
                + ": status "
                + appraisal.status.wireName()
                + " is better than the vector");
      }
      return appraisal;
    }

    /** Returns what was received, which may contradict itself. */
    Appraisal received() {
      TrustTier worst = vector == null ? TrustTier.NONE : vector.worst();
      return new Appraisal(this, status == null ? worst : status);
    }

    /** Sets the policies. */
    Builder policyIds(List<String> value) {
      policyIds = new ArrayList<>(value);
      return this;
    }

    /** Removes the profile and the nonce of the evidence. */
    Builder withoutProfileAndNonce() {
      profile = null;
      evidenceNonce = null;
      return this;
    }
  }
}
