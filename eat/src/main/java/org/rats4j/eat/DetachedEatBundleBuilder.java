package org.rats4j.eat;

import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.json.JsonWriter;

/**
 * Builds a detached EAT bundle. Its main token needs the digests of what is detached, so the
 * builder adds them as submodules:
 *
 * <pre>{@code
 * Bytes bundle = DetachedEatBundle.builder(Encoding.JSON).detach("TEE", tee).sign(claims, signer);
 * }</pre>
 *
 * <p>For a main token with other headers, or digests deeper inside, put {@link #digests} where they
 * belong, sign, and give the token to {@link #build}. Not safe for use by several threads.
 */
public final class DetachedEatBundleBuilder {
  private final Encoding encoding;
  private final Map<String, Bytes> detached = new LinkedHashMap<>();
  private long hash = CoseHash.SHA_256;

  DetachedEatBundleBuilder(Encoding encoding) {
    this.encoding = Objects.requireNonNull(encoding, "encoding");
  }

  /**
   * Sets the hash of all digests; SHA-256 by default.
   *
   * @param value a number of {@link CoseHash}
   * @throws IllegalArgumentException if that is not known
   */
  public DetachedEatBundleBuilder hash(long value) {
    if (CoseHash.size(value).isEmpty()) {
      throw new IllegalArgumentException("hash is not known: " + value);
    }
    hash = value;
    return this;
  }

  /**
   * Adds a claims-set, in the encoding of the bundle.
   *
   * @throws IllegalArgumentException if a claim has no form in that encoding, or there is another
   *     set of that name
   */
  public DetachedEatBundleBuilder detach(String name, EatClaims claims) {
    return detach(name, claims.encode(encoding));
  }

  /**
   * Adds an encoded claims-set as it is.
   *
   * @throws IllegalArgumentException if there is another set of that name
   */
  public DetachedEatBundleBuilder detach(String name, Bytes claimsSet) {
    Objects.requireNonNull(claimsSet, "claimsSet");
    if (detached.putIfAbsent(Objects.requireNonNull(name, "name"), claimsSet) != null) {
      throw new IllegalArgumentException("two claims-sets of one name");
    }
    return this;
  }

  /**
   * Returns the digests of the claims-sets as submodules: by number in CBOR, by name in JSON.
   *
   * @throws IllegalStateException if there is none
   */
  public Submodules digests() {
    if (detached.isEmpty()) {
      throw new IllegalStateException("no claims-set is detached");
    }
    Map<String, Submodule> digests = new LinkedHashMap<>();
    detached.forEach((name, set) -> digests.put(name, digest(set)));
    return new Submodules(digests);
  }

  private SubmoduleDigest digest(Bytes set) {
    SubmoduleDigest digest = SubmoduleDigest.of(hash, set);
    return encoding == Encoding.JSON ? digest.named() : digest;
  }

  /**
   * Returns a bundle whose main token has {@code claims} and the digests, in the encoding of the
   * bundle.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if a claim has no form in that encoding, or a submodule of the
   *     claims has the name of a detached set
   * @throws IllegalStateException if nothing is detached
   */
  public Bytes sign(EatClaims claims, Signer signer) throws GeneralSecurityException {
    Optional<Submodules> own = claims.known(Claims.SUBMODULES);
    Submodules all = own.orElseGet(this::digests);
    if (own.isPresent()) {
      for (Map.Entry<String, Submodule> digest : digests().byName().entrySet()) {
        all = all.and(digest.getKey(), digest.getValue());
      }
    }
    EatClaims complete = claims.toBuilder().put(Claims.SUBMODULES, all).build();
    return build(
        encoding == Encoding.CBOR
            ? Eat.cwt(complete).sign(signer)
            : Eat.jwt(complete).sign(signer));
  }

  /**
   * Returns a bundle around a main token that has the digests already.
   *
   * @param mainToken a CWT with tag 61, or a JWT
   * @throws IllegalArgumentException if it is anything else
   * @throws IllegalStateException if nothing is detached
   */
  public Bytes build(Bytes mainToken) {
    NestedToken main = NestedToken.of(mainToken);
    if (main.isBundle() || main.isCovered()) {
      throw new IllegalArgumentException("the main token has no signature, or is a bundle");
    }
    if (detached.isEmpty()) {
      throw new IllegalStateException("no claims-set is detached");
    }
    return encoding == Encoding.CBOR ? toCbor(main) : toJson(main);
  }

  private Bytes toCbor(NestedToken main) {
    CborWriter out = new CborWriter().writeTag(EatTags.BUNDLE).startArray(2);
    NestedTokenCodec.write(main, out);
    out.startMap();
    detached.forEach((name, set) -> out.writeText(name).writeBytes(set));
    return out.endMap().toBytes();
  }

  private Bytes toJson(NestedToken main) {
    JsonWriter out = new JsonWriter().startArray();
    NestedTokenCodec.write(main, out);
    out.startObject();
    detached.forEach((name, set) -> out.writeName(name).writeBase64Url(set));
    return out.endObject().endArray().toBytes();
  }
}
