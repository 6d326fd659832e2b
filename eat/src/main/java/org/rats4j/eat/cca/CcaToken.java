package org.rats4j.eat.cca;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.UnverifiedEat;

/**
 * An Arm CCA attestation token that was verified: what the platform says of itself, what the realm
 * says of itself, and that they belong together.
 *
 * <pre>{@code
 * cca-token = #6.907({ 44234 => [263, bytes], 44241 => [263, bytes] }) ; platform, realm
 * legacy    = #6.399({ 44234 => bytes, 44241 => bytes })
 * }</pre>
 *
 * <pre>{@code
 * CcaToken token =
 *     CcaToken.decode(bytes, EatOptions.STRICT)
 *         .verify(EatExpectations.builder().key(platformKey).nonce(nonce).build());
 * SecurityLifecycle state = token.platform().claims().get(CcaPlatformClaims.LIFECYCLE).orElseThrow();
 * Bytes initial = token.realm().claims().get(CcaRealmClaims.INITIAL_MEASUREMENT).orElseThrow();
 * }</pre>
 */
public final class CcaToken {
  private final Bytes encoded;
  private final CcaForm form;
  private final Eat platform;
  private final Eat realm;
  private final List<Finding> findings;

  CcaToken(Bytes encoded, CcaForm form, Eat platform, Eat realm, List<Finding> findings) {
    this.encoded = encoded;
    this.form = form;
    this.platform = platform;
    this.realm = realm;
    this.findings = List.copyOf(findings);
  }

  /**
   * Decodes exactly one token in either form; the current one also without its tag.
   *
   * @param options usually {@link org.rats4j.eat.EatOptions#STRICT}
   * @throws DecodingException if {@code cbor} is anything else; the path begins with {@code cca},
   *     {@code platform} or {@code realm}
   */
  public static UnverifiedCcaToken decode(byte[] cbor, DecodeOptions options)
      throws DecodingException {
    return decode(Bytes.copyOf(cbor), options);
  }

  /**
   * Decodes exactly one token in either form; the current one also without its tag.
   *
   * @param options usually {@link org.rats4j.eat.EatOptions#STRICT}
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedCcaToken decode(Bytes cbor, DecodeOptions options)
      throws DecodingException {
    CcaCollection collection = CcaCollection.decode(cbor, options);
    UnverifiedEat platform = decodeHalf(CcaCollection.PLATFORM, collection.platform(), options);
    UnverifiedEat realm = decodeHalf(CcaCollection.REALM, collection.realm(), options);
    return new UnverifiedCcaToken(cbor, collection, platform, realm);
  }

  private static UnverifiedEat decodeHalf(String half, Bytes token, DecodeOptions options)
      throws DecodingException {
    try {
      return Eat.decode(token, options);
    } catch (DecodingException e) {
      String path = e.path().isEmpty() ? half : half + "/" + e.path();
      throw DecodingException.of(e.reason(), e.code(), path, e.detail());
    }
  }

  /**
   * Returns the challenge that the platform has to sign for a realm with these claims.
   *
   * @throws IllegalArgumentException if the claims have no key, or name no hash that is known
   */
  public static Nonce platformChallenge(EatClaims realm) {
    try {
      return RealmBinder.of(realm)
          .map(Nonce::ofBytes)
          .orElseThrow(() -> new IllegalArgumentException("hash is not known"));
    } catch (VerificationException e) {
      throw new IllegalArgumentException(e.detail(), e);
    }
  }

  /**
   * Puts two tokens together.
   *
   * @param platform made by {@link Eat#cwt} for {@link CcaProfiles#PLATFORM}
   * @param realm made by {@link Eat#cwt} for {@link CcaProfiles#REALM}
   */
  public static Bytes encode(CcaForm form, Bytes platform, Bytes realm) {
    return CcaCollection.encode(form, platform, realm);
  }

  /** Returns how the halves were put together. */
  public CcaForm form() {
    return form;
  }

  /** Returns the platform token. */
  public Eat platform() {
    return platform;
  }

  /** Returns the realm token, whose nonce is the one of the relying party. */
  public Eat realm() {
    return realm;
  }

  /** Returns what was remarked of the collection; each half has findings of its own. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the token as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns whether {@code o} is the same token, byte for byte, verified with the same outcome. */
  @Override
  public boolean equals(Object o) {
    return o instanceof CcaToken other
        && encoded.equals(other.encoded)
        && platform.equals(other.platform)
        && realm.equals(other.realm);
  }

  @Override
  public int hashCode() {
    return Objects.hash(encoded, platform, realm);
  }

  /** Returns both halves without the values that identify a device or a message. */
  @Override
  public String toString() {
    return "CcaToken[" + platform + ", " + realm + "]";
  }
}
