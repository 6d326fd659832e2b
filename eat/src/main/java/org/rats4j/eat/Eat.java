package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
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
  private final EatNode root;
  private final List<Finding> findings;

  Eat(Bytes encoded, EatEnvelope envelope, EatNode root) {
    this.encoded = encoded;
    this.envelope = envelope;
    this.root = root;
    List<Finding> all = new ArrayList<>(root.findings());
    root.submodules().values().forEach(part -> collect(part, all));
    this.findings = List.copyOf(all);
  }

  /** Those of claims-sets are among those of the token that they are part of. */
  private static void collect(EatNode node, List<Finding> all) {
    if (!(node.submodule().orElse(null) instanceof Submodule.ClaimsSet)) {
      all.addAll(ClaimPaths.inside(node.path(), node.findings()));
    }
    node.submodules().values().forEach(part -> collect(part, all));
  }

  /**
   * Decodes exactly one token: a CWT with tag 61 or with that of its COSE message alone, a compact
   * JWT, a UCCS with tag 601, or a UJCS. One tag 55799 may stand in front. A bundle is decoded by
   * {@link DetachedEatBundle}.
   *
   * @param options usually {@link EatOptions#STRICT} or {@link EatOptions#LENIENT}
   * @throws DecodingException if {@code bytes} are anything else; with UNSUPPORTED if they are
   *     encrypted
   */
  public static UnverifiedEat decode(byte[] bytes, DecodeOptions options) throws DecodingException {
    return decode(Bytes.copyOf(bytes), options);
  }

  /**
   * Decodes exactly one token: a CWT with tag 61 or with that of its COSE message alone, a compact
   * JWT, a UCCS with tag 601, or a UJCS. One tag 55799 may stand in front. A bundle is decoded by
   * {@link DetachedEatBundle}.
   *
   * @param options usually {@link EatOptions#STRICT} or {@link EatOptions#LENIENT}
   * @throws DecodingException if {@code bytes} are anything else; with UNSUPPORTED if they are
   *     encrypted
   */
  public static UnverifiedEat decode(Bytes bytes, DecodeOptions options) throws DecodingException {
    return decode(bytes, ClaimRegistry.EAT, options);
  }

  /**
   * Decodes exactly one token.
   *
   * @param registry the claims that are checked at once
   * @throws DecodingException if {@code bytes} are anything else
   */
  public static UnverifiedEat decode(Bytes bytes, ClaimRegistry registry, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, Optional.empty(), registry, options);
  }

  /**
   * Decodes exactly one token, which may be a COSE message or a UCCS without any tag.
   *
   * @param stated what it is if it has no tag
   * @throws DecodingException if {@code bytes} are anything else
   */
  public static UnverifiedEat decode(Bytes bytes, EatEnvelope stated, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, Optional.of(stated), ClaimRegistry.EAT, options);
  }

  /**
   * Decodes exactly one token that came with a media type.
   *
   * @param type one of {@link EatMediaTypes}; that its parameter {@code eat_profile} is not as the
   *     claims say is a finding, and an error if that profile is expected
   * @throws DecodingException if {@code bytes} are anything else than {@code type} says
   */
  public static UnverifiedEat decode(Bytes bytes, MediaType type, DecodeOptions options)
      throws DecodingException {
    StatedType stated = new StatedType(type);
    UnverifiedEat token = decode(bytes, stated.envelope(), ClaimRegistry.EAT, options);
    stated.check(token.envelope());
    return token.as(stated);
  }

  private static UnverifiedEat decode(
      Bytes bytes, Optional<EatEnvelope> stated, ClaimRegistry registry, DecodeOptions options)
      throws DecodingException {
    return new EatDecoder(options, registry).decode(bytes, stated, 0);
  }

  /** Returns a builder of a CWT with {@code claims}. */
  public static CwtBuilder cwt(EatClaims claims) {
    return new CwtBuilder(claims);
  }

  /** Returns a builder of a JWT with {@code claims}. */
  public static JwtBuilder jwt(EatClaims claims) {
    return new JwtBuilder(claims);
  }

  /**
   * Returns a builder of a UCCS with {@code claims}, which nothing but a channel will protect (RFC
   * 9781).
   */
  public static UnprotectedBuilder uccs(EatClaims claims) {
    return new UnprotectedBuilder(claims, EatEnvelope.UCCS);
  }

  /**
   * Returns a builder of a UJCS with {@code claims}, which nothing but a channel will protect (RFC
   * 9781).
   */
  public static UnprotectedBuilder ujcs(EatClaims claims) {
    return new UnprotectedBuilder(claims, EatEnvelope.UJCS);
  }

  /** Returns the claims. The signer says them; whether they are good enough is another step. */
  public EatClaims claims() {
    return root.claims().orElseThrow();
  }

  /** Returns the claims as node of a tree, whose other nodes are the submodules. */
  public EatNode root() {
    return root;
  }

  /**
   * Returns the node at {@code path}.
   *
   * @param path such as {@code submods/TEE/submods/OS}; empty for the token itself
   */
  public Optional<EatNode> node(String path) {
    return find(root, Objects.requireNonNull(path, "path"));
  }

  private static Optional<EatNode> find(EatNode node, String path) {
    if (node.path().equals(path)) {
      return Optional.of(node);
    }
    for (EatNode part : node.submodules().values()) {
      if (path.equals(part.path()) || path.startsWith(part.path() + "/")) {
        return find(part, path);
      }
    }
    return Optional.empty();
  }

  /** Returns what protects the token; of messages inside each other, the outermost. */
  public EatEnvelope envelope() {
    return envelope;
  }

  /**
   * Returns the key with which the token was verified; empty if only a channel protects it. Of
   * messages inside each other, that of the outermost: {@link EatNode#signatures} has all.
   */
  public Optional<VerificationKey> key() {
    return root.signatures().stream().findFirst().map(EatSignature::key);
  }

  /**
   * Returns the number of the algorithm with which the token was verified; empty if only a channel
   * protects it.
   */
  public OptionalLong algorithm() {
    return root.signatures().stream().mapToLong(EatSignature::algorithm).findFirst();
  }

  /** Returns the profile whose rules the token keeps; empty if it follows none that is known. */
  public Optional<EatProfile> profile() {
    return root.profile();
  }

  /** Returns what was remarked while decoding and verifying, nested tokens included. */
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
    return "Eat[" + envelope + ", " + claims() + "]";
  }
}
