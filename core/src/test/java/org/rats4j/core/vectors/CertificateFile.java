package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code x509}: an input of other entries, which has to be one certificate in DER. */
public final class CertificateFile {
  private CertificateFile() {}

  /** Checks the entry. */
  public static void check(VectorEntry entry) throws CertificateException {
    assertEquals(Expect.VALID, entry.expect());
    byte[] der = entry.content();

    Certificate certificate =
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));

    assertArrayEquals(der, certificate.getEncoded());
  }
}
