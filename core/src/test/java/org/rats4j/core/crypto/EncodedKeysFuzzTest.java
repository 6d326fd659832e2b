package org.rats4j.core.crypto;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;

class EncodedKeysFuzzTest {

  @FuzzTest
  void throwsOnlyItsOwnExceptions(byte[] der) {
    Bytes input = Bytes.copyOf(der);
    decodes(() -> EncodedKeys.publicKey(input));
    decodes(() -> EncodedKeys.privateKey(input));
    decodes(() -> EncodedKeys.ecPrivateKey(input));
    decodes(() -> TrustAnchors.of(EncodedKeys.certificate(input)));
  }

  /** The path of a certificate that is its own anchor ends in its own key, or in an exception. */
  @FuzzTest
  void throwsOnlyItsOwnExceptionsForCertificates(byte[] der) {
    Bytes input = Bytes.copyOf(der);
    try {
      X509Certificate certificate = EncodedKeys.certificate(input);
      TrustAnchors.of(certificate)
          .validate(List.of(input), certificate.getNotBefore().toInstant())
          .verificationKey();
    } catch (DecodingException | VerificationException expected) {
      // the two permitted failures
    }
  }

  private interface Reading {
    Object read() throws DecodingException;
  }

  private static void decodes(Reading reading) {
    try {
      reading.read();
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
