package org.rats4j.expat.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names that Java has for the cipher suites of TLS 1.3 (RFC 8446, appendix B.4). */
public final class CipherSuites {
  private static final Map<Integer, String> NAMES =
      Map.of(
          0x1301, "TLS_AES_128_GCM_SHA256",
          0x1302, "TLS_AES_256_GCM_SHA384",
          0x1303, "TLS_CHACHA20_POLY1305_SHA256",
          0x1304, "TLS_AES_128_CCM_SHA256",
          0x1305, "TLS_AES_128_CCM_8_SHA256");

  /** The suites that a stack offers unless it is told otherwise. */
  public static final List<Integer> DEFAULT = List.of(0x1302, 0x1301, 0x1303);

  private CipherSuites() {}

  /** Returns whether {@code suite} is one of TLS 1.3. */
  public static boolean isKnown(int suite) {
    return NAMES.containsKey(suite);
  }

  /** Returns the name of {@code suite}, or its number as {@code 0x} and four digits. */
  public static String name(int suite) {
    String name = NAMES.get(suite);
    return name == null ? String.format(Locale.ROOT, "0x%04x", suite) : name;
  }

  /** Returns the number of the suite {@code name}; 0, which is no suite, if it is none of these. */
  public static int number(String name) {
    for (Map.Entry<Integer, String> entry : NAMES.entrySet()) {
      if (entry.getValue().equals(name)) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
