package org.rats4j.expat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** What a driver wants that knows its socket factory by the name of a class. */
public final class AttestedForJdbc extends SSLSocketFactory {
  private static final SSLSocketFactory ATTESTED =
      AttestedTls.client(TestSide.connector(), TestSide.relyingParty().build()).socketFactory();

  /** Creates a factory; drivers do. */
  public AttestedForJdbc() {}

  @Override
  public Socket createSocket(Socket transport, String host, int port, boolean autoClose)
      throws IOException {
    return ATTESTED.createSocket(transport, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return ATTESTED.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return ATTESTED.createSocket(host, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return ATTESTED.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return ATTESTED.createSocket(host, port, local, localPort);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return ATTESTED.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return ATTESTED.getSupportedCipherSuites();
  }
}
