package org.rats4j.pkix;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Oid;

/**
 * All numbers of the draft, and with them the form that evidence is read in.
 *
 * <p>The draft has placeholders where its RFC will have numbers. {@link #PLACEHOLDER} has those of
 * its samples; the final ones will be {@code EvidenceOids.underArc(..)}.
 */
public final class EvidenceOids {
  private static final Oid PLACEHOLDER_PURPOSE = Oid.of("1.3.6.1.5.5.7.3.999");
  private static final int CAPABILITIES = 9;

  /** The numbers of the samples of -07: arc 1.3.6.1.5.5.999, purpose 1.3.6.1.5.5.7.3.999. */
  public static final EvidenceOids PLACEHOLDER = underArc(Oid.of("1.3.6.1.5.5.999"));

  /**
   * The form of the drafts -02 to -05: arc 1.2.3.999, values as a CHOICE of context tags, other
   * numbers of platform claims. It is only read, never written; each result has the finding {@link
   * PkixCodes#LEGACY_VALUE_CHOICE}.
   */
  public static final EvidenceOids LEGACY_02_TO_05 =
      new EvidenceOids(Oid.of("1.2.3.999"), PLACEHOLDER_PURPOSE, true);

  private final Oid arc;
  private final Oid attestationKeyPurpose;
  private final boolean legacy;
  private final Map<Oid, ElementKind> elements = new HashMap<>();
  private final Map<Oid, EvidenceClaimKey<?>> claims = new HashMap<>();
  private final Map<EvidenceClaimKey<?>, Oid> types = new HashMap<>();
  private final Map<Oid, Integer> capabilities = new HashMap<>();

  private EvidenceOids(Oid arc, Oid attestationKeyPurpose, boolean legacy) {
    this.arc = Objects.requireNonNull(arc, "arc");
    this.attestationKeyPurpose = Objects.requireNonNull(attestationKeyPurpose, "purpose");
    this.legacy = legacy;
    for (ElementKind kind : ElementKind.values()) {
      elements.put(below("0." + kind.ordinal()), kind);
    }
    for (EvidenceClaimKey<?> key : EvidenceClaims.ALL) {
      ElementKind kind = Objects.requireNonNull(key.element());
      Oid type = below("1." + kind.ordinal() + "." + number(key, kind));
      claims.put(type, key);
      types.put(key, type);
    }
    for (int i = 0; i < CAPABILITIES; i++) {
      capabilities.put(below("2." + i), i);
    }
  }

  /** The old 10 was usermods, which is gone, and what follows it moved down by one. */
  private int number(EvidenceClaimKey<?> key, ElementKind kind) {
    boolean moved = legacy && kind == ElementKind.PLATFORM && key.number() >= 10;
    return key.number() + (moved ? 1 : 0);
  }

  /** Returns the numbers under {@code arc}, in the form of -07. */
  public static EvidenceOids underArc(Oid arc) {
    return new EvidenceOids(arc, PLACEHOLDER_PURPOSE, false);
  }

  /** Returns these numbers with another purpose of attestation keys in their certificates. */
  public EvidenceOids withAttestationKeyPurpose(Oid purpose) {
    return new EvidenceOids(arc, purpose, legacy);
  }

  /** Returns the arc of all elements, claims and capabilities. */
  public Oid arc() {
    return arc;
  }

  /** Returns {@code id-kp-attestationKey}, the purpose that a signer's certificate must have. */
  public Oid attestationKeyPurpose() {
    return attestationKeyPurpose;
  }

  /** Returns whether this is the form of older drafts. */
  public boolean isLegacy() {
    return legacy;
  }

  /** Returns the type of the transaction element. */
  public Oid transaction() {
    return elementType(ElementKind.TRANSACTION);
  }

  /** Returns the type of the platform element. */
  public Oid platform() {
    return elementType(ElementKind.PLATFORM);
  }

  /** Returns the type of key elements. */
  public Oid key() {
    return elementType(ElementKind.KEY);
  }

  /**
   * Returns the value that says in {@link EvidenceClaims#PURPOSE} what a key can do.
   *
   * @throws IllegalArgumentException if {@code capability} is none of {@link KeyCapability}
   */
  public Oid capability(int capability) {
    KeyCapability.name(capability);
    return below("2." + capability);
  }

  /** Returns which of {@link KeyCapability} a purpose means; empty if none. */
  public Optional<Integer> capabilityOf(Oid purpose) {
    return Optional.ofNullable(capabilities.get(purpose));
  }

  Oid elementType(ElementKind kind) {
    return below("0." + kind.ordinal());
  }

  Oid claimType(EvidenceClaimKey<?> key) {
    return Objects.requireNonNull(types.get(key), "not a claim of the draft");
  }

  @Nullable ElementKind elementKind(Oid type) {
    return elements.get(type);
  }

  @Nullable EvidenceClaimKey<?> claimKey(Oid type) {
    return claims.get(type);
  }

  private Oid below(String suffix) {
    return Oid.of(arc + "." + suffix);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EvidenceOids other
        && arc.equals(other.arc)
        && attestationKeyPurpose.equals(other.attestationKeyPurpose)
        && legacy == other.legacy;
  }

  @Override
  public int hashCode() {
    return Objects.hash(arc, attestationKeyPurpose, legacy);
  }

  @Override
  public String toString() {
    return "EvidenceOids[" + arc + (legacy ? ", legacy]" : "]");
  }
}
