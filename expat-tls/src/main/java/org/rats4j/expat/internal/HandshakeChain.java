package org.rats4j.expat.internal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.ValidatedPath;

/**
 * What the certificates of a TLS peer must be, on each stack alike: a valid path to an anchor, for
 * signatures, for the role of the peer, and for the name of a server.
 */
public final class HandshakeChain {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final String ANY = "2.5.29.37.0";
  private static final int RSA_BITS_MIN = 2048;

  private final TrustAnchors anchors;
  private final Clock clock;
  private final @Nullable ServerName server;

  private HandshakeChain(TrustAnchors anchors, Clock clock, @Nullable ServerName server) {
    this.anchors = anchors;
    this.clock = clock;
    this.server = server;
  }

  /** Returns the check of the server {@code name}. */
  public static HandshakeChain ofServer(TrustAnchors anchors, Clock clock, ServerName name) {
    return new HandshakeChain(anchors, clock, name);
  }

  /** Returns the check of clients. */
  public static HandshakeChain ofClients(TrustAnchors anchors, Clock clock) {
    return new HandshakeChain(anchors, clock, null);
  }

  /** Returns the anchors. */
  public List<X509Certificate> anchors() {
    return anchors.certificates();
  }

  /**
   * Passes a chain that is good.
   *
   * @throws VerificationException if it is not
   */
  public void check(List<Bytes> chain) throws VerificationException {
    ValidatedPath path = anchors.validate(chain, clock.instant());
    path.verificationKey(); // keyUsage
    X509Certificate leaf = path.leaf();
    checkPurpose(leaf);
    for (X509Certificate certificate : path.certificates()) {
      if (certificate.getPublicKey() instanceof RSAKey rsa
          && rsa.getModulus().bitLength() < RSA_BITS_MIN) {
        throw untrusted("an RSA key has less than " + RSA_BITS_MIN + " bits");
      }
    }
    if (server != null && !server.isOf(leaf)) {
      throw untrusted("certificate is not for the server that was asked for");
    }
  }

  /**
   * Passes a chain that is good.
   *
   * @throws VerificationException if it is not
   */
  public void check(X509Certificate[] chain) throws VerificationException {
    List<Bytes> encoded = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      try {
        encoded.add(Bytes.copyOf(certificate.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "certificate has no encoding", e);
      }
    }
    check(encoded);
  }

  private void checkPurpose(X509Certificate leaf) throws VerificationException {
    Optional<List<String>> purposes;
    try {
      purposes = Optional.ofNullable(leaf.getExtendedKeyUsage());
    } catch (CertificateParsingException e) {
      throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "extendedKeyUsage is malformed", e);
    }
    String wanted = server == null ? CLIENT_AUTH : SERVER_AUTH;
    if (purposes.isPresent() && !purposes.get().contains(wanted) && !purposes.get().contains(ANY)) {
      throw untrusted("extendedKeyUsage is not for the role of the peer");
    }
  }

  private static VerificationException untrusted(String detail) {
    return VerificationException.of(Reason.UNTRUSTED_CHAIN, "CHAIN_REJECTED", "", detail);
  }
}
