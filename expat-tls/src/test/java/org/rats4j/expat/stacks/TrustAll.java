package org.rats4j.expat.stacks;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** For tests of what comes after the handshake. */
final class TrustAll implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
