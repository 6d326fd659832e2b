package org.rats4j.expat;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Finding;

/**
 * What an appraiser says of an attestation.
 *
 * @param accepted whether the attestation is trusted: signature, reference values, policy
 * @param binder what the signed content says of the binder
 * @param key what the signed content says of the key: of the AIK hash, or of a confirmed key
 * @param findings the reasons, for the relying party, whose exception has the first of them; never
 *     sent to the peer
 */
public record Verdict(boolean accepted, BoundValue binder, BoundValue key, List<Finding> findings) {
  /** Creates a verdict. */
  public Verdict {
    Objects.requireNonNull(binder, "binder");
    Objects.requireNonNull(key, "key");
    findings = List.copyOf(findings);
  }

  /** Returns a yes, with what the signed content says of binder and key. */
  public static Verdict accepted(BoundValue binder, BoundValue key) {
    return new Verdict(true, binder, key, List.of());
  }

  /** Returns a no. */
  public static Verdict rejected(List<Finding> findings) {
    return new Verdict(false, BoundValue.MISSING, BoundValue.MISSING, findings);
  }
}
