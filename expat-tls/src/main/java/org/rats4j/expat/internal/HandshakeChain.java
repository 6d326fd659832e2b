package org.rats4j.expat.internal;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.tls.TlsRole;

/** What the certificates of a TLS peer must be, on each stack alike: as in an authenticator. */
public final class HandshakeChain {
  private final TrustAnchors anchors;
  private final PkixChainValidator validator;
  private final TlsRole sender;

  private HandshakeChain(TrustAnchors anchors, PkixChainValidator validator, TlsRole sender) {
    this.anchors = anchors;
    this.validator = validator;
    this.sender = sender;
  }

  /** Returns the check of the server {@code name}. */
  public static HandshakeChain ofServer(TrustAnchors anchors, Clock clock, ServerName name) {
    PkixChainValidator validator = PkixChainValidator.of(anchors, clock);
    return new HandshakeChain(anchors, validator.serverName(name.text()), TlsRole.SERVER);
  }

  /** Returns the check of clients. */
  public static HandshakeChain ofClients(TrustAnchors anchors, Clock clock) {
    return new HandshakeChain(anchors, PkixChainValidator.of(anchors, clock), TlsRole.CLIENT);
  }

  /** Returns the anchors. */
  List<X509Certificate> anchors() {
    return anchors.certificates();
  }

  /**
   * Passes a chain that is good.
   *
   * @param chain the certificates as received; at least one
   * @throws VerificationException if it is not
   */
  public void check(List<X509Certificate> chain) throws VerificationException {
    validator.validate(chain, sender);
  }
}
