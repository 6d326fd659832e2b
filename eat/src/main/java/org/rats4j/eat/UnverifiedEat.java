package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
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
  /** No number of an algorithm (reserved in the IANA COSE Algorithms registry). */
  static final long NO_ALGORITHM = 0;

  private final Bytes encoded;
  private final List<SignedMessage> layers;
  private final SignedMessage message;
  private final EatClaims claims;
  private final EatDecoder decoder;
  private final int level;
  private final Optional<StatedType> type;

  /**
   * @param layers the messages inside each other, the outermost first
   * @param level how deep the claims are nested
   */
  UnverifiedEat(
      Bytes encoded, List<SignedMessage> layers, EatClaims claims, EatDecoder decoder, int level) {
    this(encoded, layers, claims, decoder, level, Optional.empty());
  }

  private UnverifiedEat(
      Bytes encoded,
      List<SignedMessage> layers,
      EatClaims claims,
      EatDecoder decoder,
      int level,
      Optional<StatedType> type) {
    this.encoded = encoded;
    this.layers = List.copyOf(layers);
    this.message = layers.get(0);
    this.claims = claims;
    this.decoder = decoder;
    this.level = level;
    this.type = type;
  }

  /** Returns this token as one that came with a media type. */
  UnverifiedEat as(StatedType stated) {
    return new UnverifiedEat(encoded, layers, claims, decoder, level, Optional.of(stated));
  }

  /**
   * Verifies this token: algorithm, key and signature, claims in the headers, time, nonce, profile,
   * audience, the rules of the profile and those between claims, in this order; then the tokens
   * that are nested in it, as {@link EatExpectations.Builder#nested} says; at last, whether it was
   * seen before. Claims without signature need {@link EatExpectations.Builder#acceptUnprotected}.
   *
   * @throws VerificationException if anything is not as expected, with a code of {@link EatCodes}
   * @throws DecodingException if a nested token that is visited is none
   */
  public Eat verify(EatExpectations expectations) throws VerificationException, DecodingException {
    Eat eat = verified(new EatNode(EatTree.verify(this, expectations)));
    ReplaySearch.check(eat.root(), expectations);
    return eat;
  }

  /** Returns this token with what was verified of it. */
  Eat verified(EatNode root) {
    return new Eat(encoded, message.envelope(), root);
  }

  /** Verifies this token without those that are nested in it. */
  VerifiedToken verifyAlone(EatExpectations expectations, String path)
      throws VerificationException {
    List<EatSignature> signatures = new ArrayList<>();
    if (message.envelope().isProtected() || expectations.channel().isEmpty()) {
      for (SignedMessage layer : layers) {
        SignedMessage.Accepted accepted = verify(layer, expectations, path);
        signatures.add(new EatSignature(layer.envelope(), accepted.key(), accepted.algorithm()));
      }
    }
    return verifyClaims(expectations, signatures);
  }

  /** Verifies claims without signature that a verified token around them covers. */
  VerifiedToken verifyCovered(EatExpectations expectations) throws VerificationException {
    return verifyClaims(expectations, List.of());
  }

  private SignedMessage.Accepted verify(
      SignedMessage layer, EatExpectations expectations, String path) throws VerificationException {
    try {
      return layer.verify(
          hints ->
              expectations.keys().resolve(new EatKeyHints(hints, layer.envelope(), claims, path)),
          expectations.algorithms(),
          decoder.options());
    } catch (VerificationException e) {
      throw EatCodes.translate(e);
    }
  }

  private VerifiedToken verifyClaims(EatExpectations expectations, List<EatSignature> signatures)
      throws VerificationException {
    if (type.isPresent()) {
      type.get().check(claims, expectations);
    }
    List<Long> algorithms =
        signatures.isEmpty()
            ? List.of(NO_ALGORITHM)
            : signatures.stream().map(EatSignature::algorithm).toList();
    List<Finding> findings = new ArrayList<>(findings());
    Optional<EatProfile> profile =
        new TokenChecks(expectations, decoder.options(), findings).check(claims, facts(algorithms));
    return new VerifiedToken(signatures, profile, findings);
  }

  /** Returns whether there is a key for each of the messages inside each other. */
  boolean hasKey(EatExpectations expectations, String path) throws VerificationException {
    for (SignedMessage layer : layers) {
      boolean found = false;
      for (KeyHints hints : layer.allKeyHints()) {
        EatKeyHints withClaims = new EatKeyHints(hints, layer.envelope(), claims, path);
        found |= !expectations.keys().resolve(withClaims).isEmpty();
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  EatDecoder decoder() {
    return decoder;
  }

  int level() {
    return level;
  }

  /** Returns what is not as {@code profile} demands. */
  List<Finding> check(EatProfile profile, long algorithm) {
    return new ProfileCheck(profile).ofToken(claims, facts(List.of(algorithm)));
  }

  private TokenFacts facts(List<Long> algorithms) {
    List<Bytes> cbor = new ArrayList<>();
    layers.forEach(layer -> cbor.addAll(layer.encodedParts()));
    if (message.envelope().encoding() == Encoding.CBOR) {
      cbor.add(encoded);
    }
    return new TokenFacts(
        message.envelope(),
        message.hasCwtTag(),
        message.hasContentType(),
        encoded.size(),
        algorithms,
        layers.size() > 1,
        message.keyHints(),
        cbor,
        decoder.options());
  }

  /** Returns what protects the token; of messages inside each other, the outermost. */
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
    return new EatKeyHints(headers, message.envelope(), claims, "");
  }

  /** Returns what was remarked while decoding, in headers and claims. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    layers.forEach(layer -> findings.addAll(layer.findings()));
    findings.addAll(claims.findings());
    type.ifPresent(stated -> findings.addAll(stated.findings(claims)));
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
