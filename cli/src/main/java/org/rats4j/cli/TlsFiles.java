package org.rats4j.cli;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.List;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.expat.tls.TlsCredentials;

/** Reads what an endpoint of TLS shows in the handshake. */
final class TlsFiles {
  private TlsFiles() {}

  /**
   * Returns the certificates in {@code certificates} with the private key in {@code key}.
   *
   * @throws OptionFileException if there is none
   */
  static TlsCredentials credentials(String certificates, String key, Console console)
      throws OptionFileException {
    return new TlsCredentials(
        privateKey(key, console), KeyFiles.certificates(certificates, console));
  }

  private static PrivateKey privateKey(String file, Console console) throws OptionFileException {
    try {
      List<Pem> all = Pem.decode(InputFiles.read(file, console), DecodeOptions.STRICT);
      for (Pem pem : all) {
        if (pem.label().equals(Pem.PRIVATE_KEY)) {
          return EncodedKeys.privateKey(pem.content());
        } else if (pem.label().equals(Pem.EC_PRIVATE_KEY)) {
          return EncodedKeys.ecPrivateKey(pem.content());
        }
      }
    } catch (IOException | DecodingException e) {
      throw new OptionFileException(file, e);
    }
    throw new OptionFileException(file, new IOException("no private key in PEM"));
  }
}
