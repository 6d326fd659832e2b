package org.rats4j.corim.comid;

import java.security.PublicKey;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.crypto.Pem;

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

  /**
   * Returns {@code key} in PEM.
   *
   * @throws IllegalArgumentException if the key has no encoding
   */
  public static PkixKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw new IllegalArgumentException("key has no encoding");
    }
    return new PkixKey(new Pem(Pem.PUBLIC_KEY, Bytes.copyOf(encoded)).encode());
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
