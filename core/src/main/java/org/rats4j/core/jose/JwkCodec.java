package org.rats4j.core.jose;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.internal.Curve;
import org.rats4j.core.internal.EdwardsCurve;
import org.rats4j.core.internal.MlDsa;
import org.rats4j.core.internal.PrivateMaterial;
import org.rats4j.core.internal.PublicMaterial;
import org.rats4j.core.internal.RsaRules;
import org.rats4j.core.internal.Unsigned;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** JSON codec of {@link Jwk}; the only place that knows the wire form. */
final class JwkCodec {
  private static final Set<String> OTHER_EC_CURVES = Set.of("secp256k1");
  private static final Set<String> OTHER_OKP_CURVES = Set.of("X25519", "X448");

  /** For what was decoded once already. */
  private static final DecodeOptions AGAIN =
      DecodeOptions.builder()
          .allow(CoseLeniencies.LENIENT)
          .allow(
              Leniency.BASE64_PADDED,
              Leniency.BASE64_STANDARD_ALPHABET,
              Leniency.BASE64_TRAILING_BITS)
          .build();

  private JwkCodec() {}

  static Jwk read(JsonReader in) throws DecodingException {
    JsonValue value = in.readValue();
    if (!(value instanceof JsonObject object)) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "key is no object");
    }
    return read(object, in.path(), in.findings());
  }

  private static Jwk read(JsonObject object, String path, Findings findings)
      throws DecodingException {
    JwkMembers in = new JwkMembers(path, findings, object);
    String keyType = in.takeText("kty");
    String use = in.takeOptionalText("use");
    List<String> operations = in.takeOptionalTexts("key_ops");
    String algorithm = in.takeOptionalText("alg");
    String keyId = in.takeOptionalText("kid");
    Content content =
        switch (keyType) {
          case "EC" -> ec(in);
          case "OKP" -> okp(in);
          case "RSA" -> rsa(in);
          case "AKP" -> akp(in, algorithm);
          case "oct" -> new Content(null, null, symmetric(in));
          default -> {
            in.acceptUnknownType();
            yield new Content(null, null, null);
          }
        };
    if (algorithm != null && !content.mayHave(Algorithms.ofJoseName(algorithm))) {
      throw in.fail(Reason.INVALID_VALUE, "alg", "alg is not one of this kind of key or curve");
    }
    JwkParameters parameters =
        new JwkParameters(keyType, use, operations, algorithm, keyId, in.unread());
    return content.toKey(parameters, object);
  }

  /** What the members of a key type hold; one of the three, or none. */
  private record Content(
      @Nullable PublicMaterial publicHalf, @Nullable PrivateMaterial both, @Nullable Bytes secret) {

    Jwk toKey(JwkParameters parameters, JsonObject object) {
      if (both != null) {
        return new PrivateJwk(parameters, both, object);
      }
      if (publicHalf != null) {
        return new PublicJwk(parameters, publicHalf, object);
      }
      return secret != null
          ? new SymmetricJwk(parameters, secret, object)
          : new OpaqueJwk(parameters, object);
    }

    /** Nothing can be compared with an algorithm, or a type of key, that is not known. */
    boolean mayHave(OptionalLong algorithm) {
      if (algorithm.isEmpty()) {
        return true;
      }
      if (publicHalf != null) {
        return publicHalf.fits(algorithm.getAsLong());
      }
      return secret == null || Algorithms.isMac(algorithm.getAsLong());
    }
  }

  private static Content ec(JwkMembers in) throws DecodingException {
    String label = in.takeText("crv");
    Curve curve = null;
    for (Curve candidate : Curve.values()) {
      curve = candidate.label().equals(label) ? candidate : curve;
    }
    if (curve == null) {
      throw isOfOkp(label)
          ? in.fail(Reason.INVALID_VALUE, "crv", "crv is no curve of kty EC")
          : in.fail(Reason.UNSUPPORTED, "crv", "crv is not supported");
    }
    return ec(in, curve);
  }

  private static Content ec(JwkMembers in, Curve curve) throws DecodingException {
    BigInteger x = Unsigned.value(in.takeBytes("x", curve.coordinateBytes()));
    BigInteger y = Unsigned.value(in.takeBytes("y", curve.coordinateBytes()));
    PublicMaterial.Ec half = in.build("x", () -> new PublicMaterial.Ec(curve, new ECPoint(x, y)));
    if (!in.has("d")) {
      return new Content(half, null, null);
    }
    BigInteger d = Unsigned.value(in.takeBytes("d", curve.coordinateBytes()));
    return new Content(half, in.build("d", () -> new PrivateMaterial.Ec(half, d)), null);
  }

  private static boolean isOfOkp(String label) {
    for (EdwardsCurve curve : EdwardsCurve.values()) {
      if (curve.label().equals(label)) {
        return true;
      }
    }
    return OTHER_OKP_CURVES.contains(label);
  }

  private static boolean isOfEc(String label) {
    for (Curve curve : Curve.values()) {
      if (curve.label().equals(label)) {
        return true;
      }
    }
    return OTHER_EC_CURVES.contains(label);
  }

  private static Content okp(JwkMembers in) throws DecodingException {
    String label = in.takeText("crv");
    for (EdwardsCurve curve : EdwardsCurve.values()) {
      if (curve.label().equals(label)) {
        return okp(in, curve);
      }
    }
    throw isOfEc(label)
        ? in.fail(Reason.INVALID_VALUE, "crv", "crv is no curve of kty OKP")
        : in.fail(Reason.UNSUPPORTED, "crv", "crv is not supported");
  }

  private static Content okp(JwkMembers in, EdwardsCurve curve) throws DecodingException {
    Bytes x = in.takeBytes("x", curve.bytes());
    PublicMaterial.Okp half = in.build("x", () -> new PublicMaterial.Okp(curve, x));
    if (!in.has("d")) {
      return new Content(half, null, null);
    }
    Bytes d = in.takeBytes("d", curve.bytes());
    return new Content(half, new PrivateMaterial.Okp(half, d), null);
  }

  private static Content rsa(JwkMembers in) throws DecodingException {
    BigInteger n = in.takeShortest("n");
    BigInteger e = in.takeShortest("e");
    try {
      RsaRules.checkModulus(n);
    } catch (IllegalArgumentException weak) {
      throw in.fail(Reason.INVALID_VALUE, "KEY_MISMATCH", "n", String.valueOf(weak.getMessage()));
    }
    PublicMaterial.Rsa half = in.build("e", () -> new PublicMaterial.Rsa(n, e));
    if (!in.has("d") && !hasCrt(in)) {
      return new Content(half, null, null);
    }
    BigInteger d = in.takeShortest("d");
    Optional<PrivateMaterial.Crt> crt = crt(in);
    return new Content(half, in.build("d", () -> new PrivateMaterial.Rsa(half, d, crt)), null);
  }

  private static Optional<PrivateMaterial.Crt> crt(JwkMembers in) throws DecodingException {
    if (in.has("oth")) {
      throw in.fail(Reason.UNSUPPORTED, "oth", "RSA with more than two primes");
    }
    if (!hasCrt(in)) {
      return Optional.empty();
    }
    return Optional.of(
        new PrivateMaterial.Crt(
            in.takeShortest("p"),
            in.takeShortest("q"),
            in.takeShortest("dp"),
            in.takeShortest("dq"),
            in.takeShortest("qi")));
  }

  /** All or none of them: one that stayed behind would be a secret in a public key. */
  private static boolean hasCrt(JwkMembers in) {
    return Stream.of("p", "q", "dp", "dq", "qi").anyMatch(in::has);
  }

  private static Content akp(JwkMembers in, @Nullable String algorithm) throws DecodingException {
    if (algorithm == null) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "alg", "alg missing");
    }
    for (MlDsa set : MlDsa.values()) {
      if (set.label().equals(algorithm)) {
        return akp(in, set);
      }
    }
    throw in.fail(Reason.UNSUPPORTED, "alg", "algorithm key pair of another algorithm than ML-DSA");
  }

  private static Content akp(JwkMembers in, MlDsa set) throws DecodingException {
    Bytes pub = in.takeBytes("pub", set.publicKeyBytes());
    PublicMaterial.Akp half = new PublicMaterial.Akp(set, pub);
    if (!in.has("priv")) {
      return new Content(half, null, null);
    }
    Bytes priv = in.takeBytes("priv", MlDsa.SEED_BYTES);
    return new Content(half, new PrivateMaterial.Akp(half, priv), null);
  }

  private static Bytes symmetric(JwkMembers in) throws DecodingException {
    Bytes k = in.takeBytes("k");
    if (k.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, "k", "empty key");
    }
    return k;
  }

  static PublicJwk of(PublicKey key) {
    return made(JwkWriter.members(PublicMaterial.of(key)), PublicJwk.class);
  }

  static PrivateJwk of(PublicKey publicKey, PrivateKey privateKey) {
    PrivateMaterial material = PrivateMaterial.of(PublicMaterial.of(publicKey), privateKey);
    return made(JwkWriter.members(material), PrivateJwk.class);
  }

  static SymmetricJwk ofSymmetric(Bytes k) {
    return made(JwkWriter.symmetric(k), SymmetricJwk.class);
  }

  static <K extends Jwk> K with(JsonObject object, Class<K> type, String name, JsonValue value) {
    Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
    members.put(name, value);
    return made(members, type);
  }

  static PublicJwk publicHalf(JsonObject object, PrivateMaterial material) {
    Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
    members.keySet().removeAll(JwkWriter.members(material).keySet());
    Map<String, JsonValue> half = JwkWriter.members(material.publicMaterial());
    half.putAll(members);
    JsonValue sign = new JsonString(JwkUse.SIGN);
    if (half.get("key_ops") instanceof JsonArray operations && operations.items().contains(sign)) {
      half.put(
          "key_ops",
          new JsonArray(
              operations.items().stream()
                  .map(item -> item.equals(sign) ? new JsonString(JwkUse.VERIFY) : item)
                  .distinct()
                  .toList()));
    }
    return made(half, PublicJwk.class);
  }

  private static <K extends Jwk> K made(Map<String, JsonValue> members, Class<K> type) {
    try {
      return type.cast(read(new JsonObject(members), "jwk", new Findings(AGAIN)));
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
