package org.rats4j.expat.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The hash of a TLS 1.3 cipher suite (RFC 8446, appendix B.4). */
public enum SuiteHash {
  /** SHA-256: of all suites here but one. */
  SHA256("SHA-256", "HmacSHA256", 32),
  /** SHA-384: of TLS_AES_256_GCM_SHA384. */
  SHA384("SHA-384", "HmacSHA384", 48);

  private final String digest;
  private final String mac;
  private final int size;

  SuiteHash(String digest, String mac, int size) {
    this.digest = digest;
    this.mac = mac;
    this.size = size;
  }

  /**
   * Returns the hash of {@code cipherSuite}; empty if that is none of the five suites of RFC 8446.
   */
  public static Optional<SuiteHash> ofSuite(int cipherSuite) {
    return switch (cipherSuite) {
      case 0x1301, 0x1303, 0x1304, 0x1305 -> Optional.of(SHA256);
      case 0x1302 -> Optional.of(SHA384);
      default -> Optional.empty();
    };
  }

  /** Returns how many bytes a hash has. */
  public int size() {
    return size;
  }

  /** Returns the name of the hash in the Java cryptography architecture. */
  public String algorithm() {
    return digest;
  }

  /** Returns the name of HMAC with this hash in the Java cryptography architecture. */
  public String macAlgorithm() {
    return mac;
  }

  /** Returns a new digest of this hash, by a provider of the runtime. */
  public MessageDigest messageDigest() {
    try {
      return MessageDigest.getInstance(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("runtime has no " + digest, e);
    }
  }
}
