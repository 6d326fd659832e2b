package org.rats4j.core.crypto;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.internal.Curve;

/** What a key is, as far as the choice of algorithms depends on it. */
enum KeyKind {
  P256("EC", Algorithms.ES256, Algorithms.ESP256),
  P384("EC", Algorithms.ES384, Algorithms.ESP384),
  P521("EC", Algorithms.ES512, Algorithms.ESP512),
  ED25519("EdDSA", Algorithms.EDDSA, Algorithms.ED25519),
  ED448("EdDSA", Algorithms.EDDSA, Algorithms.ED448),
  RSA(
      "RSA",
      Algorithms.PS256,
      Algorithms.PS384,
      Algorithms.PS512,
      Algorithms.RS256,
      Algorithms.RS384,
      Algorithms.RS512),
  RSA_PSS("RSA", Algorithms.PS256, Algorithms.PS384, Algorithms.PS512),
  ML_DSA_44("ML-DSA", Algorithms.ML_DSA_44),
  ML_DSA_65("ML-DSA", Algorithms.ML_DSA_65),
  ML_DSA_87("ML-DSA", Algorithms.ML_DSA_87);

  private static final String OID_ED25519 = "1.3.101.112";
  private static final String OID_ED448 = "1.3.101.113";
  private static final String OID_ML_DSA = "2.16.840.1.101.3.4.3.";

  private final String family;
  private final Set<Long> algorithms;

  KeyKind(String family, Long... algorithms) {
    this.family = family;
    this.algorithms = Set.of(algorithms);
  }

  /** Returns the kind of {@code key}; empty for a kind that signs nothing here. */
  static Optional<KeyKind> of(Key key) {
    if (key instanceof ECKey ec) {
      return Curve.of(ec).map(KeyKind::of);
    }
    if (key instanceof RSAKey) {
      return Optional.of(key.getAlgorithm().endsWith("PSS") ? RSA_PSS : RSA);
    }
    if (key instanceof EdECKey ed) {
      return ofName(ed.getParams().getName());
    }
    // The JDK says "ML-DSA" and "EdDSA" for all parameter sets: there the encoding has to tell.
    return ofName(key.getAlgorithm()).or(() -> ofEncoding(key.getFormat(), key.getEncoded()));
  }

  private static KeyKind of(Curve curve) {
    return switch (curve) {
      case P256 -> P256;
      case P384 -> P384;
      case P521 -> P521;
    };
  }

  private static Optional<KeyKind> ofName(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ED25519" -> Optional.of(ED25519);
      case "ED448" -> Optional.of(ED448);
      case "ML-DSA-44" -> Optional.of(ML_DSA_44);
      case "ML-DSA-65" -> Optional.of(ML_DSA_65);
      case "ML-DSA-87" -> Optional.of(ML_DSA_87);
      default -> Optional.empty();
    };
  }

  private static Optional<KeyKind> ofEncoding(@Nullable String format, byte @Nullable [] encoded) {
    if (format == null || encoded == null) {
      return Optional.empty();
    }
    return switch (format) {
      case "X.509" ->
          ofOid(SubjectPublicKeyInfo.getInstance(encoded).getAlgorithm().getAlgorithm().getId());
      case "PKCS#8" ->
          ofOid(
              PrivateKeyInfo.getInstance(encoded).getPrivateKeyAlgorithm().getAlgorithm().getId());
      default -> Optional.empty();
    };
  }

  private static Optional<KeyKind> ofOid(String oid) {
    return switch (oid) {
      case OID_ED25519 -> Optional.of(ED25519);
      case OID_ED448 -> Optional.of(ED448);
      case OID_ML_DSA + "17" -> Optional.of(ML_DSA_44);
      case OID_ML_DSA + "18" -> Optional.of(ML_DSA_65);
      case OID_ML_DSA + "19" -> Optional.of(ML_DSA_87);
      default -> Optional.empty();
    };
  }

  /** Returns the kind that {@code algorithm} asks for in a key of that JCA algorithm name. */
  static Optional<KeyKind> ofOpaque(String keyAlgorithm, long algorithm) {
    String name = keyAlgorithm.toUpperCase(Locale.ROOT);
    for (KeyKind kind : values()) {
      if (kind.fits(algorithm) && name.startsWith(kind.family.toUpperCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  boolean fits(long algorithm) {
    return algorithms.contains(algorithm);
  }

  /** Returns how long a signature is; 0 where the modulus decides. */
  int signatureBytes() {
    return switch (this) {
      case P256 -> 64;
      case P384 -> 96;
      case P521 -> 132;
      case ED25519 -> 64;
      case ED448 -> 114;
      case RSA, RSA_PSS -> 0;
      case ML_DSA_44 -> 2420;
      case ML_DSA_65 -> 3309;
      case ML_DSA_87 -> 4627;
    };
  }

  Optional<Curve> curve() {
    return switch (this) {
      case P256 -> Optional.of(Curve.P256);
      case P384 -> Optional.of(Curve.P384);
      case P521 -> Optional.of(Curve.P521);
      default -> Optional.empty();
    };
  }
}
