package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private static final String PSS = "1.2.840.113549.1.1.10";

  /** Which schemes stand for a signature inside a chain; the curve of its key is not looked at. */
  private static final Map<String, Set<Integer>> CHAIN_SCHEMES =
      Map.of(
          "1.2.840.10045.4.1", Set.of(0x0203),
          "1.2.840.10045.4.3.2", Set.of(SignatureScheme.ECDSA_SECP256R1_SHA256),
          "1.2.840.10045.4.3.3", Set.of(SignatureScheme.ECDSA_SECP384R1_SHA384),
          "1.2.840.10045.4.3.4", Set.of(SignatureScheme.ECDSA_SECP521R1_SHA512),
          "1.2.840.113549.1.1.5", Set.of(0x0201),
          "1.2.840.113549.1.1.11", Set.of(SignatureScheme.RSA_PKCS1_SHA256),
          "1.2.840.113549.1.1.12", Set.of(SignatureScheme.RSA_PKCS1_SHA384),
          "1.2.840.113549.1.1.13", Set.of(SignatureScheme.RSA_PKCS1_SHA512),
          "1.3.101.112", Set.of(SignatureScheme.ED25519),
          "1.3.101.113", Set.of(SignatureScheme.ED448));

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
        && identity.chain().stream()
            .allMatch(certificate -> isUnderstood(certificate, offer.certificateSchemes()));
  }

  private static boolean isUnderstood(X509Certificate certificate, List<Integer> schemes) {
    if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return true; // nobody has to check the signature of an anchor
    }
    Set<Integer> signed = new HashSet<>();
    if (certificate.getSigAlgOID().equals(PSS)) {
      signed.addAll(PssHash.schemes(certificate));
    } else {
      signed.addAll(CHAIN_SCHEMES.getOrDefault(certificate.getSigAlgOID(), Set.of()));
    }
    signed.retainAll(schemes);
    return !signed.isEmpty();
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
      try {
        names.add(new X500Principal(name.toByteArray()));
      } catch (IllegalArgumentException e) {
        continue; // no name, so none of ours
      }
    }
    return identity.chain().stream()
        .anyMatch(certificate -> names.contains(certificate.getIssuerX500Principal()));
  }
}
