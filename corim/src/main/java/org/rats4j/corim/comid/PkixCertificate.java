package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.cbor.CborWriter;

/**
 * An X.509 certificate in PEM, tag 555.
 *
 * @param pem a certificate in PEM (RFC 7468), as received and unchecked
 */
public record PkixCertificate(String pem) implements Instance, CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 555;

  /** Creates a certificate. */
  public PkixCertificate {
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
