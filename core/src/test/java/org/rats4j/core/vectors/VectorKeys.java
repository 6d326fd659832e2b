package org.rats4j.core.vectors;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.test.vectors.VectorRow;

/**
 * Reads the JWKs of the vectors with the JDK alone, so that no code under test vouches for them.
 */
public final class VectorKeys {
  private static final Map<String, String> EC_CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

  /** What stands before the key in a SubjectPublicKeyInfo. */
  private static final Map<String, String> SPKI_HEADS =
      Map.of(
          "Ed25519", "302a300506032b6570032100",
          "Ed448", "3043300506032b6571033a00",
          "ML-DSA-44", "30820532300b06096086480165030403110382052100",
          "ML-DSA-65", "308207b2300b0609608648016503040312038207a100",
          "ML-DSA-87", "30820a32300b060960864801650304031303820a2100");

  private VectorKeys() {}

  /** Returns the key in {@code jwk}, bound to no algorithm. */
  public static VerificationKey of(VectorRow jwk) throws GeneralSecurityException {
    return switch (jwk.requiredText("kty")) {
      case "EC" -> VerificationKey.of(ec(jwk));
      case "RSA" -> VerificationKey.of(rsa(jwk));
      case "OKP" -> VerificationKey.of(spki("EdDSA", jwk.requiredText("crv"), bytes(jwk, "x")));
      case "AKP" -> VerificationKey.of(spki("ML-DSA", jwk.requiredText("alg"), bytes(jwk, "pub")));
      case "oct" -> VerificationKey.ofMac(new SecretKeySpec(bytes(jwk, "k"), "HMAC"));
      default -> throw new AssertionError("key type that this test does not know");
    };
  }

  private static PublicKey ec(VectorRow jwk) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(EC_CURVES.get(jwk.requiredText("crv"))));
    ECPoint point = new ECPoint(integer(jwk, "x"), integer(jwk, "y"));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
  }

  private static PublicKey rsa(VectorRow jwk) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(integer(jwk, "n"), integer(jwk, "e")));
  }

  private static PublicKey spki(String family, String name, byte[] key)
      throws GeneralSecurityException {
    byte[] head = HexFormat.of().parseHex(SPKI_HEADS.get(name));
    byte[] encoded = new byte[head.length + key.length];
    System.arraycopy(head, 0, encoded, 0, head.length);
    System.arraycopy(key, 0, encoded, head.length, key.length);
    return KeyFactory.getInstance(family, BundledProvider.get())
        .generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static BigInteger integer(VectorRow jwk, String member) {
    return new BigInteger(1, bytes(jwk, member));
  }

  private static byte[] bytes(VectorRow jwk, String member) {
    return Base64.getUrlDecoder().decode(jwk.requiredText(member));
  }
}
