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

  EatKeyHints(KeyHints headers, EatEnvelope envelope, EatClaims claims) {
    this.headers = Objects.requireNonNull(headers, "headers");
    this.envelope = Objects.requireNonNull(envelope, "envelope");
    this.claims = Objects.requireNonNull(claims, "claims");
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
}
