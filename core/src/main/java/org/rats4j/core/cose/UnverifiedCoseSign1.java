package org.rats4j.core.cose;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;

/** A COSE_Sign1 whose syntax is right and for which nobody vouches yet. */
public final class UnverifiedCoseSign1 implements UnverifiedCoseMessage {
  private final SingleSignature message;

  UnverifiedCoseSign1(SingleSignature message) {
    this.message = message;
  }

  /**
   * Verifies this message: crit, type, algorithm, key, payload and signature, in this order.
   *
   * @throws VerificationException with UNKNOWN_CRITICAL if crit names a label that nobody
   *     understands; with TYPE_MISMATCH if typ or content type is not as expected; with
   *     ALGORITHM_NOT_ALLOWED if the algorithm is not among the expected ones or is no signature
   *     algorithm, or there is none in the protected headers and the key names none either; with
   *     UNKNOWN_KEY if no key is known; with UNTRUSTED_CHAIN if an entry of a protected x5chain is
   *     no certificate; with KEY_MISMATCH if no key fits the algorithm; with PAYLOAD_MISSING if the
   *     payload is detached and was not given; with DIGEST_MISMATCH if it is detached, and by its
   *     size not the hash that the headers name; with BAD_SIGNATURE if the signature is wrong; and
   *     as the key resolver throws it
   * @throws IllegalArgumentException if a payload is given although the message carries its own
   */
  public CoseSign1 verify(CoseExpectations expectations) throws VerificationException {
    return new CoseSign1(message.layer().protectedHeaders(), message.verify(expectations));
  }

  @Override
  public CoseHeaders protectedHeaders() {
    return message.layer().protectedHeaders();
  }

  @Override
  public CoseHeaders unprotectedHeaders() {
    return message.layer().unprotectedHeaders();
  }

  @Override
  public Optional<Bytes> payload() {
    return message.payload();
  }

  /** Returns the signature. */
  public Bytes signature() {
    return message.signature();
  }

  /** Returns what the headers say of the key. */
  public KeyHints keyHints() {
    return new CoseKeyHints(message.layer());
  }

  /**
   * Returns the bytes that the signature of this message is over, for inspection; verifying does
   * not need this copy.
   *
   * @throws IllegalStateException if the payload is detached
   */
  public Bytes toBeSigned(Bytes externalAad) {
    return message.toBeSigned(externalAad, message.carriedPayload());
  }

  /**
   * Returns the bytes that the signature of this message is over if {@code payload} is the payload,
   * for inspection.
   */
  public Bytes toBeSigned(Bytes externalAad, Bytes payload) {
    return message.toBeSigned(externalAad, payload);
  }

  @Override
  public List<Finding> findings() {
    return message.findings();
  }

  @Override
  public Bytes encoded() {
    return message.encoded();
  }
}
