package org.rats4j.core.crypto;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.VerificationException;

/** Says which keys a verifier trusts for a message. */
@FunctionalInterface
public interface KeyResolver {
  /**
   * Returns the keys that may have signed a message, best first. The verifier tries each that fits
   * the algorithm.
   *
   * @param hints what the message says of its key, not verified
   * @return no key if none is known
   * @throws VerificationException if the message leads to a key that must not be used, such as a
   *     certificate without path to an anchor
   */
  List<VerificationKey> resolve(KeyHints hints) throws VerificationException;

  /** Returns a resolver that answers with {@code key} for every message. */
  static KeyResolver of(VerificationKey key) {
    List<VerificationKey> keys = List.of(key);
    return hints -> keys;
  }

  /**
   * Returns a resolver that chooses among {@code keys}. If the message has a {@code kid}, those of
   * that name come first and those without name behind; keys of other names are left out. Keys that
   * fit the algorithm of the message come before those that do not.
   */
  static KeyResolver of(Collection<VerificationKey> keys) {
    return new KeyList(keys);
  }

  /**
   * Returns a resolver that takes the key of the certificate chain of the message, if that leads to
   * one of {@code anchors} at the time of {@code clock}, and no key for a message without chain.
   *
   * <p>It refuses with UNTRUSTED_CHAIN a chain without valid path, and with KEY_MISMATCH a leaf
   * that is not for signatures or is not the one that {@code x5t} of the message means.
   */
  static KeyResolver x5chain(TrustAnchors anchors, Clock clock) {
    Objects.requireNonNull(anchors, "anchors");
    Objects.requireNonNull(clock, "clock");
    return hints -> CertificateHints.byChain(hints, anchors, clock.instant());
  }

  /**
   * Returns a resolver that takes the key of that certificate of {@code certificates} whose hash is
   * {@code x5t} of the message. The caller vouches for the certificates; neither their time nor
   * their issuers count.
   *
   * <p>It refuses with KEY_MISMATCH a certificate that is not for signatures, or a message whose
   * chain begins with another one.
   */
  static KeyResolver x5t(Collection<X509Certificate> certificates) {
    List<X509Certificate> known = List.copyOf(certificates);
    return hints -> CertificateHints.byThumbprint(hints, known);
  }

  /**
   * Returns a resolver that asks {@code resolvers} one after the other and answers as the first of
   * them that knows a key. What one of them refuses is refused.
   */
  static KeyResolver firstOf(KeyResolver... resolvers) {
    List<KeyResolver> all = List.of(resolvers);
    return hints -> {
      for (KeyResolver resolver : all) {
        List<VerificationKey> keys = resolver.resolve(hints);
        if (!keys.isEmpty()) {
          return keys;
        }
      }
      return List.of();
    };
  }
}
