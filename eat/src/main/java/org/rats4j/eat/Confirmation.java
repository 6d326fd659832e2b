package org.rats4j.eat;

import java.security.PublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonWriter;

/**
 * Which key the sender of a token can show that he holds ({@code cnf}; RFC 8747, section 3, and RFC
 * 7800, section 3).
 *
 * <pre>{@code
 * cnf = { ? 1 => COSE_Key, ? 2 => encrypted COSE_Key, ? 3 => kid: bstr, * other => any }
 * cnf = { ? "jwk": JWK, ? "jwe": text, ? "kid": text, * other: any }
 * }</pre>
 *
 * <p>A confirmation belongs to one encoding. The other has a form for it if it is a public key
 * without further parameters and nothing else; a key id is bytes here and text there, and nobody
 * knows how they belong together.
 */
public final class Confirmation {
  static final Label COSE_KEY = Label.of(1);
  static final Label ENCRYPTED_COSE_KEY = Label.of(2);
  static final Label COSE_KEY_ID = Label.of(3);
  static final Label COSE_KEY_THUMBPRINT = Label.of(5);
  static final Label JWK = Label.of("jwk");
  static final Label JWE = Label.of("jwe");
  static final Label JWK_ID = Label.of("kid");

  private final Encoding encoding;
  private final Map<Label, RawClaim> members;
  private final @Nullable CoseKey coseKey;
  private final @Nullable Jwk jwk;

  /**
   * Creates a confirmation whose members were checked one by one.
   *
   * @throws IllegalArgumentException if there is no member, or a key stands beside an encrypted one
   */
  Confirmation(
      Encoding encoding,
      Map<Label, RawClaim> members,
      @Nullable CoseKey coseKey,
      @Nullable Jwk jwk) {
    this.encoding = encoding;
    this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    this.coseKey = coseKey;
    this.jwk = jwk;
    if (members.isEmpty()) {
      throw new IllegalArgumentException("confirmation is empty");
    }
    if ((members.containsKey(COSE_KEY) && members.containsKey(ENCRYPTED_COSE_KEY))
        || (members.containsKey(JWK) && members.containsKey(JWE))) {
      throw new IllegalArgumentException("a key and an encrypted key");
    }
  }

  /** Returns a confirmation for CBOR by a key. */
  public static Confirmation of(CoseKey key) {
    RawClaim raw = new RawClaim.OfCbor(key.encode());
    return new Confirmation(Encoding.CBOR, Map.of(COSE_KEY, raw), key, null);
  }

  /** Returns a confirmation for JSON by a key. */
  public static Confirmation of(Jwk key) {
    JsonWriter out = new JsonWriter();
    key.write(out);
    RawClaim raw = ClaimValues.raw(out);
    return new Confirmation(Encoding.JSON, Map.of(JWK, raw), null, key);
  }

  /** Returns a confirmation for CBOR by the name of a key. */
  public static Confirmation ofKeyId(Bytes keyId) {
    return ofBytes(COSE_KEY_ID, keyId);
  }

  /** Returns a confirmation for JSON by the name of a key. */
  public static Confirmation ofKeyId(String keyId) {
    RawClaim raw = new RawClaim.OfJson(new JsonString(keyId));
    return new Confirmation(Encoding.JSON, Map.of(JWK_ID, raw), null, null);
  }

  /** Returns a confirmation for CBOR by the thumbprint of a COSE_Key (RFC 9679). */
  public static Confirmation ofThumbprint(Bytes thumbprint) {
    return ofBytes(COSE_KEY_THUMBPRINT, thumbprint);
  }

  private static Confirmation ofBytes(Label label, Bytes value) {
    RawClaim raw = new RawClaim.OfCbor(new CborWriter().writeBytes(value).toBytes());
    return new Confirmation(Encoding.CBOR, Map.of(label, raw), null, null);
  }

  /** Returns the encoding that this confirmation is for. */
  public Encoding encoding() {
    return encoding;
  }

  /** Returns the key, if it stands here as COSE_Key of a kind that core knows. */
  public Optional<CoseKey> coseKey() {
    return Optional.ofNullable(coseKey);
  }

  /** Returns the key, if it stands here as JWK of a kind that core knows. */
  public Optional<Jwk> jwk() {
    return Optional.ofNullable(jwk);
  }

  /**
   * Returns whether the key that stands here is {@code key}. A confirmation by name, by thumbprint
   * or by an encrypted key is of no key that can be compared.
   */
  public boolean isOf(PublicKey key) {
    Objects.requireNonNull(key, "key");
    try {
      if (coseKey != null) {
        return isSame(coseKey.thumbprint(), CoseKey.of(key).thumbprint());
      }
      return jwk != null && isSame(jwk.thumbprint(), Jwk.of(key).thumbprint());
    } catch (IllegalArgumentException e) {
      return false; // of a kind that no confirmation can hold
    }
  }

  private static boolean isSame(Optional<Bytes> one, Optional<Bytes> other) {
    return one.isPresent() && one.equals(other);
  }

  /**
   * Returns all members, also those that nobody here knows: an encrypted key, a thumbprint, input
   * material for OSCORE. Names of JSON are text labels.
   */
  public Map<Label, RawClaim> members() {
    return members;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Confirmation other
        && encoding == other.encoding
        && members.equals(other.members);
  }

  @Override
  public int hashCode() {
    return Objects.hash(encoding, members);
  }

  /** Returns the labels of the members: they may hold a secret key. */
  @Override
  public String toString() {
    return "Confirmation" + members.keySet();
  }
}
