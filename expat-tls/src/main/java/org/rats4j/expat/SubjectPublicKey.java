package org.rats4j.expat;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/**
 * Cuts the SubjectPublicKeyInfo out of a certificate (RFC 5280, section 4.1).
 *
 * <p>The certificate was parsed before, so the way to the key goes over the heads of the values in
 * front of it, and only the key is read in full.
 */
final class SubjectPublicKey implements KeyEncoding {
  private static final int VERSION = 0xa0;

  /** serialNumber, signature, issuer, validity, subject. */
  private static final int FIELDS_BEFORE_KEY = 5;

  @Override
  public String name() {
    return "SPKI_DER";
  }

  @Override
  public Bytes encode(X509Certificate leaf) throws CertificateException {
    try {
      Bytes fields = content(content(Bytes.copyOf(leaf.getEncoded())));
      if (fields.at(0) == VERSION) {
        fields = behind(fields);
      }
      for (int i = 0; i < FIELDS_BEFORE_KEY; i++) {
        fields = behind(fields);
      }
      return fields.slice(0, fields.size() - behind(fields).size());
    } catch (IndexOutOfBoundsException e) {
      throw new CertificateException("certificate has no key", e);
    }
  }

  /** Returns the type of the key, which is finer than what the key itself says. */
  static Oid algorithm(Bytes subjectPublicKeyInfo) throws CertificateException {
    try {
      return DerValue.decode(subjectPublicKeyInfo, DecodeOptions.STRICT, "")
          .members()
          .get(0)
          .members()
          .get(0)
          .oid();
    } catch (DecodingException | IndexOutOfBoundsException e) {
      throw new CertificateException("key has no algorithm", e);
    }
  }

  private static Bytes content(Bytes value) {
    int head = headSize(value);
    return value.slice(head, length(value));
  }

  private static Bytes behind(Bytes values) {
    int size = headSize(values) + length(values);
    return values.slice(size, values.size() - size);
  }

  /** Returns how many bytes tag and length have; the length of a certificate has up to 3. */
  private static int headSize(Bytes value) {
    return value.at(1) < 0x80 ? 2 : 2 + (value.at(1) & 0x7f);
  }

  private static int length(Bytes value) {
    if (value.at(1) < 0x80) {
      return value.at(1);
    }
    int length = 0;
    for (int i = 2; i < headSize(value); i++) {
      length = length << 8 | value.at(i);
    }
    return length;
  }

  @Override
  public String toString() {
    return name();
  }
}
