package org.rats4j.core.cose;

import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.KeyHints;

/**
 * One signature of a COSE_Sign.
 *
 * <pre>{@code COSE_Signature = [ Headers, signature : bstr ]}</pre>
 */
public final class UnverifiedCoseSignature {
  private final CoseLayer layer;
  private final Bytes signature;

  UnverifiedCoseSignature(CoseLayer layer, Bytes signature) {
    this.layer = layer;
    this.signature = signature;
  }

  CoseLayer layer() {
    return layer;
  }

  /** Returns the protected header parameters of the signer. */
  public CoseHeaders protectedHeaders() {
    return layer.protectedHeaders();
  }

  /** Returns the unprotected header parameters of the signer. */
  public CoseHeaders unprotectedHeaders() {
    return layer.unprotectedHeaders();
  }

  /** Returns the signature. */
  public Bytes signature() {
    return signature;
  }

  /** Returns what the headers say of the key. */
  public KeyHints keyHints() {
    return new CoseKeyHints(layer);
  }
}
