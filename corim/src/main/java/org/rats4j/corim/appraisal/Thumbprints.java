package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.cose.CoseHash;

/** The digests by which keys and certificates are known. */
final class Thumbprints {
  private Thumbprints() {}

  static List<Digest> of(Bytes der) {
    return List.of(
        Digest.sha256Of(der),
        Digest.of(Digest.SHA_384, CoseHash.digest(CoseHash.SHA_384, der).orElseThrow()),
        Digest.of(Digest.SHA_512, CoseHash.digest(CoseHash.SHA_512, der).orElseThrow()));
  }
}
