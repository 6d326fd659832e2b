package org.rats4j.expat.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * The key and the certificates that an endpoint shows in the TLS handshake. They may differ from
 * what it shows in an authenticator.
 *
 * @param key the private key: EC on P-256, P-384 or P-521, RSA, RSASSA-PSS, Ed25519 or Ed448
 * @param chain the certificate of the key, then each issuer; 1 to 10, the anchor may be left out
 */
public record TlsCredentials(PrivateKey key, List<X509Certificate> chain) {
  private static final int CHAIN_MAX = 10;

  /**
   * Creates credentials.
   *
   * @throws IllegalArgumentException if the chain is empty or has more than 10 certificates
   */
  public TlsCredentials {
    Objects.requireNonNull(key, "key");
    chain = List.copyOf(chain);
    if (chain.isEmpty() || chain.size() > CHAIN_MAX) {
      throw new IllegalArgumentException(
          "chain has " + chain.size() + " certificates, not 1 to " + CHAIN_MAX);
    }
  }

  /** Returns the certificate of the key. */
  public X509Certificate leaf() {
    return chain.get(0);
  }

  /** Returns the subject; the key stays out of it. */
  @Override
  public String toString() {
    return "TlsCredentials[" + leaf().getSubjectX500Principal() + "]";
  }
}
