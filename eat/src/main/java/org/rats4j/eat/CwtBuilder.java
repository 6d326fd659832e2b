package org.rats4j.eat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseMac0;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;

/**
 * Builds a CWT: tag 61, COSE_Sign1 or COSE_Mac0, claims in deterministic CBOR. Not safe for use by
 * several threads.
 */
public final class CwtBuilder {
  private static final long EAT_CWT = 263;

  private final EatClaims claims;
  private @Nullable Bytes keyId;
  private List<Bytes> certificateChain = List.of();
  private boolean contentType;
  private boolean withoutCwtTag;
  private @Nullable EatProfile profile;

  CwtBuilder(EatClaims claims) {
    this.claims = Objects.requireNonNull(claims, "claims");
  }

  /** Names the key in the protected headers. */
  public CwtBuilder keyId(Bytes value) {
    keyId = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Adds certificates in DER, the signer's first, to the unprotected headers.
   *
   * @throws IllegalArgumentException if there is none
   */
  public CwtBuilder certificateChain(List<Bytes> value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("no certificate");
    }
    certificateChain = List.copyOf(value);
    return this;
  }

  /** Adds the content type of a token, 263, to the protected headers. */
  public CwtBuilder contentType() {
    contentType = true;
    return this;
  }

  /** Leaves tag 61 away, as some profiles demand. The tag of the COSE message stays. */
  public CwtBuilder withoutCwtTag() {
    withoutCwtTag = true;
    return this;
  }

  /**
   * Takes tags and content type as {@code value} wants them, and makes sure that the token keeps
   * its rules.
   *
   * @throws IllegalArgumentException if no tokens of this profile are made
   */
  public CwtBuilder forProfile(EatProfile value) {
    profile = value.requireWritable();
    withoutCwtTag = value.tokenRules().cwtTag() == CwtTagRule.FORBIDDEN;
    contentType |= value.tokenRules().contentType();
    return this;
  }

  /**
   * Returns the token: a COSE_Mac0 if the algorithm of {@code signer} is a MAC, or else a
   * COSE_Sign1.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if a claim has no form in CBOR
   * @throws IllegalStateException if the token would break a rule of its profile
   */
  public Bytes sign(Signer signer) throws GeneralSecurityException {
    Bytes payload = claims.encode(Encoding.CBOR);
    Bytes message =
        Algorithms.isMac(signer.algorithm())
            ? CoseMac0.builder()
                .protectedHeaders(protectedHeaders())
                .unprotectedHeaders(unprotectedHeaders())
                .payload(payload)
                .sign(signer)
            : CoseSign1.builder()
                .protectedHeaders(protectedHeaders())
                .unprotectedHeaders(unprotectedHeaders())
                .payload(payload)
                .sign(signer);
    Bytes token =
        withoutCwtTag
            ? message
            : new CborWriter().writeTag(EatTags.CWT).writeRaw(message).toBytes();
    return profile == null ? token : ProfileCheck.require(profile, token, signer.algorithm());
  }

  private CoseHeaders protectedHeaders() {
    CoseHeaders.Builder headers = CoseHeaders.builder();
    if (contentType) {
      headers.contentType(CoseContentType.of(EAT_CWT));
    }
    if (keyId != null) {
      headers.kid(keyId);
    }
    return headers.build();
  }

  private CoseHeaders unprotectedHeaders() {
    return certificateChain.isEmpty()
        ? CoseHeaders.EMPTY
        : CoseHeaders.builder().x5chain(certificateChain).build();
  }
}
