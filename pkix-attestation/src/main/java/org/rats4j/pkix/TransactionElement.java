package org.rats4j.pkix;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.der.GeneralizedTime;

/** What evidence says of the exchange that it was made in; at most one element. */
public final class TransactionElement extends ReportedElement {
  TransactionElement(Oid type, int position, List<ReportedClaim> claims, EvidenceOids oids) {
    super(type, position, claims, oids);
  }

  /** Returns {@link EvidenceClaims#NONCE}. */
  public Optional<Bytes> nonce() {
    return one(EvidenceClaims.NONCE);
  }

  /** Returns {@link EvidenceClaims#TIMESTAMP}. */
  public Optional<GeneralizedTime> timestamp() {
    return one(EvidenceClaims.TIMESTAMP);
  }

  /** Returns the values of {@link EvidenceClaims#AK_SPKI}. */
  public List<PublicKeyInfo> akSpkis() {
    return known(EvidenceClaims.AK_SPKI);
  }
}
