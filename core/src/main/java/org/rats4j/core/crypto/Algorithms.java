package org.rats4j.core.crypto;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Numbers of the IANA COSE Algorithms registry, and the JOSE names that belong to them. */
public final class Algorithms {
  /** ECDSA with SHA-256; here always with P-256. */
  public static final long ES256 = -7;

  /** ECDSA with SHA-384; here always with P-384. */
  public static final long ES384 = -35;

  /** ECDSA with SHA-512; here always with P-521. */
  public static final long ES512 = -36;

  /** ECDSA with P-256 and SHA-256 (RFC 9864). */
  public static final long ESP256 = -9;

  /** ECDSA with P-384 and SHA-384 (RFC 9864). */
  public static final long ESP384 = -51;

  /** ECDSA with P-521 and SHA-512 (RFC 9864). */
  public static final long ESP512 = -52;

  /** EdDSA with either curve; deprecated by RFC 9864. */
  public static final long EDDSA = -8;

  /** EdDSA with Ed25519 (RFC 9864). */
  public static final long ED25519 = -19;

  /** EdDSA with Ed448 (RFC 9864). */
  public static final long ED448 = -53;

  /** RSASSA-PSS with SHA-256. */
  public static final long PS256 = -37;

  /** RSASSA-PSS with SHA-384. */
  public static final long PS384 = -38;

  /** RSASSA-PSS with SHA-512. */
  public static final long PS512 = -39;

  /** RSASSA-PKCS1-v1_5 with SHA-256; only for verification, and only when named. */
  public static final long RS256 = -257;

  /** RSASSA-PKCS1-v1_5 with SHA-384; only for verification, and only when named. */
  public static final long RS384 = -258;

  /** RSASSA-PKCS1-v1_5 with SHA-512; only for verification, and only when named. */
  public static final long RS512 = -259;

  /** ML-DSA-44 (RFC 9964). */
  public static final long ML_DSA_44 = -48;

  /** ML-DSA-65 (RFC 9964). */
  public static final long ML_DSA_65 = -49;

  /** ML-DSA-87 (RFC 9964). */
  public static final long ML_DSA_87 = -50;

  /** HMAC with SHA-256, cut to 64 bits; only when named. */
  public static final long HMAC_256_64 = 4;

  /** HMAC with SHA-256. */
  public static final long HMAC_256 = 5;

  /** HMAC with SHA-384. */
  public static final long HMAC_384 = 6;

  /** HMAC with SHA-512. */
  public static final long HMAC_512 = 7;

  /**
   * What a verifier allows unless its caller names a set of his own: ES*, ESP*, EdDSA, Ed25519,
   * Ed448, PS*, ML-DSA, and HMAC 256/256 and longer.
   */
  public static final Set<Long> DEFAULT =
      Set.of(
          ES256, ES384, ES512, ESP256, ESP384, ESP512, EDDSA, ED25519, ED448, PS256, PS384, PS512,
          ML_DSA_44, ML_DSA_65, ML_DSA_87, HMAC_256, HMAC_384, HMAC_512);

  private Algorithms() {}

  /** Returns the registered name, or the number in decimal. */
  public static String name(long algorithm) {
    throw new UnsupportedOperationException();
  }

  /** Returns the name of {@code algorithm} in JOSE, such as {@code ES256} for -7 and -9. */
  public static Optional<String> joseName(long algorithm) {
    throw new UnsupportedOperationException();
  }

  /** Returns the number for a name of JOSE; -7 for {@code ES256}. */
  public static OptionalLong ofJoseName(String name) {
    throw new UnsupportedOperationException();
  }
}
