package org.rats4j.core.crypto;

import static java.util.Map.entry;

import java.security.Key;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final Map<Long, String> JOSE_NAMES =
      Map.ofEntries(
          entry(ES256, "ES256"),
          entry(ES384, "ES384"),
          entry(ES512, "ES512"),
          entry(EDDSA, "EdDSA"),
          entry(ED25519, "Ed25519"),
          entry(ED448, "Ed448"),
          entry(PS256, "PS256"),
          entry(PS384, "PS384"),
          entry(PS512, "PS512"),
          entry(RS256, "RS256"),
          entry(RS384, "RS384"),
          entry(RS512, "RS512"),
          entry(ML_DSA_44, "ML-DSA-44"),
          entry(ML_DSA_65, "ML-DSA-65"),
          entry(ML_DSA_87, "ML-DSA-87"),
          entry(HMAC_256, "HS256"),
          entry(HMAC_384, "HS384"),
          entry(HMAC_512, "HS512"));

  /** Names of COSE that JOSE does not share; the last six are known, and never verified. */
  private static final Map<Long, String> COSE_NAMES =
      Map.ofEntries(
          entry(ESP256, "ESP256"),
          entry(ESP384, "ESP384"),
          entry(ESP512, "ESP512"),
          entry(HMAC_256_64, "HMAC 256/64"),
          entry(HMAC_256, "HMAC 256/256"),
          entry(HMAC_384, "HMAC 384/384"),
          entry(HMAC_512, "HMAC 512/512"),
          entry(-47L, "ES256K"),
          entry(-46L, "HSS-LMS"),
          entry(14L, "AES-MAC 128/64"),
          entry(15L, "AES-MAC 256/64"),
          entry(25L, "AES-MAC 128/128"),
          entry(26L, "AES-MAC 256/128"),
          entry(-65535L, "RS1"));

  private static final Map<String, Long> OF_JOSE_NAME =
      JOSE_NAMES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private Algorithms() {}

  /** Returns the registered name, or the number in decimal. */
  public static String name(long algorithm) {
    String name = COSE_NAMES.getOrDefault(algorithm, JOSE_NAMES.get(algorithm));
    return name == null ? Long.toString(algorithm) : name;
  }

  /** Returns whether {@code algorithm} is a signature or a MAC that is implemented here. */
  public static boolean isKnown(long algorithm) {
    return isSignature(algorithm) || isMac(algorithm);
  }

  /** Returns the name of {@code algorithm} in JOSE, such as {@code ES256} for -7 and -9. */
  public static Optional<String> joseName(long algorithm) {
    return Optional.ofNullable(JOSE_NAMES.get(withoutCurve(algorithm)));
  }

  private static long withoutCurve(long algorithm) {
    if (algorithm == ESP256) {
      return ES256;
    }
    if (algorithm == ESP384) {
      return ES384;
    }
    return algorithm == ESP512 ? ES512 : algorithm;
  }

  /** Returns the number for a name of JOSE; -7 for {@code ES256}. */
  public static OptionalLong ofJoseName(String name) {
    Long algorithm = OF_JOSE_NAME.get(Objects.requireNonNull(name, "name"));
    return algorithm == null ? OptionalLong.empty() : OptionalLong.of(algorithm);
  }

  /**
   * Returns what a public or private key signs with unless its owner says otherwise: ES256, ES384
   * or ES512 by the curve, EdDSA, PS256, or its own ML-DSA. These are the numbers that peers know
   * best. Empty for any other key, and for one that hides its kind.
   */
  public static OptionalLong ofKey(Key key) {
    return KeyKind.of(key)
        .map(kind -> OptionalLong.of(kind.usualAlgorithm()))
        .orElseGet(OptionalLong::empty);
  }

  /** Returns whether {@code algorithm} is one of the MACs here, and no signature. */
  public static boolean isMac(long algorithm) {
    return algorithm >= HMAC_256_64 && algorithm <= HMAC_512;
  }

  /** Returns whether {@code algorithm} is one of the signatures here, RS* included. */
  public static boolean isSignature(long algorithm) {
    return !isMac(algorithm) && JOSE_NAMES.containsKey(withoutCurve(algorithm));
  }
}
