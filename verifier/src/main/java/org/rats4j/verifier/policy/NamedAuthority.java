package org.rats4j.verifier.policy;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.KeyThumbprint;
import org.rats4j.corim.comid.PkixKey;
import org.rats4j.corim.comid.TaggedBytes;

/**
 * Somebody who signs CoRIMs, by the name that a policy has for him.
 *
 * <p>In JSON a key is one text:
 *
 * <pre>{@code
 * key = "sha-256:" hex       ; digest of the SubjectPublicKeyInfo in DER; also sha-384, sha-512
 *     / "-----BEGIN PUBLIC KEY-----..." / "-----BEGIN CERTIFICATE-----..."
 *     / "bytes:" hex         ; who is known by no key, such as the other end of a channel
 * }</pre>
 *
 * A certificate stands for the key that it certifies.
 *
 * @param name the name
 * @param keys the keys, at least one; who signs with any of them is meant
 */
public record NamedAuthority(String name, List<CryptoKey> keys) {
  private static final String BYTES = "bytes:";
  private static final List<Integer> ALGORITHMS =
      List.of(Digest.SHA_256, Digest.SHA_384, Digest.SHA_512);

  /**
   * Creates an authority.
   *
   * @throws IllegalArgumentException if there is no name or no key, or a key is neither {@link
   *     PkixKey} nor {@link KeyThumbprint} by SHA-2 nor {@link TaggedBytes}
   */
  public NamedAuthority {
    Objects.requireNonNull(name, "name");
    keys = List.copyOf(keys);
    if (name.isEmpty() || keys.isEmpty()) {
      throw new IllegalArgumentException("an authority without name or key");
    }
    keys.forEach(NamedAuthority::text);
  }

  /** Returns whether {@code signer} has one of the keys, in whatever form it is named. */
  boolean isIn(Authority signer) {
    return keys.stream().anyMatch(signer::includes);
  }

  /** Returns the name and the keys, for people. */
  String describe() {
    return name
        + " is "
        + String.join(" or ", keys.stream().map(key -> Authority.of(key).describe()).toList());
  }

  /** Returns how JSON has {@code key}. */
  static String text(CryptoKey key) {
    if (key instanceof PkixKey pkix) {
      return pkix.pem();
    } else if (key instanceof TaggedBytes bytes) {
      return BYTES + bytes.value().toHex();
    } else if (key instanceof KeyThumbprint thumbprint) {
      Digest digest = thumbprint.digest();
      for (int algorithm : ALGORITHMS) {
        if (digest.knownAlgorithm().orElse(0) == algorithm && digest.hasSizeOfAlgorithm()) {
          return prefix(algorithm) + digest.value().toHex();
        }
      }
    }
    throw new IllegalArgumentException(
        "a key that is neither public key nor its SHA-2 thumbprint nor bytes");
  }

  /**
   * Returns the key that JSON has as {@code text}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static CryptoKey key(String text) {
    if (text.startsWith("-----")) {
      return ofPem(text);
    } else if (text.startsWith(BYTES)) {
      return new TaggedBytes(Bytes.ofHex(text.substring(BYTES.length())));
    }
    for (int algorithm : ALGORITHMS) {
      String prefix = prefix(algorithm);
      if (text.startsWith(prefix)) {
        return new KeyThumbprint(
            Digest.of(algorithm, Bytes.ofHex(text.substring(prefix.length()))));
      }
    }
    throw new IllegalArgumentException("neither thumbprint such as sha-256:00ff nor PEM nor bytes");
  }

  private static String prefix(int algorithm) {
    return switch (algorithm) {
      case Digest.SHA_256 -> "sha-256:";
      case Digest.SHA_384 -> "sha-384:";
      default -> "sha-512:";
    };
  }

  private static CryptoKey ofPem(String text) {
    try {
      List<Pem> blocks = Pem.decode(Bytes.ofUtf8(text), CorimOptions.STRICT);
      if (blocks.size() == 1) {
        Bytes content = blocks.get(0).content();
        switch (blocks.get(0).label()) {
          case Pem.PUBLIC_KEY:
            return ofKey(Bytes.copyOf(EncodedKeys.publicKey(content).getEncoded()));
          case Pem.CERTIFICATE:
            return ofKey(
                Bytes.copyOf(EncodedKeys.certificate(content).getPublicKey().getEncoded()));
          default:
        }
      }
    } catch (DecodingException e) {
      throw new IllegalArgumentException("PEM that is broken", e);
    }
    throw new IllegalArgumentException("PEM of something else than one public key or certificate");
  }

  private static PkixKey ofKey(Bytes spki) {
    return new PkixKey(new Pem(Pem.PUBLIC_KEY, spki).encode());
  }
}
