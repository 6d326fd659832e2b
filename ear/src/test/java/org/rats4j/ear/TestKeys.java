package org.rats4j.ear;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** Keys of tests: made here, or read from the files of vectors. */
final class TestKeys {
  private static final Map<String, String> CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

  private TestKeys() {}

  static KeyPair p256() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  static PublicKey read(byte[] file) throws Exception {
    String text = new String(file, StandardCharsets.UTF_8);
    return text.startsWith("-----") ? pem(text) : jwk((JsonObject) decode(file));
  }

  static JsonValue decode(byte[] json) throws Exception {
    return JsonValue.decode(json, DecodeOptions.STRICT);
  }

  static PublicKey jwk(JsonObject jwk) throws Exception {
    String kind = text(jwk, "kty");
    if (kind.equals("EC")) {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec(CURVES.get(text(jwk, "crv"))));
      ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
      return KeyFactory.getInstance("EC")
          .generatePublic(
              new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }
    if (kind.equals("RSA")) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
    }
    Bytes spki = Bytes.ofHex("302a300506032b6570032100").concat(bytes(jwk, "x"));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(spki.toByteArray()));
  }

  private static PublicKey pem(String text) throws Exception {
    String body = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
  }

  private static String text(JsonObject jwk, String member) {
    return ((JsonString) jwk.get(member).orElseThrow()).value();
  }

  private static Bytes bytes(JsonObject jwk, String member) throws Exception {
    return Base64Url.decode(text(jwk, member), member);
  }

  private static BigInteger number(JsonObject jwk, String member) throws Exception {
    return new BigInteger(1, bytes(jwk, member).toByteArray());
  }
}
