package org.rats4j.eat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.crypto.VerificationKey;

/**
 * An entity attestation token (RFC 9711) that was verified: who signed it and that it is fresh.
 *
 * <pre>{@code
 * UnverifiedEat token = Eat.decode(bytes, EatOptions.STRICT); // syntax: DecodingException
 * Eat eat =
 *     token.verify( // trust: VerificationException
 *         EatExpectations.builder().key(deviceKey).nonce(nonce).build());
 * Optional<Ueid> device = eat.claims().get(Claims.UEID);
 * }</pre>
 *
 * <p>New tokens are made from claims:
 *
 * <pre>{@code
 * Bytes token = Eat.cwt(claims).keyId(kid).sign(signer);
 * }</pre>
 */
public final class Eat {
  private final Bytes encoded;
  private final EatEnvelope envelope;
  private final EatClaims claims;
  private final SignedMessage.Accepted accepted;
  private final Optional<EatProfile> profile;
  private final List<Finding> findings;

  Eat(
      Bytes encoded,
      EatEnvelope envelope,
      EatClaims claims,
      SignedMessage.Accepted accepted,
      Optional<EatProfile> profile,
      List<Finding> findings) {
    this.encoded = encoded;
    this.envelope = envelope;
    this.claims = claims;
    this.accepted = accepted;
    this.profile = profile;
    this.findings = List.copyOf(findings);
  }

  /**
   * Decodes exactly one token: a CWT with tag 61 or with that of its COSE message alone, or a
   * compact JWT. One tag 55799 may stand in front.
   *
   * @param options usually {@link EatOptions#STRICT} or {@link EatOptions#LENIENT}
   * @throws DecodingException if {@code bytes} are anything else; with UNSUPPORTED if they are
   *     encrypted
   */
  public static UnverifiedEat decode(byte[] bytes, DecodeOptions options) throws DecodingException {
    return decode(Bytes.copyOf(bytes), options);
  }

  /**
   * Decodes exactly one token: a CWT with tag 61 or with that of its COSE message alone, or a
   * compact JWT. One tag 55799 may stand in front.
   *
   * @param options usually {@link EatOptions#STRICT} or {@link EatOptions#LENIENT}
   * @throws DecodingException if {@code bytes} are anything else; with UNSUPPORTED if they are
   *     encrypted
   */
  public static UnverifiedEat decode(Bytes bytes, DecodeOptions options) throws DecodingException {
    return decode(bytes, options, ClaimRegistry.EAT);
  }

  /**
   * Decodes exactly one token.
   *
   * @param registry the claims that are checked at once
   * @throws DecodingException if {@code bytes} are anything else
   */
  public static UnverifiedEat decode(Bytes bytes, DecodeOptions options, ClaimRegistry registry)
      throws DecodingException {
    return decode(bytes, Optional.empty(), options, registry);
  }

  /**
   * Decodes exactly one token, which may be a COSE message without any tag.
   *
   * @param stated what such a message is
   * @throws DecodingException if {@code bytes} are anything else
   */
  public static UnverifiedEat decode(Bytes bytes, EatEnvelope stated, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, Optional.of(stated), options, ClaimRegistry.EAT);
  }

  private static UnverifiedEat decode(
      Bytes bytes, Optional<EatEnvelope> stated, DecodeOptions options, ClaimRegistry registry)
      throws DecodingException {
    SignedMessage message =
        isText(bytes)
            ? JwtMessage.decode(bytes, options)
            : CwtMessage.decode(bytes, stated, options);
    Encoding encoding = message.envelope().encoding();
    EatClaims claims = new ClaimsDecoder(options, registry).decode(message.payload(), encoding);
    return new UnverifiedEat(bytes, message, claims, options);
  }

  /** Returns whether {@code bytes} begin as no tag and no array does. */
  private static boolean isText(Bytes bytes) {
    return !bytes.isEmpty() && bytes.at(0) < 0x80;
  }

  /** Returns a builder of a CWT with {@code claims}. */
  public static CwtBuilder cwt(EatClaims claims) {
    return new CwtBuilder(claims);
  }

  /** Returns a builder of a JWT with {@code claims}. */
  public static JwtBuilder jwt(EatClaims claims) {
    return new JwtBuilder(claims);
  }

  /** Returns the claims. The signer says them; whether they are good enough is another step. */
  public EatClaims claims() {
    return claims;
  }

  /** Returns what protects the token. */
  public EatEnvelope envelope() {
    return envelope;
  }

  /** Returns the key with which the token was verified. */
  public VerificationKey key() {
    return accepted.key();
  }

  /** Returns the number of the algorithm with which the token was verified. */
  public long algorithm() {
    return accepted.algorithm();
  }

  /** Returns the profile whose rules the token keeps; empty if it follows none that is known. */
  public Optional<EatProfile> profile() {
    return profile;
  }

  /** Returns what was remarked while decoding and verifying. */
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
    return o instanceof Eat other
        && encoded.equals(other.encoded)
        && findings.equals(other.findings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(encoded, findings);
  }

  /** Returns envelope and claims without the values that identify a device or a message. */
  @Override
  public String toString() {
    return "Eat[" + envelope + ", " + claims + "]";
  }
}
