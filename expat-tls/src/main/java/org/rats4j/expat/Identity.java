package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.crypto.Signer;

/**
 * A certificate chain and the signer of its first certificate's key.
 *
 * @param chain the certificates, the signer's first, each issued by the next; the anchor may be
 *     left out
 * @param extensions extensions of the first entry, such as an OCSP response; those that a request
 *     does not offer are left out of the answer
 * @param signer signs with the key of the first certificate; its algorithm and that key make the
 *     signature scheme
 */
public record Identity(List<X509Certificate> chain, List<TlsExtension> extensions, Signer signer) {
  /**
   * Creates an identity.
   *
   * @throws IllegalArgumentException if {@code chain} is empty
   */
  public Identity {
    chain = List.copyOf(chain);
    extensions = List.copyOf(extensions);
    Objects.requireNonNull(signer, "signer");
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("chain is empty");
    }
  }

  /** Returns an identity without extensions. */
  public static Identity of(List<X509Certificate> chain, Signer signer) {
    return new Identity(chain, List.of(), signer);
  }

  /** Returns the certificate whose key signs. */
  public X509Certificate leaf() {
    return chain.get(0);
  }
}
