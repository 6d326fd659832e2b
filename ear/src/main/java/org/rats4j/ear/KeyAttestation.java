package org.rats4j.ear;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A key that the verifier attests to be the attester's ({@code ear_veraison_key_attestation}).
 *
 * <pre>{@code
 * key-attestation = { akpub: bytes }   ; SubjectPublicKeyInfo in DER
 * }</pre>
 *
 * <p>Tokens carry keys that are cut or no keys at all, so the key is parsed only when it is asked
 * for.
 */
public final class KeyAttestation {
  static final String AKPUB = "akpub";
  private static final List<String> KEY_KINDS = List.of("EC", "RSA", "Ed25519");

  private final @Nullable Bytes akpub;
  private final ClaimMap extensions;

  KeyAttestation(@Nullable Bytes akpub, ClaimMap extensions) {
    this.akpub = akpub;
    this.extensions = Objects.requireNonNull(extensions, "extensions");
  }

  /**
   * Returns the attestation of {@code key}.
   *
   * @throws IllegalArgumentException if the key does not give its encoding
   */
  public static KeyAttestation of(PublicKey key) {
    byte @Nullable [] encoded = key.getEncoded();
    if (encoded == null) {
      throw new IllegalArgumentException("the key does not give its encoding");
    }
    return of(Bytes.copyOf(encoded));
  }

  /** Returns the attestation of a key, as SubjectPublicKeyInfo in DER; it is not parsed. */
  public static KeyAttestation of(Bytes subjectPublicKeyInfo) {
    return new KeyAttestation(
        Objects.requireNonNull(subjectPublicKeyInfo, "subjectPublicKeyInfo"), ClaimMap.EMPTY);
  }

  /** Returns the key as the token has it; empty only if a lenient read found none. */
  public Optional<Bytes> subjectPublicKeyInfo() {
    return Optional.ofNullable(akpub);
  }

  /** Returns what else the token says of the key. */
  public ClaimMap extensions() {
    return extensions;
  }

  /**
   * Returns the key.
   *
   * @throws DecodingException if there is none, or none of EC, RSA or Ed25519 that {@link
   *     VerificationKey} takes
   */
  public PublicKey publicKey() throws DecodingException {
    if (akpub == null) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE, EarCodes.EAR_MISSING, AKPUB, "no key is attested");
    }
    X509EncodedKeySpec encoded = new X509EncodedKeySpec(akpub.toByteArray());
    for (String kind : KEY_KINDS) {
      Optional<PublicKey> key = parse(encoded, kind);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw DecodingException.of(
        Reason.INVALID_VALUE, EarCodes.EAR_RANGE, AKPUB, "not a sound key of EC, RSA or Ed25519");
  }

  private static Optional<PublicKey> parse(X509EncodedKeySpec encoded, String kind) {
    try {
      PublicKey key = KeyFactory.getInstance(kind).generatePublic(encoded);
      // Refuses what some providers take: points off their curve, and moduli that are too short.
      VerificationKey.of(key);
      return Optional.of(key);
    } catch (GeneralSecurityException | IllegalArgumentException otherKind) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof KeyAttestation other
        && Objects.equals(akpub, other.akpub)
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(akpub, extensions);
  }

  /** Returns the size of the key. */
  @Override
  public String toString() {
    return "KeyAttestation[" + (akpub == null ? "no key" : akpub.size() + " bytes") + "]";
  }
}
