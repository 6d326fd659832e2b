package org.rats4j.core.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.internal.BundledProvider;

/**
 * Says whether the certificates of a valid path are revoked. It works with what the caller got
 * before: nothing here goes to the network.
 */
@FunctionalInterface
public interface RevocationCheck {
  /**
   * Returns if no certificate of {@code path} is revoked.
   *
   * @param at the time at which the path is valid
   * @throws VerificationException with UNTRUSTED_CHAIN if one is revoked, or if its status is not
   *     known
   */
  void check(ValidatedPath path, Instant at) throws VerificationException;

  /**
   * Returns a check against {@code lists}. Each certificate of a path needs a current list of its
   * issuer (RFC 5280, section 6.3); without one the path is not trusted.
   */
  static RevocationCheck ofCrls(Collection<X509CRL> lists) {
    return ofCrls(lists, BundledProvider.get());
  }

  /**
   * Returns a check as {@link #ofCrls(Collection)}, done by {@code provider}.
   *
   * @throws IllegalArgumentException if {@code provider} does not validate paths
   */
  static RevocationCheck ofCrls(Collection<X509CRL> lists, Provider provider) {
    List<X509CRL> known = List.copyOf(lists);
    PathValidation validation = new PathValidation(Objects.requireNonNull(provider, "provider"));
    return (path, at) -> {
      try {
        CertStore store =
            CertStore.getInstance("Collection", new CollectionCertStoreParameters(known), provider);
        validation.withRevocation(path, store, at);
      } catch (GeneralSecurityException e) {
        throw VerificationException.of(
            Reason.UNTRUSTED_CHAIN, "a certificate is revoked or has no current CRL", e);
      }
    };
  }
}
