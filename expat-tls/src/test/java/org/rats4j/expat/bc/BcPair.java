package org.rats4j.expat.bc;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServer;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** A client and a server in memory. */
record BcPair(TlsProtocol client, TlsProtocol server) {
  static final TlsCrypto CRYPTO = BcTls.crypto(new SecureRandom());

  /** Returns a pair after its handshake. */
  static BcPair of(TlsClient client, TlsServer server) throws IOException {
    TlsClientProtocol clientEnd = new TlsClientProtocol();
    TlsServerProtocol serverEnd = new TlsServerProtocol();
    serverEnd.accept(server);
    clientEnd.connect(client);
    BcPair pair = new BcPair(clientEnd, serverEnd);
    pair.flush();
    return pair;
  }

  /** Carries bytes until there are none. */
  void flush() throws IOException {
    while (client.getAvailableOutputBytes() > 0 || server.getAvailableOutputBytes() > 0) {
      carry(client, server);
      carry(server, client);
    }
  }

  private static void carry(TlsProtocol from, TlsProtocol to) throws IOException {
    byte[] bytes = new byte[from.getAvailableOutputBytes()];
    from.readOutput(bytes, 0, bytes.length);
    to.offerInput(bytes);
  }
}
