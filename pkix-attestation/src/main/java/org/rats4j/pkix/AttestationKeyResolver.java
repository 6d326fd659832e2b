package org.rats4j.pkix;

import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;

/** Says which key a key identifier of evidence means. */
@FunctionalInterface
public interface AttestationKeyResolver {
  /** Knows no key. */
  AttestationKeyResolver NONE = keyId -> Optional.empty();

  /**
   * Returns the key.
   *
   * @return empty if none is known by {@code keyId}
   */
  Optional<AttestationKey> resolve(Bytes keyId);

  /** Returns a resolver that knows these. */
  static AttestationKeyResolver of(Map<Bytes, AttestationKey> keys) {
    Map<Bytes, AttestationKey> known = Map.copyOf(keys);
    return keyId -> Optional.ofNullable(known.get(keyId));
  }

  /**
   * Returns a resolver that asks {@code resolver} for the key identifier as {@code kid}, and trusts
   * the first public key that it answers. A key without identifier of its own does not contradict
   * what else a signature says of its key.
   */
  static AttestationKeyResolver of(KeyResolver resolver) {
    return keyId -> {
      try {
        for (VerificationKey key : resolver.resolve(new KeyIdHint(keyId))) {
          if (key.publicKey().isPresent()) {
            PublicKeyInfo info = PublicKeyInfo.of(key.publicKey().get());
            return Optional.of(
                key.keyId().isPresent()
                    ? AttestationKey.trusted(info)
                    : AttestationKey.unnamed(info));
          }
        }
        return Optional.empty();
      } catch (VerificationException e) {
        return Optional.empty(); // A key that must not be used is no answer.
      }
    };
  }
}
