package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.cbor.CborWriter;

/**
 * A public key in PEM, tag 554.
 *
 * @param pem a SubjectPublicKeyInfo in PEM (RFC 7468), as received and unchecked
 */
public record PkixKey(String pem) implements Instance, CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 554;

  /** Creates a public key in PEM. */
  public PkixKey {
    Objects.requireNonNull(pem, "pem");
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG).writeText(pem);
  }

  @Override
  public String toString() {
    return pem;
  }
}
