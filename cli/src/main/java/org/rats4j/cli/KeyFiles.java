package org.rats4j.cli;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.kind.KeyFile;
import org.rats4j.cli.kind.Signing;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.TrustAnchors;
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
   * Returns the keys in all {@code files} that can verify.
   *
   * @throws OptionFileException if there is none in one of them
   */
  static List<VerificationKey> verificationKeys(List<String> files, Console console)
      throws OptionFileException {
    List<VerificationKey> keys = new ArrayList<>();
    for (String file : files) {
      keys.addAll(verificationKeys(file, console));
    }
    return keys;
  }

  /**
   * Returns the certificates in all {@code files} as trust anchors; empty if there is no file.
   *
   * @throws OptionFileException if there is no certificate in one of them
   */
  static Optional<TrustAnchors> trustAnchors(List<String> files, Console console)
      throws OptionFileException {
    List<X509Certificate> anchors = new ArrayList<>();
    for (String file : files) {
      anchors.addAll(certificates(file, console));
    }
    return anchors.isEmpty() ? Optional.empty() : Optional.of(TrustAnchors.of(anchors));
  }

  /**
   * Returns the certificates in {@code file} as they are encoded.
   *
   * @throws OptionFileException if there is none
   */
  static List<Bytes> encodedCertificates(String file, Console console) throws OptionFileException {
    List<Bytes> encoded = new ArrayList<>();
    for (X509Certificate certificate : certificates(file, console)) {
      try {
        encoded.add(Bytes.copyOf(certificate.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new OptionFileException(file, e);
      }
    }
    return encoded;
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
