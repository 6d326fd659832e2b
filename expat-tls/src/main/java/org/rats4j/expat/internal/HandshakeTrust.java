package org.rats4j.expat.internal;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;

/**
 * Holds the certificates of one connection to its {@link HandshakeChain}, and remembers that it was
 * asked: a resumed connection does not ask.
 */
final class HandshakeTrust extends X509ExtendedTrustManager {
  private final @Nullable HandshakeChain servers;
  private final @Nullable HandshakeChain clients;
  private final AtomicBoolean asked = new AtomicBoolean();

  HandshakeTrust(@Nullable HandshakeChain servers, @Nullable HandshakeChain clients) {
    this.servers = servers;
    this.clients = clients;
  }

  boolean wasAsked() {
    return asked.get();
  }

  private void check(@Nullable HandshakeChain check, X509Certificate[] chain)
      throws CertificateException {
    if (check == null) {
      throw new CertificateException("nobody is trusted in this role");
    }
    try {
      check.check(List.of(chain));
    } catch (VerificationException e) {
      throw new CertificateException(e.getMessage(), e);
    }
    asked.set(true);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(clients, chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(servers, chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(clients, chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(servers, chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(clients, chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(servers, chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return clients == null
        ? new X509Certificate[0]
        : clients.anchors().toArray(X509Certificate[]::new);
  }
}
