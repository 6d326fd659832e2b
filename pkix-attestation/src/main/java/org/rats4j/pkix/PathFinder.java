package org.rats4j.pkix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.RevocationCheck;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.ValidatedPath;

/**
 * Looks for paths through certificates that nobody vouches for, in any order. The anchors decide
 * whether a path is valid.
 */
final class PathFinder {
  /** How many paths are tried, so that many certificates of one name cost no more than this. */
  private static final int PATHS_MAX = 16;

  private static final int STEPS_MAX = 256;

  private final @Nullable TrustAnchors anchors;
  private final RevocationCheck revocation;
  private final Instant time;
  private final Set<X500Principal> anchorNames;
  private final Map<X500Principal, List<CertificateInfo>> issuers = new HashMap<>();
  private int paths;
  private int steps;
  private @Nullable VerificationException revoked;

  /**
   * @param pool certificates in DER
   */
  PathFinder(EvidenceExpectations expectations, Collection<Bytes> pool, Instant time) {
    anchors = expectations.trustAnchors().orElse(null);
    anchorNames = expectations.anchorNames();
    revocation = expectations.revocation();
    this.time = time;
    for (Bytes der : new LinkedHashSet<>(pool)) {
      try {
        CertificateInfo issuer = CertificateInfo.decode(der, "certificate");
        issuer
            .subjectName()
            .ifPresent(name -> issuers.computeIfAbsent(name, n -> new ArrayList<>()).add(issuer));
      } catch (DecodingException e) {
        // It was remarked while decoding, and helps nobody.
      }
    }
  }

  /**
   * Returns a path from {@code leaf} to an anchor.
   *
   * @throws VerificationException with the code {@link PkixCodes#CERTIFICATE_REVOKED} if the only
   *     ones are revoked, with {@link PkixCodes#PATH_NOT_FOUND} if there is none
   */
  ValidatedPath find(CertificateInfo leaf) throws VerificationException {
    paths = 0;
    steps = 0;
    revoked = null;
    Optional<ValidatedPath> found =
        anchors == null ? Optional.empty() : search(anchors, new ArrayList<>(List.of(leaf)));
    if (found.isPresent()) {
      return found.get();
    }
    throw revoked != null
        ? VerificationException.of(
            revoked.reason(), PkixCodes.CERTIFICATE_REVOKED, "", revoked.detail(), revoked)
        : VerificationException.of(
            Reason.UNTRUSTED_CHAIN,
            PkixCodes.PATH_NOT_FOUND,
            "",
            "no valid path to a trust anchor");
  }

  private Optional<ValidatedPath> search(TrustAnchors trusted, List<CertificateInfo> chain) {
    Optional<X500Principal> issuerName = chain.get(chain.size() - 1).issuerName();
    if (issuerName.isEmpty()) {
      return Optional.empty();
    }
    if (anchorNames.contains(issuerName.get())) {
      Optional<ValidatedPath> valid = validate(trusted, chain);
      if (valid.isPresent()) {
        return valid;
      }
    }
    if (chain.size() == TrustAnchors.CHAIN_MAX) {
      return Optional.empty();
    }
    for (CertificateInfo issuer : issuers.getOrDefault(issuerName.get(), List.of())) {
      if (paths >= PATHS_MAX || ++steps > STEPS_MAX) {
        return Optional.empty();
      }
      if (!chain.contains(issuer)) {
        chain.add(issuer);
        Optional<ValidatedPath> valid = search(trusted, chain);
        if (valid.isPresent()) {
          return valid;
        }
        chain.remove(chain.size() - 1);
      }
    }
    return Optional.empty();
  }

  private Optional<ValidatedPath> validate(TrustAnchors trusted, List<CertificateInfo> chain) {
    paths++;
    ValidatedPath path;
    try {
      path = trusted.validate(chain.stream().map(CertificateInfo::encoded).toList(), time);
    } catch (VerificationException e) {
      if (e.code().equals(PkixCodes.CERTIFICATE_REVOKED)) {
        revoked = e;
      }
      return Optional.empty(); // Another path may do.
    }
    try {
      revocation.check(path, time);
      return Optional.of(path);
    } catch (VerificationException e) {
      revoked = e;
      return Optional.empty(); // Another one may not be revoked.
    }
  }
}
