package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Digest;
import org.rats4j.core.cbor.CborWriter;

/**
 * The digest of a certificate, tag 559.
 *
 * @param digest the digest of its DER
 */
public record CertificateThumbprint(Digest digest) implements Instance, CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 559;

  /** Creates the digest of a certificate. */
  public CertificateThumbprint {
    Objects.requireNonNull(digest, "digest");
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG);
    digest.write(out);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}
