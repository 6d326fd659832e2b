package org.rats4j.corim.appraisal;

import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.comid.Choice;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.PkixKey;
import org.rats4j.corim.comid.TaggedBytes;

/**
 * Who says something: a set of keys, in any of the forms that CoMID has for them.
 *
 * <pre>{@code authority = [ + $crypto-key-type-choice ]}</pre>
 */
public final class Authority {
  /** The verifier itself, if it is given no other name. */
  public static final Authority VERIFIER = of(new TaggedBytes(Bytes.ofUtf8("verifier")));

  /** Nobody in particular; the authority of a condition that does not ask. */
  static final Authority ANY = new Authority(List.of());

  private final List<CryptoKey> keys;
  private volatile @Nullable Set<CryptoKey> forms;

  private Authority(List<CryptoKey> keys) {
    this.keys = keys;
  }

  /** Returns the authority of who holds {@code key}. */
  public static Authority of(CryptoKey key) {
    return of(List.of(key));
  }

  /**
   * Returns the authority of who holds all of {@code keys}.
   *
   * @throws IllegalArgumentException if there is no key
   */
  public static Authority of(List<? extends CryptoKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("list of keys is empty");
    }
    return ofAny(keys);
  }

  static Authority ofAny(List<? extends CryptoKey> keys) {
    if (keys.isEmpty()) {
      return ANY;
    }
    if (keys.size() == 1) {
      return new Authority(List.copyOf(keys));
    }
    TreeMap<Bytes, CryptoKey> sorted = new TreeMap<>();
    keys.forEach(key -> sorted.put(((Choice) key).encode(), key));
    return new Authority(List.copyOf(sorted.values()));
  }

  /**
   * Returns the authority of the public key that verified {@code corim}.
   *
   * @throws IllegalArgumentException if the key has no encoding
   */
  public static Authority ofSigner(SignedCorim corim) {
    return ofKey(
        corim
            .message()
            .key()
            .publicKey()
            .orElseThrow(() -> new IllegalArgumentException("not a public key")));
  }

  /**
   * Returns the authority of who holds the private half of {@code key}.
   *
   * @throws IllegalArgumentException if the key has no encoding
   */
  public static Authority ofKey(PublicKey key) {
    return of(PkixKey.of(key));
  }

  /** Returns the keys in the order of their encodings, none twice. */
  public List<CryptoKey> keys() {
    return keys;
  }

  /**
   * Returns whether {@code key} is one of the keys, in whatever form: a public key is the same
   * whether it is there itself or as a certificate, and whether it is asked for by itself or by its
   * thumbprint.
   */
  public boolean includes(CryptoKey key) {
    return keys.contains(key) || forms().contains(KeyForms.normal(key));
  }

  /**
   * Returns the keys on one line for people: public keys by the SHA-256 thumbprints of their
   * SubjectPublicKeyInfo, certificates also by their subjects.
   */
  public String describe() {
    return AuthorityText.of(keys);
  }

  /** Returns whether all keys of {@code condition} are among those of this authority. */
  boolean covers(Authority condition, boolean exact) {
    if (condition.keys.isEmpty() || keys.containsAll(condition.keys)) {
      return true;
    }
    if (exact) {
      return false;
    }
    Set<CryptoKey> all = forms();
    return condition.keys.stream().allMatch(key -> all.contains(KeyForms.normal(key)));
  }

  /** Returns the keys in all forms that follow from those here. */
  Set<CryptoKey> forms() {
    Set<CryptoKey> known = forms;
    if (known == null) {
      known = KeyForms.all(keys);
      forms = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object o) {
    return this == o || (o instanceof Authority other && keys.equals(other.keys));
  }

  @Override
  public int hashCode() {
    return keys.hashCode();
  }

  @Override
  public String toString() {
    return keys.toString();
  }
}
