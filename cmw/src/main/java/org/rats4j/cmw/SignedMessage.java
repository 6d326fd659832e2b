package org.rats4j.cmw;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;

/** A message around a wrapper: a COSE_Sign1 or a JWS. */
sealed interface SignedMessage permits CoseSignedMessage, JwsSignedMessage {

  CmwKind kind();

  /** The encoding of the wrapper. */
  Encoding encoding();

  Bytes payload();

  KeyHints keyHints();

  List<Finding> findings();

  Bytes encoded();

  /**
   * Verifies the signature, reads the payload only behind it, and compares both.
   *
   * @param findings those of {@link #findings()}, with the options for the payload
   */
  SignedCmw verify(SignedCmwExpectations expectations, Findings findings)
      throws VerificationException, DecodingException;
}
