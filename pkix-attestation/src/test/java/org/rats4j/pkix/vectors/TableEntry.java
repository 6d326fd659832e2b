package org.rats4j.pkix.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.der.GeneralizedTime;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.SignerIdentifier;
import org.rats4j.test.vectors.VectorEntry;

/** Entries of the kinds {@code generalized-time-table}, {@code spki} and {@code x509}. */
public final class TableEntry {
  private TableEntry() {}

  /** Checks a table of times. */
  public static void checkTimes(VectorEntry entry) {
    entry.checkRows(
        Set.of("value", "valid", "why"),
        row -> {
          boolean valid = true;
          try {
            GeneralizedTime.decode(Bytes.ofUtf8(row.requiredText("value")));
          } catch (DecodingException e) {
            assertEquals("TIME_NOT_DER", e.code());
            valid = false;
          }
          assertEquals(row.flag("valid").orElseThrow(), valid, row.requiredText("value"));
        });
  }

  /** Checks a public key. */
  public static void checkKey(VectorEntry entry) throws Exception {
    Bytes der = Bytes.copyOf(entry.content());

    assertEquals(der, PublicKeyInfo.decode(der).encoded());
  }

  /** Checks a certificate. */
  public static void checkCertificate(VectorEntry entry) throws Exception {
    Bytes der = certificate(entry.content());

    assertEquals(der, SignerIdentifier.ofCertificate(der).certificate().orElseThrow());
  }

  static Bytes certificate(byte[] pem) throws Exception {
    return Pem.decode(Bytes.copyOf(pem), DecodeOptions.STRICT).get(0).content();
  }
}
