package org.rats4j.benchmarks.expat;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The MAC of an authenticator, without anything around it. */
final class Bare {
  private static final byte[] KEY = new byte[32];

  private Bare() {}

  static byte[] mac(byte[] hash) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    return mac.doFinal(hash);
  }
}
