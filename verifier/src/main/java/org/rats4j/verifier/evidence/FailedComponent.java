package org.rats4j.verifier.evidence;

import java.util.Objects;
import org.rats4j.core.RatsException;

/**
 * A part of the evidence of which nothing is known, since it could not be verified.
 *
 * @param label what it is called
 * @param parent the label of the component that it is a part of; empty if there is none
 * @param failure what is wrong: a {@link org.rats4j.core.DecodingException} or {@link
 *     org.rats4j.core.VerificationException}
 */
public record FailedComponent(String label, String parent, RatsException failure) {
  /** Creates a part. */
  public FailedComponent {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(failure, "failure");
  }

  /** Returns whether the verifier only does not know what it is, or that it is no evidence. */
  public boolean isOfUnknownKind() {
    return failure.code().equals(EvidenceCodes.NO_HANDLER)
        || failure.code().equals(EvidenceCodes.NOT_EVIDENCE);
  }
}
