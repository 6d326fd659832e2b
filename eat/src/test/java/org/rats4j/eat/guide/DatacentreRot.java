package org.rats4j.eat.guide;

import static org.rats4j.eat.ProfileClaim.optional;
import static org.rats4j.eat.ProfileClaim.required;

import java.util.List;
import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.CwtTagRule;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatEnvelope;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.KeyMeans;
import org.rats4j.eat.ValueRule;

/** The profile of roots of trust in a datacentre, which a guide takes as its example. */
final class DatacentreRot {
  private static final int CONCISE_EVIDENCE = 10571;
  private static final int MOST_PRIVATE_CLAIMS = 5;
  private static final Label.OfInteger FIRST_PUBLIC = (Label.OfInteger) Label.of(-65536);

  static final EatProfile PROFILE =
      EatProfile.builder("1.3.6.1.4.1.42623.1.3")
          .encodings(Encoding.CBOR)
          .envelopes(EatEnvelope.COSE_SIGN1)
          .cwtTag(CwtTagRule.REQUIRED)
          .algorithms(Algorithms.ES256, Algorithms.ES384)
          .encodingRule(EncodingRule.DETERMINISTIC)
          .keyIdentifiedBy(KeyMeans.CERTIFICATE_CHAIN)
          .contentType()
          .maxBytes(65536)
          .claims(
              required(Claims.NONCE, ValueRule.oneNonce()),
              required(Claims.DEBUG_STATUS),
              required(
                  Claims.MEASUREMENTS,
                  new ValueRule<>("be one concise evidence", DatacentreRot::isEvidence)),
              optional(Claims.CWT_ID, ValueRule.sizeBetween(8, 64)))
          .check(DatacentreRot::fewPrivateClaims)
          .build();

  private DatacentreRot() {}

  private static boolean isEvidence(List<ContentFormatBody> bodies) {
    return bodies.size() == 1 && bodies.get(0).contentFormat().number() == CONCISE_EVIDENCE;
  }

  private static List<Finding> fewPrivateClaims(EatClaims claims) {
    long count = claims.unknown().keySet().stream().filter(DatacentreRot::isPrivate).count();
    return count <= MOST_PRIVATE_CLAIMS
        ? List.of()
        : List.of(EatProfile.violation("more than five private claims"));
  }

  private static boolean isPrivate(Label label) {
    return label instanceof Label.OfInteger number && number.compareTo(FIRST_PUBLIC) < 0;
  }
}
