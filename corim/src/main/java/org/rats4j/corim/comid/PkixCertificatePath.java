package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.cbor.CborWriter;

/**
 * X.509 certificates in PEM, tag 556.
 *
 * @param pem certificates in PEM, each certifies the one before; as received and unchecked
 */
public record PkixCertificatePath(String pem) implements CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 556;

  /** Creates a certificate path. */
  public PkixCertificatePath {
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
