package org.rats4j.eat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;

/**
 * What tells a verified token apart from others.
 *
 * @param nonces its nonces
 * @param id its {@code cti}, or its {@code jti} in UTF-8
 * @param issuer its {@code iss}: an id is unique only for its issuer
 */
public record TokenIdentity(List<Nonce> nonces, Optional<Bytes> id, Optional<String> issuer) {
  /** Creates an identity. */
  public TokenIdentity {
    nonces = List.copyOf(nonces);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(issuer, "issuer");
  }

  /** Returns the identity of a token that was verified. */
  static TokenIdentity of(EatNode token) {
    EatClaims claims = token.claims().orElseThrow();
    ClaimKey<Nonces> nonces = token.profile().map(EatProfile::nonceClaim).orElse(Claims.NONCE);
    return new TokenIdentity(
        ProfileCheck.read(claims, nonces).map(Nonces::values).orElse(List.of()),
        claims.known(Claims.CWT_ID).or(() -> claims.known(Claims.JWT_ID).map(Bytes::ofUtf8)),
        claims.known(Claims.ISSUER));
  }

  /** Returns whether there is nothing that tells the token apart. */
  public boolean isEmpty() {
    return nonces.isEmpty() && id.isEmpty();
  }

  /** Returns how much there is; the values identify a message. */
  @Override
  public String toString() {
    return "TokenIdentity["
        + nonces.size()
        + " nonces, id "
        + (id.isPresent() ? "set]" : "absent]");
  }
}
