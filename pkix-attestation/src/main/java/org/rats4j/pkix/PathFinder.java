package org.rats4j.pkix;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
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
  private final Collection<Bytes> pool;
  private final Instant time;
  private @Nullable List<CertificateInfo> issuers;
  private int paths;
  private int steps;

  PathFinder(@Nullable TrustAnchors anchors, Collection<Bytes> pool, Instant time) {
    this.anchors = anchors;
    this.pool = pool;
    this.time = time;
  }

  Optional<ValidatedPath> find(CertificateInfo leaf) {
    paths = 0;
    steps = 0;
    return anchors == null ? Optional.empty() : search(anchors, new ArrayList<>(List.of(leaf)));
  }

  private Optional<ValidatedPath> search(TrustAnchors trusted, List<CertificateInfo> chain) {
    CertificateInfo last = chain.get(chain.size() - 1);
    if (isIssuedByAnchor(trusted, last)) {
      Optional<ValidatedPath> valid = validate(trusted, chain);
      if (valid.isPresent()) {
        return valid;
      }
    }
    if (chain.size() == TrustAnchors.CHAIN_MAX) {
      return Optional.empty();
    }
    for (CertificateInfo issuer : issuers()) {
      if (paths >= PATHS_MAX || ++steps > STEPS_MAX) {
        return Optional.empty();
      }
      if (!chain.contains(issuer) && isSameName(issuer.subject(), last.issuer())) {
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
    try {
      return Optional.of(
          trusted.validate(chain.stream().map(CertificateInfo::encoded).toList(), time));
    } catch (VerificationException e) {
      return Optional.empty(); // Another path may do.
    }
  }

  private static boolean isIssuedByAnchor(TrustAnchors trusted, CertificateInfo certificate) {
    for (X509Certificate anchor : trusted.certificates()) {
      Bytes name = Bytes.copyOf(anchor.getSubjectX500Principal().getEncoded());
      if (isSameName(name, certificate.issuer())) {
        return true;
      }
    }
    return false;
  }

  /** Names may differ in string types and case, and still mean the same (RFC 5280, section 7.1). */
  private static boolean isSameName(Bytes left, Bytes right) {
    if (left.equals(right)) {
      return true;
    }
    try {
      return new X500Principal(left.toByteArray()).equals(new X500Principal(right.toByteArray()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<CertificateInfo> issuers() {
    if (issuers == null) {
      Set<CertificateInfo> readable = new LinkedHashSet<>();
      for (Bytes der : pool) {
        try {
          readable.add(CertificateInfo.decode(der, "certificate"));
        } catch (DecodingException e) {
          // It was remarked while decoding, and helps nobody.
        }
      }
      issuers = List.copyOf(readable);
    }
    return issuers;
  }
}
