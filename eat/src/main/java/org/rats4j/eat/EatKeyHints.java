package org.rats4j.eat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyHints;

/**
 * What a token says of its key: beside the headers its claims, since many tokens name their key by
 * {@code ueid}. Nothing of it is verified.
 *
 * <pre>{@code
 * KeyResolver byUeid =
 *     hints ->
 *         hints instanceof EatKeyHints eat ? devices.keysOf(eat.unverifiedClaims()) : List.of();
 * }</pre>
 */
public final class EatKeyHints implements KeyHints {
  private final KeyHints headers;
  private final EatEnvelope envelope;
  private final EatClaims claims;
  private final String path;

  EatKeyHints(KeyHints headers, EatEnvelope envelope, EatClaims claims, String path) {
    this.headers = Objects.requireNonNull(headers, "headers");
    this.envelope = Objects.requireNonNull(envelope, "envelope");
    this.claims = Objects.requireNonNull(claims, "claims");
    this.path = Objects.requireNonNull(path, "path");
  }

  @Override
  public OptionalLong algorithm() {
    return headers.algorithm();
  }

  @Override
  public Optional<Bytes> keyId() {
    return headers.keyId();
  }

  @Override
  public List<Bytes> certificateChain() {
    return headers.certificateChain();
  }

  @Override
  public Optional<CertificateThumbprint> certificateThumbprint() {
    return headers.certificateThumbprint();
  }

  /** Returns the hints of the headers alone; of a CWT these tell the two buckets apart. */
  public KeyHints headers() {
    return headers;
  }

  /** Returns what protects the token. */
  public EatEnvelope envelope() {
    return envelope;
  }

  /** Returns the claims, for which nobody vouches. */
  public EatClaims unverifiedClaims() {
    return claims;
  }

  /**
   * Returns where the token stands, such as {@code submods/TEE}; empty for the outermost one. The
   * names in it are not verified if the token around it is not.
   */
  public String path() {
    return path;
  }

  /** Returns the {@code ueid}, for which nobody vouches. */
  public Optional<Ueid> ueid() {
    return claims.known(Claims.UEID);
  }

  /** Returns the {@code iss}, for which nobody vouches. */
  public Optional<String> issuer() {
    return claims.known(Claims.ISSUER);
  }

  /** Returns the {@code eat_profile}, for which nobody vouches. */
  public Optional<ProfileId> profile() {
    return claims.known(Claims.PROFILE);
  }
}
