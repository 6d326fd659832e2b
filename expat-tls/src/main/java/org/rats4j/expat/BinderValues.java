package org.rats4j.expat;

import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * What binds evidence to a connection, a request and a key (draft-fossati-seat-expat-03).
 *
 * <p>The exported value alone must never be the nonce of evidence: it is the same on both sides.
 *
 * @param binder {@code Hash(public_key | exported)}, the challenge of the evidence
 * @param aikPubHash {@code Hash(public_key)}, which the evidence must hold
 * @param exported the exported value
 */
public record BinderValues(Bytes binder, Bytes aikPubHash, Bytes exported) {
  /** Creates the values. */
  public BinderValues {
    Objects.requireNonNull(binder, "binder");
    Objects.requireNonNull(aikPubHash, "aikPubHash");
    Objects.requireNonNull(exported, "exported");
  }

  /** Returns which values there are, not the values. */
  @Override
  public String toString() {
    return "BinderValues[" + binder.size() + " bytes]";
  }
}
