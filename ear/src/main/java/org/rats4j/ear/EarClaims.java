package org.rats4j.ear;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.json.JsonObject;
import org.rats4j.eat.Audience;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.RawClaim;

/**
 * The claims-set of an EAR (draft-ietf-rats-ear-04, section 3), without any signature.
 *
 * <pre>{@code
 * EAR = {
 *   profile, ? status: tier, iat: int, ? exp: int, verifier-id, ? raw-evidence: cmw-record,
 *   submods: {+ text => appraisal}, ? nonce, ? topology: {+ text => [+ text]}, * extension }
 * }</pre>
 *
 * <p>It says nothing about who made it: {@link Ear} is what was verified. It is built with {@link
 * Ear#builder()}, signed with {@link SignedEarBuilder}, and decoded by itself only for inspection,
 * conversion and tests.
 */
public final class EarClaims {
  private final EarDialect dialect;
  private final String profile;
  private final Instant issuedAt;
  private final @Nullable Instant expiresAt;
  private final @Nullable Instant notBefore;
  private final VerifierId verifierId;
  private final @Nullable TrustTier status;
  private final Map<String, Submod> submods;
  private final @Nullable Nonces nonce;
  private final @Nullable RawEvidence rawEvidence;
  private final Map<String, List<String>> topology;
  private final ClaimMap extensions;
  private final List<Finding> findings;

  EarClaims(EarBuilder builder, VerifierId verifierId, Instant issuedAt, List<Finding> findings) {
    dialect = builder.dialect;
    profile = builder.profile;
    this.issuedAt = issuedAt;
    expiresAt = builder.expiresAt;
    notBefore = builder.notBefore;
    this.verifierId = verifierId;
    status = builder.status;
    submods = Collections.unmodifiableMap(new LinkedHashMap<>(builder.submods));
    nonce = builder.nonce;
    rawEvidence = builder.rawEvidence;
    topology = Collections.unmodifiableMap(new LinkedHashMap<>(builder.topology));
    extensions = builder.extensions;
    this.findings = List.copyOf(findings);
  }

  /**
   * Decodes exactly one claims-set.
   *
   * @throws DecodingException if {@code bytes} are anything else, with a code of {@link EarCodes}
   */
  public static EarClaims decode(byte[] bytes, Encoding encoding, EarOptions options)
      throws DecodingException {
    return decode(Bytes.copyOf(bytes), encoding, options);
  }

  /**
   * Decodes exactly one claims-set.
   *
   * @throws DecodingException if {@code bytes} are anything else, with a code of {@link EarCodes}
   */
  public static EarClaims decode(Bytes bytes, Encoding encoding, EarOptions options)
      throws DecodingException {
    return EarReader.decode(bytes, encoding, options);
  }

  /** Encodes the claims in their dialect: in deterministic CBOR, or in JSON without white space. */
  public Bytes encode(Encoding encoding) {
    return EarWriter.write(this, encoding);
  }

  /**
   * Returns the claims as JSON of {@code dialect}, so that rules of a policy engine keep working
   * when an issuer moves to other names. It is a view: these are not the signed bytes, and what
   * {@code dialect} lacks is left out, which {@link EarConverter} would report.
   */
  public JsonObject toJson(EarDialect dialect) {
    EarClaims view =
        dialect == this.dialect ? this : EarConverter.to(dialect).convert(this).claims();
    Bytes json = EarConverter.toEncoding(view, Encoding.JSON).claims().encode(Encoding.JSON);
    return (JsonObject) ((RawClaim.OfJson) RawClaims.of(json, Encoding.JSON)).value();
  }

  /** Returns a report in plain text, one line for each thing that people want to know. */
  public String describe() {
    return EarReport.of(this, findings);
  }

  /** Returns a builder that holds these claims, without their findings. */
  public EarBuilder toBuilder() {
    return new EarBuilder(this);
  }

  /** Returns the draft level that these claims follow. */
  public EarDialect dialect() {
    return dialect;
  }

  /** Returns the profile ({@code eat_profile}). */
  public String profile() {
    return profile;
  }

