package org.rats4j.verifier.evidence;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CosePublicKey;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DerCertificate;
import org.rats4j.corim.comid.EncodedCoseKey;
import org.rats4j.corim.comid.PkixCertificate;
import org.rats4j.corim.comid.PkixKey;

/** The keys of CoRIMs as keys that verify, and back. */
public final class CryptoKeys {
  private CryptoKeys() {}

  /**
   * Returns the key that {@code key} is, or that its certificate has; empty if it is a thumbprint,
   * or no key that this library knows. Whether a certificate is valid is for the endorser to say.
   */
  public static Optional<VerificationKey> verificationKey(CryptoKey key) {
    try {
      if (key instanceof PkixKey pkix) {
        return pem(pkix.pem(), Pem.PUBLIC_KEY)
            .map(der -> new Encoded(der, false))
            .flatMap(Encoded::key);
      } else if (key instanceof PkixCertificate certificate) {
        return pem(certificate.pem(), Pem.CERTIFICATE)
            .map(der -> new Encoded(der, true))
            .flatMap(Encoded::key);
      } else if (key instanceof DerCertificate certificate) {
        return new Encoded(certificate.der(), true).key();
      } else if (key instanceof EncodedCoseKey cose
          && cose.key() instanceof CosePublicKey publicKey) {
        return Optional.of(publicKey.toVerificationKey());
      }
      return Optional.empty();
    } catch (DecodingException | VerificationException e) {
      return Optional.empty();
    }
  }

  /** Returns {@code key} as SubjectPublicKeyInfo in PEM, the form in which CoRIMs name keys. */
  public static PkixKey of(PublicKey key) {
    return PkixKey.of(key);
  }

  private static Optional<Bytes> pem(String text, String label) throws DecodingException {
    return Pem.decode(Bytes.ofUtf8(text), DecodeOptions.STRICT).stream()
        .filter(block -> block.label().equals(label))
        .map(Pem::content)
        .findFirst();
  }

  private record Encoded(Bytes der, boolean isCertificate) {
    Optional<VerificationKey> key() {
      try {
        if (!isCertificate) {
          return Optional.of(VerificationKey.of(EncodedKeys.publicKey(der)));
        }
        X509Certificate certificate = EncodedKeys.certificate(der);
        return Optional.of(VerificationKey.of(certificate.getPublicKey()));
      } catch (DecodingException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
