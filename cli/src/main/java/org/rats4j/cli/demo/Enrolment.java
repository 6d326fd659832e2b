package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.pkix.PublicKeyInfo;

/**
 * What others have to know of an attester before it attests: a factory or an operator would see to
 * that.
 *
 * @param process the number of its process
 * @param files how many files it runs from
 * @param attestationKey what its evidence is signed with
 * @param tokenKey what the evidence of its token is signed with, if it has one
 * @param certificates what it shows in TLS and in authenticators
 * @param port where it listens; 0 if it is a client
 */
record Enrolment(
    long process,
    int files,
    PublicKey attestationKey,
    Optional<PublicKeyInfo> tokenKey,
    List<X509Certificate> certificates,
    int port) {

  Enrolment {
    certificates = List.copyOf(certificates);
  }

  Letter letter() throws IOException {
    Letter letter = new Letter();
    tokenKey.ifPresent(key -> letter.put("token-key", key.encoded()));
    return letter
        .put("process", process)
        .put("files", files)
        .put("attestation-key", Bytes.copyOf(attestationKey.getEncoded()))
        .put("certificates", certificates)
        .put("port", port);
  }

  static Enrolment of(Letter letter) throws IOException {
    try {
      return new Enrolment(
          letter.number("process"),
          (int) letter.number("files"),
          EncodedKeys.publicKey(letter.bytes("attestation-key")),
          letter.text("token-key").isEmpty()
              ? Optional.empty()
              : Optional.of(PublicKeyInfo.decode(letter.bytes("token-key"))),
          letter.certificates("certificates"),
          (int) letter.number("port"));
    } catch (DecodingException e) {
      throw new IOException("no enrolment", e);
    }
  }
}
