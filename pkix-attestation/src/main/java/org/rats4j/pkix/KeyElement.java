package org.rats4j.pkix;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Oid;
import org.rats4j.core.der.GeneralizedTime;

/** What evidence says of one key. What is absent is not known, and never the same as false. */
public final class KeyElement extends ReportedElement {
  KeyElement(Oid type, int position, List<ReportedClaim> claims, EvidenceOids oids) {
    super(type, position, claims, oids);
  }

  /** Returns the values of {@link EvidenceClaims#IDENTIFIER}; evidence has one or more. */
  public List<String> identifiers() {
    return known(EvidenceClaims.IDENTIFIER);
  }

  /** Returns {@link EvidenceClaims#SPKI}. */
  public Optional<PublicKeyInfo> spki() {
    return one(EvidenceClaims.SPKI);
  }

  /** Returns {@link EvidenceClaims#EXTRACTABLE}. */
  public Optional<Boolean> extractable() {
    return one(EvidenceClaims.EXTRACTABLE);
  }

  /** Returns {@link EvidenceClaims#SENSITIVE}. */
  public Optional<Boolean> sensitive() {
    return one(EvidenceClaims.SENSITIVE);
  }

  /** Returns {@link EvidenceClaims#NEVER_EXTRACTABLE}. */
  public Optional<Boolean> neverExtractable() {
    return one(EvidenceClaims.NEVER_EXTRACTABLE);
  }

  /** Returns {@link EvidenceClaims#LOCAL}. */
  public Optional<Boolean> local() {
    return one(EvidenceClaims.LOCAL);
  }

  /** Returns {@link EvidenceClaims#EXPIRY}. */
  public Optional<GeneralizedTime> expiry() {
    return one(EvidenceClaims.EXPIRY);
  }

  /** Returns {@link EvidenceClaims#PURPOSE}; a list without entries is not the same as none. */
  public Optional<List<Oid>> purposes() {
    return one(EvidenceClaims.PURPOSE);
  }
}
