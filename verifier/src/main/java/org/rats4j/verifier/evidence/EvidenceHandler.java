package org.rats4j.verifier.evidence;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;

/**
 * Verifies evidence of one kind and says in the words of CoRIM what it claims.
 *
 * <p>A handler is immutable. It never returns a component of which nobody verified the signature,
 * directly or through the component that vouches for it.
 */
public interface EvidenceHandler {
  /** Returns whether this handler reads {@code message}, by its type or by its first bytes. */
  boolean accepts(EvidenceMessage message);

  /**
   * Verifies {@code message} and returns the components that it is about, at least one. A part
   * without which the rest stands may go to {@link EvidenceContext#failures()} instead, if there is
   * somebody to tell.
   *
   * @throws DecodingException if it is not what it should be
   * @throws VerificationException if its signature, its nonce or anything else is not as expected
   */
  List<EvidenceComponent> verify(EvidenceMessage message, EvidenceContext context)
      throws DecodingException, VerificationException;
}
