package org.rats4j.eat;

import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.crypto.Algorithms;

/** The profiles that RFC 9711 itself defines. */
public final class StandardProfiles {
  /**
   * The constrained device standard profile (RFC 9711, section 6.4): a COSE_Sign1 with preferred
   * serialization and one nonce, whose key is named by {@code kid} or {@code ueid}.
   */
  public static final EatProfile CONSTRAINED_DEVICE =
      EatProfile.builder("urn:ietf:rfc:rfc9711")
          .encodings(Encoding.CBOR)
          .envelopes(EatEnvelope.COSE_SIGN1)
          .algorithms(Algorithms.ES256, Algorithms.ES384, Algorithms.ES512)
          .encodingRule(EncodingRule.PREFERRED)
          .nestedTokens(Encoding.CBOR)
          .noDetachedClaims()
          .keyIdentifiedBy(KeyMeans.KEY_ID, KeyMeans.UEID)
          .claims(ProfileClaim.required(Claims.NONCE, ValueRule.oneNonce()))
          .build();

  private StandardProfiles() {}
}
