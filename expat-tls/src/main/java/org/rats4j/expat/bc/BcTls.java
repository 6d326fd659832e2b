package org.rats4j.expat.bc;

import java.security.SecureRandom;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnector;
import org.rats4j.expat.tls.TlsServerSettings;
import org.rats4j.expat.tls.TlsStack;

/**
 * The TLS API of BouncyCastle ({@code bctls-jdk18on}). It works on each JDK, resumes nothing and
 * sends no session tickets.
 */
@SuppressWarnings("exports") // callers have the library
public final class BcTls implements TlsStack {
  private BcTls() {}

  /**
   * Returns the stack.
   *
   * @throws IllegalStateException if the library is not there; the message names the artifact
   */
  public static BcTls stack() {
    try {
      TlsUtils.isTLSv13(org.bouncycastle.tls.ProtocolVersion.TLSv13);
      return new BcTls();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "BouncyCastle TLS is not there: add org.bouncycastle:bctls-jdk18on to the application",
          e);
    }
  }

  /** Returns the cryptography of BouncyCastle's own provider, which is not registered with Java. */
  public static TlsCrypto crypto(SecureRandom random) {
    return BcSettings.crypto(random);
  }

  @Override
  public TlsConnector connector(TlsClientSettings settings) {
    TlsCrypto crypto = crypto(settings.options().random());
    return (transport, host, port) ->
        BcTlsConnection.connect(transport, new BcTlsClient(crypto, settings, host), host, port);
  }

  @Override
  public TlsAcceptor acceptor(TlsServerSettings settings) {
    TlsCrypto crypto = crypto(settings.options().random());
    return transport -> BcTlsConnection.accept(transport, new BcTlsServer(crypto, settings));
  }

  @Override
  public String toString() {
    return "BouncyCastle TLS";
  }
}
