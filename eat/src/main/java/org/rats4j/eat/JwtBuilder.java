package org.rats4j.eat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsBuilder;

/** Builds a JWT: compact JWS, typ {@code eat+jwt}. Not safe for use by several threads. */
public final class JwtBuilder {
  private final EatClaims claims;
  private final JwsBuilder message = Jws.builder().typ(JwtMessage.TYP);
  private @Nullable EatProfile profile;

  JwtBuilder(EatClaims claims) {
    this.claims = Objects.requireNonNull(claims, "claims");
  }

  /** Names the key in the header. */
  public JwtBuilder keyId(String value) {
    message.kid(value);
    return this;
  }

  /**
   * Adds certificates in DER, the signer's first, to the header.
   *
   * @throws IllegalArgumentException if there is none
   */
  public JwtBuilder certificateChain(List<Bytes> value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("no certificate");
    }
    message.x5c(value);
    return this;
  }

  /**
   * Makes sure that the token keeps the rules of {@code value}.
   *
   * @throws IllegalArgumentException if no tokens of this profile are made
   */
  public JwtBuilder forProfile(EatProfile value) {
    profile = value.requireWritable();
    return this;
  }

  /**
   * Returns the token in US-ASCII.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if a claim has no form in JSON
   * @throws IllegalStateException if the token would break a rule of its profile
   */
  public Bytes sign(Signer signer) throws GeneralSecurityException {
    Bytes token = Bytes.ofUtf8(message.payload(claims.encode(Encoding.JSON)).sign(signer));
    return profile == null ? token : ProfileCheck.require(profile, token, signer.algorithm());
  }
}
