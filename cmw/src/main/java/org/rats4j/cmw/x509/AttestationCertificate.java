package org.rats4j.cmw.x509;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/**
 * A certificate of an {@link AttestationBundle}, which helps to verify its statements and is no
 * trust anchor.
 *
 * <pre>{@code
 * LimitedCertChoices ::= CHOICE {
 *   certificate Certificate,
 *   other [3] OtherCertificateFormat }
 * }</pre>
 */
public sealed interface AttestationCertificate {

  /**
   * An X.509 certificate; not parsed.
   *
   * @param der the certificate, in DER
   */
  record OfX509(Bytes der) implements AttestationCertificate {
    /**
     * Creates a certificate.
     *
     * @throws IllegalArgumentException if {@code der} is not exactly one SEQUENCE in DER
     */
    public OfX509 {
      if (!DerReads.require(der).is(DerValue.SEQUENCE)) {
        throw new IllegalArgumentException("a certificate is a SEQUENCE");
      }
    }
  }

  /**
   * A certificate in another format.
   *
   * @param format the format
   * @param der the certificate, in DER
   */
  record Unknown(Oid format, Bytes der) implements AttestationCertificate {
    /**
     * Creates a certificate.
     *
     * @throws IllegalArgumentException if {@code der} is not exactly one value in DER
     */
    public Unknown {
      Objects.requireNonNull(format, "format");
      DerReads.require(der);
    }
  }
}
