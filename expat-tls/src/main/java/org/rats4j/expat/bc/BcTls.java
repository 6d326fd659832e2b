package org.rats4j.expat.bc;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;
import org.jspecify.annotations.Nullable;
import org.rats4j.expat.TlsAcceptor;
import org.rats4j.expat.TlsClientSettings;
import org.rats4j.expat.TlsConnector;
import org.rats4j.expat.TlsOptions;
import org.rats4j.expat.TlsServerSettings;
import org.rats4j.expat.TlsStack;
import org.rats4j.expat.internal.CipherSuites;

/**
 * The TLS API of BouncyCastle ({@code bctls-jdk18on}). It works on each JDK, resumes nothing and
 * sends no session tickets.
 */
@SuppressWarnings({"exports", "JdkObsolete"}) // callers have the library, and it speaks Vector
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
    return new JcaTlsCryptoProvider().setProvider(new BouncyCastleProvider()).create(random);
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

  static int[] suites(TlsCrypto crypto, TlsOptions options) {
    List<Integer> wanted =
        options.cipherSuites().isEmpty() ? CipherSuites.DEFAULT : options.cipherSuites();
    return TlsUtils.getSupportedCipherSuites(
        crypto, wanted.stream().mapToInt(Integer::intValue).toArray());
  }

  static @Nullable Vector<ProtocolName> protocolNames(TlsOptions options) {
    Vector<ProtocolName> names = new Vector<>();
    for (String name : options.applicationProtocols()) {
      names.add(ProtocolName.asRawBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
    return names.isEmpty() ? null : names;
  }

  @Override
  public String toString() {
    return "BouncyCastle TLS";
  }
}
