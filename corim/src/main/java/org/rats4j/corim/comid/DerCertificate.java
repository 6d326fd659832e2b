package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/**
 * An X.509 certificate in DER, tag 562.
 *
 * @param der the certificate, as received and unchecked
 */
public record DerCertificate(Bytes der) implements Instance, CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 562;

  /** Creates an X. */
  public DerCertificate {
    Objects.requireNonNull(der, "der");
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG).writeBytes(der);
  }

  @Override
  public String toString() {
    return der.toString();
  }
}
