package org.rats4j.expat;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/** Cuts the SubjectPublicKeyInfo out of a certificate (RFC 5280, section 4.1). */
final class SubjectPublicKey implements KeyEncoding {
  private static final int SUBJECT_PUBLIC_KEY_INFO = 5;
  private static final DecodeOptions OPTIONS =
      DecodeOptions.builder().inputBytes(1 << 24).depth(64).build();

  @Override
  public String name() {
    return "SPKI_DER";
  }

  @Override
  public Bytes encode(X509Certificate leaf) throws CertificateException {
    return of(leaf).encoded();
  }

  /** Returns the type of the key, which is finer than what the key itself says. */
  static Oid algorithm(X509Certificate certificate) throws CertificateException {
    try {
      return of(certificate).members().get(0).members().get(0).oid();
    } catch (DecodingException | IndexOutOfBoundsException e) {
      throw new CertificateException("key has no algorithm", e);
    }
  }

  private static DerValue of(X509Certificate certificate) throws CertificateException {
    try {
      DerValue whole = DerValue.decode(Bytes.copyOf(certificate.getEncoded()), OPTIONS, "");
      List<DerValue> fields = whole.members().get(0).members();
      // The version is optional, and the only field with a tag of its own before the key.
      return fields.get(SUBJECT_PUBLIC_KEY_INFO + (fields.get(0).isContext(0) ? 1 : 0));
    } catch (DecodingException | IndexOutOfBoundsException e) {
      throw new CertificateException("certificate has no key", e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
