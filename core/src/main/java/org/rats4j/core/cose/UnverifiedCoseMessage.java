package org.rats4j.core.cose;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;

/**
 * A COSE message whose syntax is right and for which nobody vouches yet. Each type has a {@code
 * verify} of its own.
 */
public sealed interface UnverifiedCoseMessage
    permits UnverifiedCoseSign1, UnverifiedCoseSign, UnverifiedCoseMac0 {
  /** Returns the protected header parameters. */
  CoseHeaders protectedHeaders();

  /** Returns the unprotected header parameters, which no signature covers. */
  CoseHeaders unprotectedHeaders();

  /** Returns the payload; empty if it is detached. Nobody vouches for it. */
  Optional<Bytes> payload();

  /** Returns what was remarked while decoding, in particular the deviations that were accepted. */
  List<Finding> findings();

  /** Returns the message as it was received, its own tag included if there is one. */
  Bytes encoded();
}
