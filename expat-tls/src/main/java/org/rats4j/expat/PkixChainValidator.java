package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.tls.TlsRole;

/**
 * Takes chains that lead to a trust anchor (RFC 5280, section 6), whose leaf is for the role of its
 * sender and, for a server, has the expected name (RFC 9525). RSA keys have 2048 bits or more.
 *
 * <p>The name is not optional: a validator that was told none takes no server.
 */
public final class PkixChainValidator implements ChainValidator {
  private final TrustAnchors anchors;
  private final Clock clock;
  private final @Nullable String serverName;
  private final boolean anyServerName;

  private PkixChainValidator(
      TrustAnchors anchors, Clock clock, @Nullable String serverName, boolean anyServerName) {
    this.anchors = anchors;
    this.clock = clock;
    this.serverName = serverName;
    this.anyServerName = anyServerName;
  }

  /** Returns a validator for clients; it takes no server until one is named. */
  public static PkixChainValidator of(TrustAnchors anchors, Clock clock) {
    return new PkixChainValidator(
        Objects.requireNonNull(anchors, "anchors"),
        Objects.requireNonNull(clock, "clock"),
        null,
        false);
  }

  /** Returns this validator for servers with this DNS name or IP address. */
  public PkixChainValidator serverName(String host) {
    return new PkixChainValidator(anchors, clock, Objects.requireNonNull(host, "host"), false);
  }

  /** Returns this validator for servers of any name: whoever has a certificate of the anchors. */
  public PkixChainValidator anyServerName() {
    return new PkixChainValidator(anchors, clock, null, true);
  }

  @Override
  public void validate(List<X509Certificate> chain, TlsRole sender) throws VerificationException {
    Instant now = clock.instant();
    X509Certificate leaf = chain.get(0);
    for (X509Certificate certificate : chain) {
      CertificateRules.checkStrength(certificate);
      CertificateRules.checkValidity(certificate, now);
    }
    CertificateRules.checkPurpose(leaf, sender);
    if (sender == TlsRole.SERVER) {
      checkName(leaf);
    }
    anchors.validatePath(chain, now);
  }

  private void checkName(X509Certificate leaf) throws VerificationException {
    if (anyServerName) {
      return;
    }
    if (serverName == null) {
      throw CertificateRules.rejected(
          Reason.POLICY_REJECTED, "no name of a server is expected, so none is right");
    }
    if (!ServerNames.matches(leaf, serverName)) {
      throw CertificateRules.rejected(
          Reason.POLICY_REJECTED, "leaf is not for the expected server");
    }
  }
}
