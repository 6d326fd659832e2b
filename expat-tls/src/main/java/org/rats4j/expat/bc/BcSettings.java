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
import org.rats4j.expat.internal.CipherSuites;
import org.rats4j.expat.tls.TlsOptions;

/**
 * Our options in the types of the library. Not in {@link BcTls}, which has to load where the
 * library is missing, in order to say so.
 */
@SuppressWarnings("JdkObsolete") // the library speaks Vector
final class BcSettings {
  private BcSettings() {}

  static TlsCrypto crypto(SecureRandom random) {
    return new JcaTlsCryptoProvider().setProvider(new BouncyCastleProvider()).create(random);
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
}
