package org.rats4j.eat;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.test.vectors.VectorRow;

/**
 * Reads the JWKs of the vectors with the JDK alone, so that no code under test vouches for them.
 */
final class VectorKeys {
  private static final Map<String, String> CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

  private VectorKeys() {}

  static VerificationKey of(VectorRow jwk) throws GeneralSecurityException {
    return switch (jwk.requiredText("kty")) {
      case "EC" -> ec(jwk);
      case "oct" -> VerificationKey.ofMac(new SecretKeySpec(bytes(jwk, "k"), "HMAC"));
      default -> throw new AssertionError("key type that this test does not know");
    };
  }

  private static VerificationKey ec(VectorRow jwk) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVES.get(jwk.requiredText("crv"))));
    ECPoint point =
        new ECPoint(new BigInteger(1, bytes(jwk, "x")), new BigInteger(1, bytes(jwk, "y")));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    return VerificationKey.of(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve)));
  }

  private static byte[] bytes(VectorRow jwk, String member) {
    return Base64.getUrlDecoder().decode(jwk.requiredText(member));
  }
}
