package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Digest;
import org.rats4j.core.cbor.CborWriter;

/**
 * The digest of a certificate path, tag 561.
 *
 * @param digest the digest of its certificates
 */
public record CertificatePathThumbprint(Digest digest) implements CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 561;

  /** Creates the digest of a certificate path. */
  public CertificatePathThumbprint {
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
