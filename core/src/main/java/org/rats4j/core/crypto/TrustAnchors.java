package org.rats4j.core.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.internal.BundledProvider;

/**
 * The certificates that a verifier trusts to issue others, and the validation of paths to them (RFC
 * 5280, section 6).
 *
 * <p>No certificate of a message is ever trusted because it is there. Revocation is looked at only
 * if the caller supplies a {@link RevocationCheck}.
 */
public final class TrustAnchors {
  /** How many certificates a chain may have. */
  public static final int CHAIN_MAX = 10;

  /** How many bytes a certificate of a chain may have. */
  public static final int CERTIFICATE_BYTES_MAX = 1 << 16;

  private final Set<X509Certificate> certificates;
  private final Set<TrustAnchor> anchors;
  private final PathValidation validation;
  private final RevocationCheck revocation;

  private TrustAnchors(
      Set<X509Certificate> certificates, PathValidation validation, RevocationCheck revocation) {
    this.certificates = certificates;
    this.validation = validation;
    this.revocation = revocation;
    Set<TrustAnchor> all = new HashSet<>();
    certificates.forEach(certificate -> all.add(new TrustAnchor(certificate, null)));
    anchors = Set.copyOf(all);
  }

  /**
   * Returns the anchors {@code certificates}, with the bundled provider to validate paths.
   *
   * @throws IllegalArgumentException if there is none, or one is not valid
   */
  public static TrustAnchors of(X509Certificate... certificates) {
    return of(List.of(certificates));
  }

  /**
   * Returns the anchors {@code certificates}, with the bundled provider to validate paths.
   *
   * @throws IllegalArgumentException if there is none, or one is not valid
   */
  public static TrustAnchors of(Collection<X509Certificate> certificates) {
    return of(certificates, BundledProvider.get());
  }

  /**
   * Returns the anchors {@code certificates}, with {@code provider} to validate paths.
   *
   * @throws IllegalArgumentException if there is none, or {@code provider} does not take one or
   *     does not validate paths
   */
  public static TrustAnchors of(Collection<X509Certificate> certificates, Provider provider) {
    PathValidation validation = new PathValidation(Objects.requireNonNull(provider, "provider"));
    Set<X509Certificate> all = new LinkedHashSet<>();
    for (X509Certificate certificate : certificates) {
      try {
        all.add(validation.parse(Bytes.copyOf(certificate.getEncoded())));
      } catch (CertificateException e) {
        throw new IllegalArgumentException("provider does not take a certificate", e);
      }
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no certificate");
    }
    return new TrustAnchors(all, validation, (path, at) -> {});
  }

  /** Returns these anchors, with {@code check} to be passed by each path. */
  public TrustAnchors withRevocationCheck(RevocationCheck check) {
    return new TrustAnchors(certificates, validation, Objects.requireNonNull(check, "check"));
  }

  /** Returns the certificates. */
  public List<X509Certificate> certificates() {
    return List.copyOf(certificates);
  }

  /**
   * Returns the path of {@code chain} to one of these anchors. A certificate of the chain that is
   * an anchor itself ends the path; a root that is none counts as any other certificate.
   *
   * @param chain certificates in DER, the signer's first, each issued by the next; as {@link
   *     KeyHints#certificateChain()} has them
   * @param at the time at which the path must be valid
   * @throws VerificationException with UNTRUSTED_CHAIN if there is no such path or an entry is not
   *     a certificate, with LIMIT_EXCEEDED if the chain or an entry is too long; with the code
   *     {@link CoreCodes#CERTIFICATE_REVOKED} if the check of revocation refuses the path
   */
  public ValidatedPath validate(List<Bytes> chain, Instant at) throws VerificationException {
    if (chain.size() > CHAIN_MAX) {
      throw VerificationException.of(
          Reason.LIMIT_EXCEEDED, "chain has more than " + CHAIN_MAX + " certificates");
    }
    List<X509Certificate> path = new ArrayList<>();
    for (Bytes der : chain) {
      X509Certificate certificate = parse(der);
      if (!path.isEmpty() && certificates.contains(certificate)) {
        break;
      }
      path.add(certificate);
    }
    return checked(path, at);
  }

  /**
   * Returns the path of a chain whose certificates are parsed already, by the bundled provider as
   * {@link EncodedKeys#certificate} does; else as {@link #validate}.
   *
   * @throws VerificationException with UNTRUSTED_CHAIN if there is no such path, with
   *     LIMIT_EXCEEDED if the chain is too long
   */
  public ValidatedPath validatePath(List<X509Certificate> chain, Instant at)
      throws VerificationException {
    if (chain.size() > CHAIN_MAX) {
      throw VerificationException.of(
          Reason.LIMIT_EXCEEDED, "chain has more than " + CHAIN_MAX + " certificates");
    }
    int length = 0;
    while (length < chain.size() && (length == 0 || !certificates.contains(chain.get(length)))) {
      length++;
    }
    return checked(chain.subList(0, length), at);
  }

  private ValidatedPath checked(List<X509Certificate> path, Instant at)
      throws VerificationException {
    if (path.isEmpty()) {
      throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "chain is empty");
    }
    ValidatedPath validated = validated(path, at);
    checkRevocation(validated, at);
    return validated;
  }

  private void checkRevocation(ValidatedPath path, Instant at) throws VerificationException {
    try {
      revocation.check(path, at);
    } catch (VerificationException e) {
      throw VerificationException.of(
          e.reason(), CoreCodes.CERTIFICATE_REVOKED, e.path(), e.detail(), e);
    }
  }

  private X509Certificate parse(Bytes der) throws VerificationException {
    if (der.size() > CERTIFICATE_BYTES_MAX) {
      throw VerificationException.of(
          Reason.LIMIT_EXCEEDED, "certificate has more than " + CERTIFICATE_BYTES_MAX + " bytes");
    }
    try {
      return validation.parse(der);
    } catch (CertificateException e) {
      throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "entry is not a certificate", e);
    }
  }

  private ValidatedPath validated(List<X509Certificate> path, Instant at)
      throws VerificationException {
    try {
      return new ValidatedPath(path, validation.validate(path, anchors, at));
    } catch (GeneralSecurityException e) {
      throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "no valid path to an anchor", e);
    }
  }
}
