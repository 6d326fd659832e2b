package org.rats4j.expat;

import java.util.List;
import java.util.Set;

/**
 * What the ClientHello of a connection offered, for server authenticators without a request (RFC
 * 9261, section 5.2.1). TLS stacks rarely tell; the caller has to know.
 *
 * @param signatureSchemes the signature_algorithms, the preferred one first
 * @param extensionTypes the types of all extensions
 */
public record ClientHelloOffer(List<Integer> signatureSchemes, Set<Integer> extensionTypes) {
  /** Creates an offer. */
  public ClientHelloOffer {
    signatureSchemes = List.copyOf(signatureSchemes);
    extensionTypes = Set.copyOf(extensionTypes);
  }
}
