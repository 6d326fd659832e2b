package org.rats4j.core.crypto;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;

/** What a key does to a signature or MAC, without its bindings. */
interface Verifier {
  boolean fits(long algorithm);

  /** Verifies with an algorithm that fits. */
  void verify(long algorithm, List<Bytes> toBeSigned, Bytes signature) throws VerificationException;
}
