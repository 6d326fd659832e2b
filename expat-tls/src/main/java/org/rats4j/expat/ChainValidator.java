package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.List;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsRole;

/**
 * Says whether the certificates of a peer are the right ones. Attestation never replaces it: there
 * is no default that accepts.
 */
@FunctionalInterface
public interface ChainValidator {
  /**
   * Returns if the chain is the right one. Called after the signature of the authenticator was
   * verified.
   *
   * @param chain the certificates as received, the signer's first; at least one
   * @param sender which side of the connection sent them
   * @throws VerificationException if it is not; whatever the code is, the caller sees {@link
   *     ExpatCodes#CHAIN_REJECTED}, and the reason decides about the alert
   */
  void validate(List<X509Certificate> chain, TlsRole sender) throws VerificationException;
}
