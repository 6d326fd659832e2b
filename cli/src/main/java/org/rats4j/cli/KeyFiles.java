package org.rats4j.cli;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.kind.KeyFile;
import org.rats4j.cli.kind.Signing;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.VerificationKey;

/** Reads the keys and certificates that are named on the command line. */
final class KeyFiles {
  private KeyFiles() {}

  /**
   * Returns the keys in {@code file} that can verify.
   *
   * @throws OptionFileException if there is none
   */
  static List<VerificationKey> verificationKeys(String file, Console console)
      throws OptionFileException {
    try {
      return read(file, console).verificationKeys();
    } catch (IOException | DecodingException e) {
      throw new OptionFileException(file, e);
    }
  }

  /**
   * Returns the certificates in {@code file}.
   *
   * @throws OptionFileException if there is none
   */
  static List<X509Certificate> certificates(String file, Console console)
      throws OptionFileException {
    try {
      return read(file, console).certificates();
    } catch (IOException | DecodingException e) {
      throw new OptionFileException(file, e);
    }
  }

  /**
   * Returns the key in {@code file} that can sign.
   *
   * @throws OptionFileException if there is none, or it does not fit the algorithm
   */
  static Signing signing(String file, Optional<AlgorithmName> algorithm, Console console)
      throws OptionFileException {
    try {
      return read(file, console).signing(algorithm.map(AlgorithmName::algorithm));
    } catch (IOException | DecodingException e) {
      throw new OptionFileException(file, e);
    }
  }

  private static KeyFile read(String file, Console console) throws IOException, DecodingException {
    return KeyFile.decode(InputFiles.read(file, console));
  }
}
