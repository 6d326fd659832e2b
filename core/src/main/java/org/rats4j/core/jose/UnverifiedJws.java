package org.rats4j.core.jose;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;

/** A JWS whose syntax is right and for which nobody vouches yet. */
public final class UnverifiedJws {
  private final JwsHeader protectedHeader;
  private final JwsHeader unprotectedHeader;
  private final Bytes payload;
  private final Bytes signature;
  private final JwsDecoder.Received received;

  UnverifiedJws(
      JwsHeader protectedHeader,
      JwsHeader unprotectedHeader,
      Bytes payload,
      Bytes signature,
      JwsDecoder.Received received) {
    this.protectedHeader = protectedHeader;
    this.unprotectedHeader = unprotectedHeader;
    this.payload = payload;
    this.signature = signature;
    this.received = received;
  }

  /**
   * Verifies this message: crit, type, algorithm, key and signature, in this order.
   *
   * @throws VerificationException with UNKNOWN_CRITICAL if crit has a name that nobody understands;
   *     with TYPE_MISMATCH if typ is not as expected; with ALGORITHM_NOT_ALLOWED if alg is not
   *     among the expected ones; with UNKNOWN_KEY if no key is known; with KEY_MISMATCH if no key
   *     fits the algorithm; with BAD_SIGNATURE if the signature is wrong; and as the key resolver
   *     throws it
   */
  public Jws verify(JwsExpectations expectations) throws VerificationException {
    return new JwsCheck(this, expectations).check();
  }

  /** Returns the protected header, whose signature nobody has checked yet. */
  public JwsHeader protectedHeader() {
    return protectedHeader;
  }

  /** Returns the unprotected header of the flattened serialization, otherwise an empty one. */
  public JwsHeader unprotectedHeader() {
    return unprotectedHeader;
  }

  /** Returns the payload, whose signature nobody has checked yet. */
  public Bytes payload() {
    return payload;
  }

  /** Returns the signature or MAC. */
  public Bytes signature() {
    return signature;
  }

  /** Returns what the headers say of the key. */
  public JwsKeyHints keyHints() {
    return new JwsKeyHints(protectedHeader, unprotectedHeader);
  }

  /** Returns the bytes that the signature is over, for inspection. */
  public Bytes signingInput() {
    return received.signingInput().stream().reduce(Bytes.EMPTY, Bytes::concat);
  }

  /** Returns the message as it was received. */
  public Bytes encoded() {
    return received.encoded();
  }

  List<Bytes> signingInputParts() {
    return received.signingInput();
  }
}
