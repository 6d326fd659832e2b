package org.rats4j.eat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.cbor.CborWriter;

/**
 * Builds a UCCS, with tag 601, or a UJCS: claims without signature (RFC 9781), which only a channel
 * that authenticates the attester and keeps integrity protects. A receiver refuses them unless he
 * asserts such a channel. Not safe for use by several threads.
 */
public final class UnprotectedBuilder {
  private final EatClaims claims;
  private final EatEnvelope envelope;
  private @Nullable EatProfile profile;

  UnprotectedBuilder(EatClaims claims, EatEnvelope envelope) {
    this.claims = Objects.requireNonNull(claims, "claims");
    this.envelope = envelope;
  }

  /**
   * Makes sure that the claims keep the rules of {@code value}, which has to allow claims without
   * signature.
   *
   * @throws IllegalArgumentException if no tokens of this profile are made
   */
  public UnprotectedBuilder forProfile(EatProfile value) {
    profile = value.requireWritable();
    return this;
  }

  /**
   * Returns the claims in their envelope. Without tag, which some protocols want of a UCCS, they
   * are what {@link EatClaims#encode} returns.
   *
   * @throws IllegalArgumentException if a claim has no form in this encoding
   * @throws IllegalStateException if a rule of the profile is broken
   */
  public Bytes encode() {
    Bytes encoded = claims.encode(envelope.encoding());
    Bytes message =
        envelope.encoding() == Encoding.CBOR
            ? new CborWriter().writeTag(EatTags.UCCS).writeRaw(encoded).toBytes()
            : encoded;
    return profile == null
        ? message
        : ProfileCheck.require(profile, message, UnverifiedEat.NO_ALGORITHM);
  }
}
