package org.rats4j.expat.bc;

import java.io.IOException;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsContext;
import org.jspecify.annotations.Nullable;
import org.rats4j.expat.internal.CipherSuites;

/**
 * What a connection of the library is, in the words of Java. It resumes nothing, so it has no id.
 */
final class BcTlsSession implements SSLSession {
  private final String cipherSuite;
  private final List<X509Certificate> peer;
  private final List<X509Certificate> local;
  private final String host;
  private final int port;
  private final Map<String, Object> values = new ConcurrentHashMap<>();
  private volatile boolean valid = true;

  private BcTlsSession(
      String cipherSuite,
      List<X509Certificate> peer,
      List<X509Certificate> local,
      String host,
      int port) {
    this.cipherSuite = cipherSuite;
    this.peer = List.copyOf(peer);
    this.local = List.copyOf(local);
    this.host = host;
    this.port = port;
  }

  static BcTlsSession of(TlsContext context, String host, int port) throws IOException {
    SecurityParameters parameters = context.getSecurityParametersConnection();
    return new BcTlsSession(
        CipherSuites.name(parameters.getCipherSuite()),
        BcCertificates.x509(parameters.getPeerCertificate()),
        BcCertificates.x509(parameters.getLocalCertificate()),
        host,
        port);
  }

  @Override
  public String getProtocol() {
    return "TLSv1.3";
  }

  @Override
  public String getCipherSuite() {
    return cipherSuite;
  }

  @Override
  public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
    if (peer.isEmpty()) {
      throw new SSLPeerUnverifiedException("peer showed no certificate");
    }
    return peer.toArray(Certificate[]::new);
  }

  @Override
  public Certificate @Nullable [] getLocalCertificates() {
    return local.isEmpty() ? null : local.toArray(Certificate[]::new);
  }

  @Override
  public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
    return ((X509Certificate) getPeerCertificates()[0]).getSubjectX500Principal();
  }

  @Override
  public @Nullable Principal getLocalPrincipal() {
    return local.isEmpty() ? null : local.get(0).getSubjectX500Principal();
  }

  @Override
  public @Nullable String getPeerHost() {
    return host.isEmpty() ? null : host;
  }

  @Override
  public int getPeerPort() {
    return port;
  }

  @Override
  public byte[] getId() {
    return new byte[0];
  }

  @Override
  public @Nullable SSLSessionContext getSessionContext() {
    return null;
  }

  /** Sessions are not kept, so their age has no meaning. */
  @Override
  public long getCreationTime() {
    return 0;
  }

  @Override
  public long getLastAccessedTime() {
    return 0;
  }

  @Override
  public void invalidate() {
    valid = false;
  }

  @Override
  public boolean isValid() {
    return valid;
  }

  @Override
  public void putValue(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public @Nullable Object getValue(String name) {
    return values.get(name);
  }

  @Override
  public void removeValue(String name) {
    values.remove(name);
  }

  @Override
  public String[] getValueNames() {
    return values.keySet().toArray(String[]::new);
  }

  @Override
  public int getPacketBufferSize() {
    return 16384 + 256 + 5;
  }

  @Override
  public int getApplicationBufferSize() {
    return 16384;
  }
}
