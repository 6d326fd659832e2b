package org.rats4j.expat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rats4j.core.Bytes;

/**
 * What an authenticator may contain: what its request offered, or without one the ClientHello.
 *
 * @param request the request as sent or received, with its header; no bytes if there was none
 * @param context the context of the request
 * @param schemes the offered schemes
 * @param certificateSchemes the schemes for signatures inside the chain
 * @param extensions the extension types that may stand in an entry
 */
record Offer(
    Bytes request,
    Optional<Bytes> context,
    List<Integer> schemes,
    List<Integer> certificateSchemes,
    Set<Integer> extensions) {

  static Offer of(AuthenticatorRequest request) {
    Set<Integer> types =
        request.extensions().stream().map(TlsExtension::type).collect(Collectors.toSet());
    return new Offer(
        request.encoded(),
        Optional.of(request.context()),
        request.signatureSchemes(),
        request.certificateSignatureSchemes(),
        inEntries(types));
  }

  /** Attestation is never offered in a ClientHello, whatever it says. */
  static Offer of(ClientHelloOffer hello, ExpatProfile profile) {
    Set<Integer> types = inEntries(hello.extensionTypes());
    types.remove(profile.extensionType());
    List<Integer> schemes = hello.signatureSchemes();
    return new Offer(Bytes.EMPTY, Optional.empty(), schemes, schemes, types);
  }

  private static Set<Integer> inEntries(Set<Integer> offered) {
    Set<Integer> types = new HashSet<>(offered);
    types.removeIf(type -> !RequestExtensions.mayStandInEntry(type));
    return types;
  }
}
