package org.rats4j.expat;

import java.util.Arrays;
import org.rats4j.core.Bytes;
import org.rats4j.core.cose.CoseHash;

/**
 * Turns a binder into the 64 bytes of a {@code report_data} field of confidential-computing
 * hardware. The draft defines nothing for it: attester and appraiser have to agree on one of these.
 */
public final class ReportData {
  /** How many bytes the field has. */
  public static final int SIZE = 64;

  private ReportData() {}

  /** Returns SHA-512 of the binder, as cocos does. */
  public static Bytes sha512(Bytes binder) {
    return CoseHash.digest(CoseHash.SHA_512, binder).orElseThrow();
  }

  /**
   * Returns the binder and zeros behind it.
   *
   * @throws IllegalArgumentException if the binder has more than 64 bytes
   */
  public static Bytes zeroPadded(Bytes binder) {
    if (binder.size() > SIZE) {
      throw new IllegalArgumentException("binder has more than 64 bytes: " + binder.size());
    }
    return Bytes.copyOf(Arrays.copyOf(binder.toByteArray(), SIZE));
  }
}
