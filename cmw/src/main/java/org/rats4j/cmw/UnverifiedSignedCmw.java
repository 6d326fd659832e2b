package org.rats4j.cmw;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;

/**
 * A signed wrapper whose envelope is right in syntax and for which nobody vouches yet. The wrapper
 * itself is read only behind its signature.
 */
public final class UnverifiedSignedCmw {
  private final SignedMessage message;
  private final DecodeOptions options;
  private final PayloadType outerType;

  /**
   * @param outerType what the media type of the message says of the payload
   */
  UnverifiedSignedCmw(SignedMessage message, DecodeOptions options, PayloadType outerType) {
    this.message = message;
    this.options = options;
    this.outerType = outerType;
  }

  /**
   * Verifies this message: critical headers, algorithm, content type, key and signature, then reads
   * the payload and compares the collection type that the header may name, in this order.
   *
   * @throws VerificationException with the code {@link CmwCodes#CRIT} if a critical header is not
   *     understood; {@link CmwCodes#ALG} if the algorithm is not allowed; {@link CmwCodes#CTY}, or
   *     the name of a leniency, if the protected content type is not that of a wrapper or not that
   *     of the payload; {@link CmwCodes#SIGNATURE} if the signature is wrong, no key is known or
   *     none fits, or the certificates do not lead to an anchor; and as the key resolver throws it
   * @throws DecodingException if the signature is right and the payload is no wrapper
   */
  public SignedCmw verify(SignedCmwExpectations expectations)
      throws VerificationException, DecodingException {
    Findings findings = new Findings(options);
    message.findings().forEach(findings::add);
    SignedCmw signed = message.verify(expectations, findings);
    outerType.compare(signed.cmw());
    return signed;
  }

  /** Returns {@link CmwKind#COSE} or {@link CmwKind#JWS}. */
  public CmwKind kind() {
    return message.kind();
  }

  /** Returns the encoding of the payload: CBOR in COSE, JSON in a JWS. */
  public Encoding encoding() {
    return message.encoding();
  }

  /** Returns the payload, for inspection. Nobody vouches for what it says. */
  public Bytes unverifiedPayload() {
    return message.payload();
  }

  /** Returns what the headers say of the key. */
  public KeyHints keyHints() {
    return message.keyHints();
  }

  /** Returns what was remarked while decoding. */
  public List<Finding> findings() {
    return message.findings();
  }

  /** Returns the message as it was received. */
  public Bytes encoded() {
    return message.encoded();
  }

  /** Returns kind and size. */
  @Override
  public String toString() {
    return "UnverifiedSignedCmw[" + kind() + ", " + encoded().size() + " bytes]";
  }
}
