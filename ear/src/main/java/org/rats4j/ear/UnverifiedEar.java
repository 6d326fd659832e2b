package org.rats4j.ear;

import java.util.List;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;

/** The token of an EAR whose syntax is right and for which nobody vouches yet. */
public final class UnverifiedEar {
  private final SignedEar token;
  private final EarOptions options;

  UnverifiedEar(SignedEar token, EarOptions options) {
    this.token = token;
    this.options = options;
  }

  /**
   * Verifies this token: the signature first, then the claims, then what is expected of them.
   *
   * @throws VerificationException with code {@link EarCodes#EAR_SIGNATURE} if the signature is
   *     wrong or nobody knows the key; {@link EarCodes#EAR_ALG} if the algorithm is not allowed or
   *     does not fit the key; {@link EarCodes#EAR_CONTAINER} if a critical header is not understood
   *     or the type is another one; and, of the claims, {@link EarCodes#EAR_EXPIRED}, {@link
   *     EarCodes#EAR_NOT_YET_VALID}, {@link EarCodes#TOO_OLD}, {@link EarCodes#EAR_NONCE}, {@link
   *     EarCodes#EAR_PROFILE}, {@link EarCodes#VERIFIER_NOT_ALLOWED}, {@link
   *     EarCodes#AUDIENCE_MISMATCH} or {@link EarCodes#EAR_STATUS_INCONSISTENT}
   * @throws DecodingException if the signature is right and the claims are not those of an EAR
   */
  public Ear verify(EarExpectations expectations) throws VerificationException, DecodingException {
    SignedEar.Verified verified = token.verify(expectations);
    EarClaims claims = EarClaims.decode(verified.payload(), verified.encoding(), options);
    Findings remarks = new Findings(options.decodeOptions());
    token.findings().forEach(remarks::add);
    EarCheck.check(claims, expectations, remarks);
    return new Ear(claims, verified, remarks.toList(), token.encoded());
  }

  /** Returns whether it is a JWT ({@link Encoding#JSON}) or a CWT ({@link Encoding#CBOR}). */
  public Encoding encoding() {
    return token.encoding();
  }

  /**
   * Returns the claims-set as it was received, for inspection. {@link EarClaims#decode(Bytes,
   * Encoding, EarOptions)} reads it, and nobody vouches for what it says.
   */
  public Bytes unverifiedPayload() {
    return token.payload();
  }

  /** Returns the number of the algorithm that the token names. */
  public OptionalLong algorithm() {
    return keyHints().algorithm();
  }

  /** Returns what the headers say of the key. */
  public KeyHints keyHints() {
    return token.keyHints();
  }

  /** Returns what was remarked while decoding. */
  public List<Finding> findings() {
    return token.findings();
  }

  /** Returns the token as it was received. */
  public Bytes encoded() {
    return token.encoded();
  }

  /** Returns kind and size. */
  @Override
  public String toString() {
    return "UnverifiedEar[" + encoding() + ", " + encoded().size() + " bytes]";
  }
}
