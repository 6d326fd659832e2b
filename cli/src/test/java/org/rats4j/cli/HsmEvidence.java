package org.rats4j.cli;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.Pem;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceOptions;

/** Evidence that a command wrote. */
final class HsmEvidence {
  private HsmEvidence() {}

  /** Returns the key of the first signature in PEM. */
  static String signerPem(String evidence) throws DecodingException {
    Bytes key =
        Evidence.decodeText(Bytes.ofUtf8(evidence), EvidenceOptions.STRICT)
            .signatures()
            .get(0)
            .sid()
            .publicKey()
            .orElseThrow()
            .encoded();
    return new Pem("PUBLIC KEY", key).encode();
  }
}
