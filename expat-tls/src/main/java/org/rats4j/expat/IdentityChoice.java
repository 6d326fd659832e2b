package org.rats4j.expat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.rats4j.core.Bytes;

/**
 * Chooses the identity that a request asks for (RFC 8446, section 4.4.2.3): the first of the
 * caller's whose key fits an offered scheme, whose chain is signed as the peer understands, and
 * which has the name, issuer and extensions that are asked for.
 */
final class IdentityChoice {
  private IdentityChoice() {}

  static Optional<Identity> of(List<Identity> identities, AuthenticatorRequest request) {
    Offer offer = Offer.of(request);
    return identities.stream()
        .filter(identity -> isSigned(identity, offer))
        .filter(identity -> isNamed(identity, request))
        .filter(identity -> isIssued(identity, request))
        .filter(identity -> OidFilters.match(identity.leaf(), request.oidFilters()))
        .findFirst();
  }

  static Optional<Identity> of(List<Identity> identities, Offer offer) {
    return identities.stream().filter(identity -> isSigned(identity, offer)).findFirst();
  }

  private static boolean isSigned(Identity identity, Offer offer) {
    return offer.schemes().contains(identity.scheme())
        && identity.isUnderstoodWith(offer.certificateSchemes());
  }

  private static boolean isNamed(Identity identity, AuthenticatorRequest request) {
    return request.serverName().isEmpty()
        || ServerNames.matches(identity.leaf(), request.serverName().get());
  }

  private static boolean isIssued(Identity identity, AuthenticatorRequest request) {
    if (request.certificateAuthorities().isEmpty()) {
      return true;
    }
    Set<X500Principal> names = new HashSet<>();
    for (Bytes name : request.certificateAuthorities()) {
      principal(name).ifPresent(names::add);
    }
    return identity.chain().stream()
        .anyMatch(certificate -> names.contains(certificate.getIssuerX500Principal()));
  }

  /** What is no name in DER is the name of nobody. */
  private static Optional<X500Principal> principal(Bytes name) {
    try {
      return Optional.of(new X500Principal(name.toByteArray()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
