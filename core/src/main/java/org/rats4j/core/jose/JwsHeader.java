package org.rats4j.core.jose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * A header of a JWS (RFC 7515, section 4). What this library does not process is kept among the
 * {@link #members()}, {@code jwk}, {@code jku} and {@code x5u} included.
 */
public final class JwsHeader {
  static final JwsHeader EMPTY =
      new JwsHeader(new JsonObject(Map.of()), List.of(), List.of(), null);

  private final JsonObject members;
  private final OptionalLong algorithm;
  private final List<String> critical;
  private final List<Bytes> certificateChain;
  private final @Nullable Bytes certificateSha256;

  JwsHeader(
      JsonObject members,
      List<String> critical,
      List<Bytes> certificateChain,
      @Nullable Bytes certificateSha256) {
    this.members = members;
    this.critical = List.copyOf(critical);
    this.certificateChain = List.copyOf(certificateChain);
    this.certificateSha256 = certificateSha256;
    Optional<String> name = text("alg");
    this.algorithm = name.isPresent() ? Algorithms.ofJoseName(name.get()) : OptionalLong.empty();
  }

  /** Returns {@code alg} as it stands; empty only in an unprotected header. */
  public Optional<String> algorithmName() {
    return text("alg");
  }

  /** Returns the number of {@code alg} in {@link Algorithms}; empty if it is not among them. */
  public OptionalLong algorithm() {
    return algorithm;
  }

  /** Returns {@code kid}, a hint and no proof. */
  public Optional<String> kid() {
    return text("kid");
  }

  /** Returns {@code typ}, the type of the whole message. */
  public Optional<String> typ() {
    return text("typ");
  }

  /** Returns {@code cty}, the type of the payload. */
  public Optional<String> cty() {
    return text("cty");
  }

  /** Returns the names in {@code crit}. */
  public List<String> critical() {
    return critical;
  }

  /** Returns {@code x5c}: certificates in DER, the signer's first; not parsed. */
  public List<Bytes> x5c() {
    return certificateChain;
  }

  /** Returns {@code x5t#S256}: the SHA-256 hash of the signer's certificate. */
  public Optional<Bytes> x5tS256() {
    return Optional.ofNullable(certificateSha256);
  }

  /** Returns the member {@code name} as it stands. */
  public Optional<JsonValue> get(String name) {
    return members.get(name);
  }

  /** Returns all members as they stand. */
  public JsonObject members() {
    return members;
  }

  private Optional<String> text(String name) {
    return members.members().get(name) instanceof JsonString text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof JwsHeader other && members.equals(other.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }
}
