package org.rats4j.pkix;

import java.util.List;
import org.rats4j.core.Oid;

/** An element of a type that is not of the draft; it is kept, and says nothing here. */
public final class UnknownElement extends ReportedElement {
  UnknownElement(Oid type, int position, List<ReportedClaim> claims, EvidenceOids oids) {
    super(type, position, claims, oids);
  }
}
