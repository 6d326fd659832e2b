package org.rats4j.cli.hsm;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceOids;

/** What is asked about keys: all that a PKCS #11 token can say, and nothing else. */
public final class KeyQuestions {
  private KeyQuestions() {}

  /**
   * Returns the request.
   *
   * @param keys the keys, by identifier
   */
  public static AttestationRequest about(List<String> keys, Bytes nonce) {
    AttestationRequest.Builder request =
        AttestationRequest.builder(EvidenceOids.PLACEHOLDER)
            .transaction(nonce)
            .platform(
                EvidenceClaims.VENDOR,
                EvidenceClaims.HWVERSION,
                EvidenceClaims.HWSERIAL,
                EvidenceClaims.SWNAME,
                EvidenceClaims.SWVERSION);
    for (String key : keys) {
      request.key(
          key,
          EvidenceClaims.SPKI,
          EvidenceClaims.EXTRACTABLE,
          EvidenceClaims.SENSITIVE,
          EvidenceClaims.NEVER_EXTRACTABLE,
          EvidenceClaims.LOCAL,
          EvidenceClaims.EXPIRY,
          EvidenceClaims.PURPOSE);
    }
    return request.build();
  }
}
