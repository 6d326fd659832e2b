package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;

/**
 * A token whose syntax is right and for which nobody vouches yet. {@link #verify} is the only way
 * from here to an {@link Eat}.
 *
 * <p>What it says may be used to find out what to expect: which nonce was meant, which profile it
 * claims, which key might fit.
 */
public final class UnverifiedEat {
  private final Bytes encoded;
  private final SignedMessage message;
  private final EatClaims claims;
  private final DecodeOptions options;

  UnverifiedEat(Bytes encoded, SignedMessage message, EatClaims claims, DecodeOptions options) {
    this.encoded = encoded;
    this.message = message;
    this.claims = claims;
    this.options = options;
  }

  /**
   * Verifies this token: algorithm, key and signature, claims in the headers, time, nonce, profile,
   * audience, the rules of the profile and those between claims, in this order.
   *
   * @throws VerificationException if anything is not as expected, with a code of {@link EatCodes}
   */
  public Eat verify(EatExpectations expectations) throws VerificationException {
    SignedMessage.Accepted accepted;
    try {
      accepted =
          message.verify(
              hints ->
                  expectations.keys().resolve(new EatKeyHints(hints, message.envelope(), claims)),
              expectations.algorithms(),
              options);
    } catch (VerificationException e) {
      throw EatCodes.translate(e);
    }
    List<Finding> findings = new ArrayList<>(findings());
    Optional<EatProfile> profile =
        new TokenChecks(expectations, options, findings).check(claims, facts(accepted.algorithm()));
    return new Eat(encoded, message.envelope(), claims, accepted, profile, findings);
  }

  /** Returns what is not as {@code profile} demands. */
  List<Finding> check(EatProfile profile, long algorithm) {
    return new ProfileCheck(profile).ofToken(claims, facts(algorithm));
  }

  private TokenFacts facts(long algorithm) {
    List<Bytes> cbor = new ArrayList<>(message.encodedParts());
    if (message.envelope() != EatEnvelope.JWS) {
      cbor.add(encoded);
    }
    return new TokenFacts(
        message.envelope(), message.hasCwtTag(), algorithm, message.keyHints(), cbor, options);
  }

  /** Returns what protects the token. */
  public EatEnvelope envelope() {
    return message.envelope();
  }

  /** Returns the claims, for which nobody vouches. */
  public EatClaims unverifiedClaims() {
    return claims;
  }

  /** Returns the nonces; none if the token has no such claim. Nobody vouches for them. */
  public List<Nonce> nonces() {
    return claims.known(Claims.NONCE).map(Nonces::values).orElse(List.of());
  }

  /** Returns the profile that the token claims to follow. Nobody vouches for it. */
  public Optional<ProfileId> profile() {
    return claims.known(Claims.PROFILE);
  }

  /** Returns what headers and claims say of the key; of several signers, the first. */
  public EatKeyHints keyHints() {
    KeyHints headers = message.keyHints();
    return new EatKeyHints(headers, message.envelope(), claims);
  }

  /** Returns what was remarked while decoding, in headers and claims. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(message.findings());
    findings.addAll(claims.findings());
    return List.copyOf(findings);
  }

  /** Returns the token as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns envelope and claims without the values that identify a device or a message. */
  @Override
  public String toString() {
    return "UnverifiedEat[" + envelope() + ", " + claims + "]";
  }
}
