package org.rats4j.expat;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.expat.tls.TlsRole;

/** What each certificate of a chain has to be, whoever issued it. */
final class CertificateRules {
  private static final String ANY_PURPOSE = "2.5.29.37.0";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final int MODULUS_BITS_MIN = 2048;

  private CertificateRules() {}

  /** Checks keyUsage and extendedKeyUsage, where they are present. */
  static void checkPurpose(X509Certificate leaf, TlsRole sender) throws VerificationException {
    boolean[] keyUsage = leaf.getKeyUsage();
    if (keyUsage != null && !keyUsage[0]) {
      throw rejected(Reason.KEY_MISMATCH, "keyUsage of the leaf has no digitalSignature");
    }
    List<String> purposes;
    try {
      purposes = leaf.getExtendedKeyUsage();
    } catch (CertificateParsingException e) {
      throw rejected(Reason.KEY_MISMATCH, "extendedKeyUsage of the leaf cannot be read");
    }
    String purpose = sender == TlsRole.SERVER ? SERVER_AUTH : CLIENT_AUTH;
    if (purposes != null && !purposes.contains(purpose) && !purposes.contains(ANY_PURPOSE)) {
      throw rejected(Reason.KEY_MISMATCH, "extendedKeyUsage of the leaf is not for this role");
    }
  }

  static void checkStrength(X509Certificate certificate) throws VerificationException {
    try {
      if (!LeafKey.isRsa(certificate)) {
        return;
      }
      if (EncodedKeys.publicKey(KeyEncoding.SPKI_DER.encode(certificate)) instanceof RSAKey key
          && key.getModulus().bitLength() >= MODULUS_BITS_MIN) {
        return;
      }
    } catch (CertificateException | DecodingException e) {
      throw rejected(Reason.KEY_MISMATCH, "a key of the chain cannot be read");
    }
    throw rejected(Reason.KEY_MISMATCH, "an RSA key of the chain has less than 2048 bits");
  }

  static void checkValidity(X509Certificate certificate, Instant at) throws VerificationException {
    try {
      certificate.checkValidity(Date.from(at));
    } catch (CertificateExpiredException e) {
      throw rejected(Reason.EXPIRED, "a certificate of the chain has expired");
    } catch (CertificateNotYetValidException e) {
      throw rejected(Reason.NOT_YET_VALID, "a certificate of the chain is not valid yet");
    }
  }

  static VerificationException rejected(Reason reason, String detail) {
    return VerificationException.of(reason, ExpatCodes.CHAIN_REJECTED, "", detail);
  }
}
