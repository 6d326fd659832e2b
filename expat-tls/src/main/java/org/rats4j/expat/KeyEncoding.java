package org.rats4j.expat;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.rats4j.core.Bytes;

/** Which bytes of the leaf certificate stand for its key in the binder and in the AIK hash. */
public interface KeyEncoding {
  /** The SubjectPublicKeyInfo in DER, exactly as it stands in the certificate. */
  KeyEncoding SPKI_DER = new SubjectPublicKey();

  /** Returns the name, for people. */
  String name();

  /**
   * Returns the bytes.
   *
   * @throws CertificateException if the certificate has no such
   */
  Bytes encode(X509Certificate leaf) throws CertificateException;
}
