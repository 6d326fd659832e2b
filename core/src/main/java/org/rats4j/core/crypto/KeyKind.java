package org.rats4j.core.crypto;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.internal.Curve;
import org.rats4j.core.internal.EdwardsCurve;
import org.rats4j.core.internal.MlDsa;
import org.rats4j.core.internal.RsaRules;

/** What a key is, as far as the choice of algorithms depends on it. */
enum KeyKind {
  P256("EC", Curve.P256.algorithms()),
  P384("EC", Curve.P384.algorithms()),
  P521("EC", Curve.P521.algorithms()),
  ED25519("EdDSA", EdwardsCurve.ED25519.algorithms()),
  ED448("EdDSA", EdwardsCurve.ED448.algorithms()),
  RSA("RSA", RsaRules.ALGORITHMS),
  RSA_PSS("RSA", List.of(Algorithms.PS256, Algorithms.PS384, Algorithms.PS512)),
  RSA_PSS_SHA256("RSA", List.of(Algorithms.PS256)),
  RSA_PSS_SHA384("RSA", List.of(Algorithms.PS384)),
  RSA_PSS_SHA512("RSA", List.of(Algorithms.PS512)),
  ML_DSA_44("ML-DSA", List.of(Algorithms.ML_DSA_44)),
  ML_DSA_65("ML-DSA", List.of(Algorithms.ML_DSA_65)),
  ML_DSA_87("ML-DSA", List.of(Algorithms.ML_DSA_87));

  private final String family;
  private final List<Long> algorithms;

  KeyKind(String family, List<Long> algorithms) {
    this.family = family;
    this.algorithms = algorithms;
  }

  /** Returns the kind of {@code key}; empty for a kind that signs nothing here. */
  static Optional<KeyKind> of(Key key) {
    if (key instanceof ECKey ec) {
      return Curve.of(ec).map(KeyKind::of);
    }
    if (key instanceof RSAKey) {
      return key.getAlgorithm().endsWith("PSS") ? ofPss(key) : Optional.of(RSA);
    }
    if (key instanceof EdECKey ed) {
      return ofName(ed.getParams().getName());
    }
    // The JDK says "ML-DSA" and "EdDSA" for all parameter sets: there the encoding has to tell.
    return ofName(key.getAlgorithm()).or(() -> ofEncoding(key));
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

  /** A key may name the only hash that it goes with (RFC 4055, section 3.1). */
  private static Optional<KeyKind> ofPss(Key key) {
    AlgorithmIdentifier algorithm = algorithmOf(key);
    if (algorithm == null || algorithm.getParameters() == null) {
      return Optional.of(RSA_PSS);
    }
    ASN1ObjectIdentifier hash;
    try {
      hash =
          RSASSAPSSparams.getInstance(algorithm.getParameters()).getHashAlgorithm().getAlgorithm();
    } catch (RuntimeException e) {
      // The parser answers a bad encoding with whatever it ran into.
      throw new IllegalArgumentException("key has parameters that are not those of RSASSA-PSS", e);
    }
    if (hash.equals(NISTObjectIdentifiers.id_sha256)) {
      return Optional.of(RSA_PSS_SHA256);
    }
    if (hash.equals(NISTObjectIdentifiers.id_sha384)) {
      return Optional.of(RSA_PSS_SHA384);
    }
    return hash.equals(NISTObjectIdentifiers.id_sha512)
        ? Optional.of(RSA_PSS_SHA512)
        : Optional.empty();
  }

  private static @Nullable AlgorithmIdentifier algorithmOf(Key key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null || key.getFormat() == null) {
      return null;
    }
    return switch (key.getFormat()) {
      case "X.509" -> SubjectPublicKeyInfo.getInstance(encoded).getAlgorithm();
      case "PKCS#8" -> PrivateKeyInfo.getInstance(encoded).getPrivateKeyAlgorithm();
      default -> null;
    };
  }

  private static Optional<KeyKind> ofEncoding(Key key) {
    AlgorithmIdentifier algorithm = algorithmOf(key);
    return algorithm == null ? Optional.empty() : ofOid(algorithm.getAlgorithm().getId());
  }

  private static Optional<KeyKind> ofOid(String oid) {
    for (EdwardsCurve curve : EdwardsCurve.values()) {
      if (curve.oid().equals(oid)) {
        return ofName(curve.label());
      }
    }
    for (MlDsa set : MlDsa.values()) {
      if (set.oid().equals(oid)) {
        return ofName(set.label());
      }
    }
    return Optional.empty();
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

  long usualAlgorithm() {
    return algorithms.get(0);
  }

  boolean fits(long algorithm) {
    return algorithms.contains(algorithm);
  }

  /** Returns how long a signature is; 0 where the modulus decides. */
  int signatureBytes() {
    return switch (this) {
      case P256 -> 2 * Curve.P256.coordinateBytes();
      case P384 -> 2 * Curve.P384.coordinateBytes();
      case P521 -> 2 * Curve.P521.coordinateBytes();
      case ED25519 -> 2 * EdwardsCurve.ED25519.bytes();
      case ED448 -> 2 * EdwardsCurve.ED448.bytes();
      case RSA, RSA_PSS, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512 -> 0;
      case ML_DSA_44 -> MlDsa.ML_DSA_44.signatureBytes();
      case ML_DSA_65 -> MlDsa.ML_DSA_65.signatureBytes();
      case ML_DSA_87 -> MlDsa.ML_DSA_87.signatureBytes();
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
