package org.rats4j.pkix;

import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * A signature over the elements, and who says to have made it. Nothing follows from its presence.
 *
 * <pre>{@code
 * SignatureBlock ::= SEQUENCE {
 *   sid SignerIdentifier, signatureAlgorithm AlgorithmIdentifier, signatureValue OCTET STRING }
 * }</pre>
 *
 * @param sid what names the key
 * @param signatureAlgorithm the algorithm
 * @param signatureValue the signature, not looked at
 */
public record SignatureBlock(
    SignerIdentifier sid, AlgorithmIdentifier signatureAlgorithm, Bytes signatureValue) {

  /** Creates a block. */
  public SignatureBlock {
    Objects.requireNonNull(sid, "sid");
    Objects.requireNonNull(signatureAlgorithm, "signatureAlgorithm");
    Objects.requireNonNull(signatureValue, "signatureValue");
  }
}
