package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.Bytes;

/**
 * What the peer proved by one authenticator: it held the key of the first certificate when it
 * answered this request on this connection, and its attestation is bound to both. Two
 * authenticators of one connection need not speak for one party.
 *
 * @param chain the certificates, that of the attested key first; never empty
 * @param attestation what the peer showed
 * @param verdict what the appraiser said
 * @param context the context of the request
 */
public record PeerAttestation(
    List<X509Certificate> chain, Cmw attestation, Verdict verdict, Bytes context) {
  /** Creates a result. */
  public PeerAttestation {
    chain = List.copyOf(chain);
    Objects.requireNonNull(attestation, "attestation");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(context, "context");
  }

  /** Returns the certificate of the attested key. */
  public X509Certificate leaf() {
    return chain.get(0);
  }
}
