package org.rats4j.ear;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rats4j.core.Label;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.ClaimRegistry;

/**
 * Leaves out of a result what its reader need not know, before it is signed. A relying party that
 * gets less than the verifier saw still sees status and vector.
 *
 * <pre>{@code
 * EarClaims forRelyingParty =
 *     EarRedactor.builder().rawEvidence().member("ueid").build().redact(claims);
 * }</pre>
 */
public final class EarRedactor {
  private final boolean rawEvidence;
  private final boolean attesterClaims;
  private final boolean verifierClaims;
  private final Set<Label> members;

  private EarRedactor(Builder builder) {
    rawEvidence = builder.rawEvidence;
    attesterClaims = builder.attesterClaims;
    verifierClaims = builder.verifierClaims;
    members = new LinkedHashSet<>(builder.members);
    // A claim that came in CBOR has its number, and one from JSON its name: both are the same.
    for (ClaimKey<?> key : ClaimRegistry.EAT.keys()) {
      Label name = Label.of(key.name());
      if (members.contains(name) || key.label().filter(members::contains).isPresent()) {
        members.add(name);
        key.label().ifPresent(members::add);
      }
    }
  }

  /** Returns a builder of a redactor that leaves nothing out yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns {@code claims} without what is to be left out, those of nested results included. */
  public EarClaims redact(EarClaims claims) {
    EarBuilder into = claims.toBuilder();
    if (rawEvidence) {
      into.rawEvidence = null;
    }
    into.submods.replaceAll((label, submod) -> redact(submod));
    return into.received(List.of());
  }

  private Submod redact(Submod submod) {
    if (submod instanceof NestedEar nested) {
      return new NestedEar(redact(nested.claims()));
    }
    if (!(submod instanceof Appraisal appraisal)) {
      return submod;
    }
    return appraisal.toBuilder()
        .attesterClaims(redact(attesterClaims, appraisal.attesterClaims()))
        .annotatedEvidence(redact(attesterClaims, appraisal.annotatedEvidence()))
        .verifierClaims(redact(verifierClaims, appraisal.verifierClaims()))
        .policyClaims(redact(verifierClaims, appraisal.policyClaims()))
        .received();
  }

  private ClaimMap redact(boolean all, ClaimMap claims) {
    ClaimMap left = all ? ClaimMap.EMPTY : claims;
    for (Label member : members) {
      left = left.contains(member) ? left.without(member) : left;
    }
    return left;
  }

  /** Builds {@link EarRedactor}. Not safe for use by several threads. */
  public static final class Builder {
    private boolean rawEvidence;
    private boolean attesterClaims;
    private boolean verifierClaims;
    private final Set<Label> members = new LinkedHashSet<>();

    private Builder() {}

    /** Leaves out the raw evidence. */
    public Builder rawEvidence() {
      rawEvidence = true;
      return this;
    }

    /** Leaves out the attester claims and what older dialects call annotated evidence. */
    public Builder attesterClaims() {
      attesterClaims = true;
      return this;
    }

    /** Leaves out the verifier claims and what older dialects call policy claims. */
    public Builder verifierClaims() {
      verifierClaims = true;
      return this;
    }

    /**
     * Leaves out one member of attester and verifier claims, by its name. A claim of RFC 9711 goes
     * under its number, too.
     */
    public Builder member(String name) {
      return member(Label.of(name));
    }

    /**
     * Leaves out one member of attester and verifier claims. A claim of RFC 9711 goes under its
     * name, too.
     */
    public Builder member(Label label) {
      members.add(Objects.requireNonNull(label, "label"));
      return this;
    }

    /** Returns the redactor. */
    public EarRedactor build() {
      return new EarRedactor(this);
    }
  }
}