  /** Returns when the verifier made this result. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** Returns when it ends: at this instant it is not valid any more. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** Returns when it begins. */
  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }

  /** Returns who appraised. */
  public VerifierId verifierId() {
    return verifierId;
  }

  /** Returns the status of all submodules together, if the verifier gives one. */
  public Optional<TrustTier> status() {
    return Optional.ofNullable(status);
  }

  /** Returns the overall status or, where there is none, the worst one of the submodules. */
  public TrustTier effectiveStatus() {
    return status != null ? status : Tiers.worst(submods.values());
  }

  /** Returns what is said about each attester, under the labels of the verifier. */
  public Map<String, Submod> submods() {
    return submods;
  }

  /** Returns the appraisal under {@code label}; empty if there is none. */
  public Optional<Appraisal> appraisal(String label) {
    return submods.get(label) instanceof Appraisal appraisal
        ? Optional.of(appraisal)
        : Optional.empty();
  }

  /** Returns the submodules that are appraisals, under their labels. */
  public Map<String, Appraisal> appraisals() {
    Map<String, Appraisal> appraisals = new LinkedHashMap<>();
    submods.forEach(
        (label, submod) -> {
          if (submod instanceof Appraisal appraisal) {
            appraisals.put(label, appraisal);
          }
        });
    return Collections.unmodifiableMap(appraisals);
  }

  /**
   * Returns the nonce of whoever asked for this result. There is more than one only after a lenient
   * read.
   */
  public Optional<Nonces> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** Returns the evidence that was appraised. */
  public Optional<RawEvidence> rawEvidence() {
    return Optional.ofNullable(rawEvidence);
  }

  /**
   * Returns how the attesters are put together: labels of submodules, each with those of its
   * sub-attesters. Empty if the verifier does not say it.
   */
  public Map<String, List<String>> topology() {
    return topology;
  }

  /** Returns who issued the token ({@code iss}). */
  public Optional<String> issuer() {
    return extensions.known(Claims.ISSUER);
  }

  /** Returns whom the token is for ({@code aud}); empty if it does not say so. */
  public List<String> audience() {
    return extensions.known(Claims.AUDIENCE).map(Audience::names).orElse(List.of());
  }

  /**
   * Returns the claims that are not of EAR: {@code iss}, {@code sub}, {@code aud} and {@code jti}
   * or {@code cti} with their keys in {@link Claims}, and all that the dialect does not know.
   */
  public ClaimMap extensions() {
    return extensions;
  }

  /** Returns what was remarked while decoding. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Returns whether the overall status and those of all appraisals are none, or not better than
   * what they sum up.
   */
  public boolean isConsistent() {
    return isOverallConsistent()
        && submods.values().stream().allMatch(EarClaims::isSubmodConsistent);
  }

  boolean isOverallConsistent() {
    return status == null || Tiers.isConsistent(status, Tiers.worst(submods.values()));
  }

  private static boolean isSubmodConsistent(Submod submod) {
    if (submod instanceof Appraisal appraisal) {
      return appraisal.isConsistent();
    }
    return !(submod instanceof NestedEar nested) || nested.claims().isConsistent();
  }

  /** Returns whether {@code o} has the same claims, whatever their order and findings. */
  @Override
  public boolean equals(Object o) {
    return o instanceof EarClaims other
        && profile.equals(other.profile)
        && dialect == other.dialect
        && issuedAt.equals(other.issuedAt)
        && Objects.equals(expiresAt, other.expiresAt)
        && Objects.equals(notBefore, other.notBefore)
        && verifierId.equals(other.verifierId)
        && status == other.status
        && submods.equals(other.submods)
        && Objects.equals(nonce, other.nonce)
        && Objects.equals(rawEvidence, other.rawEvidence)
        && topology.equals(other.topology)
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(profile, issuedAt, verifierId, status, submods);
  }

  /** Returns dialect, verifier and submodules. */
  @Override
  public String toString() {
    return "EarClaims[" + dialect.id() + ", " + verifierId + ", " + submods + "]";
  }
}
