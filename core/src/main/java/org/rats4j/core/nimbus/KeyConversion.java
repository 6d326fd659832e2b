package org.rats4j.core.nimbus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.cose.CoseKeyOperation;
import org.rats4j.core.cose.CoseKeyParameters;
import org.rats4j.core.cose.CosePrivateKey;
import org.rats4j.core.cose.CosePublicKey;
import org.rats4j.core.cose.CoseSymmetricKey;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.jose.JwkParameters;
import org.rats4j.core.jose.PrivateJwk;
import org.rats4j.core.jose.PublicJwk;
import org.rats4j.core.jose.SymmetricJwk;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * Turns a JWK into a COSE_Key and back: the key itself, {@code kid}, {@code alg} and {@code
 * key_ops}. What restricts a key is never lost; what cannot be said on the other side is refused.
 */
final class KeyConversion {
  private static final long KID = 2;
  private static final long ALG = 3;
  private static final long KEY_OPS = 4;

  /** The names in JOSE of the operations 1 to 8 in COSE. */
  private static final List<String> OPERATIONS =
      List.of(
          "sign",
          "verify",
          "encrypt",
          "decrypt",
          "wrapKey",
          "unwrapKey",
          "deriveKey",
          "deriveBits");

  private KeyConversion() {}

  static CoseKey toCoseKey(Jwk key) {
    JwkParameters parameters = key.parameters();
    if (!parameters.use().orElse("sig").equals("sig")) {
      throw new IllegalArgumentException("COSE cannot say what use says");
    }
    boolean mac = key instanceof SymmetricJwk;
    Map<CborItem, CborItem> members = new LinkedHashMap<>(membersOf(bare(key)));
    parameters
        .keyId()
        .ifPresent(kid -> members.put(CborInteger.of(KID), new CborBytes(Bytes.ofUtf8(kid))));
    parameters
        .algorithm()
        .ifPresent(name -> members.put(CborInteger.of(ALG), CborInteger.of(number(name))));
    if (!parameters.operations().isEmpty()) {
      List<CborItem> operations = new ArrayList<>();
      parameters.operations().forEach(name -> operations.add(operation(name, mac)));
      members.put(CborInteger.of(KEY_OPS), new CborArray(operations));
    }
    try {
      return CoseKey.decode(new CborMap(members).encode(), DecodeOptions.STRICT);
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static CoseKey bare(Jwk key) {
    if (key instanceof PublicJwk half) {
      return CoseKey.of(half.toPublicKey());
    }
    if (key instanceof PrivateJwk pair) {
      return CoseKey.of(pair.publicKey().toPublicKey(), pair.toPrivateKey());
    }
    if (key instanceof SymmetricJwk secret) {
      return CoseSymmetricKey.of(Bytes.copyOf(secret.toSecretKey().getEncoded()));
    }
    throw new IllegalArgumentException("key type is not known");
  }

  private static Map<CborItem, CborItem> membersOf(CoseKey key) {
    try {
      return ((CborMap) CborItem.decode(key.encode(), DecodeOptions.STRICT)).entries();
    } catch (DecodingException e) {
      throw new IllegalStateException("a key does not decode again", e);
    }
  }

  private static long number(String name) {
    return Algorithms.ofJoseName(name)
        .orElseThrow(() -> new IllegalArgumentException("alg is not known"));
  }

  private static CborInteger operation(String name, boolean mac) {
    int index = OPERATIONS.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("key_ops has a name that is not known");
    }
    if (mac && name.equals("sign")) {
      return CborInteger.of(CoseKeyOperation.MAC_CREATE);
    }
    return CborInteger.of(mac && name.equals("verify") ? CoseKeyOperation.MAC_VERIFY : index + 1);
  }

  static Jwk toJwk(CoseKey key) {
    CoseKeyParameters parameters = key.parameters();
    boolean mac = key instanceof CoseSymmetricKey;
    Map<String, JsonValue> members = new LinkedHashMap<>(bare(key));
    parameters.keyId().ifPresent(kid -> members.put("kid", new JsonString(text(kid))));
    parameters.algorithm().ifPresent(alg -> members.put("alg", new JsonString(name(alg))));
    if (!parameters.operations().isEmpty()) {
      List<JsonValue> operations = new ArrayList<>();
      parameters.operations().forEach(label -> operations.add(new JsonString(name(label, mac))));
      members.put("key_ops", new JsonArray(operations));
    }
    try {
      return Jwk.decode(new JsonObject(members).encode(), DecodeOptions.STRICT);
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Map<String, JsonValue> bare(CoseKey key) {
    if (key instanceof CosePublicKey half) {
      return membersOf(Jwk.of(half.toPublicKey()));
    }
    if (key instanceof CosePrivateKey pair) {
      return membersOf(Jwk.of(pair.publicKey().toPublicKey(), pair.toPrivateKey()));
    }
    if (key instanceof CoseSymmetricKey secret) {
      return membersOf(SymmetricJwk.of(Bytes.copyOf(secret.toSecretKey().getEncoded())));
    }
    throw new IllegalArgumentException("key type is not known");
  }

  private static Map<String, JsonValue> membersOf(Jwk key) {
    try {
      JsonValue object = JsonValue.decode(key.encode().toByteArray(), DecodeOptions.STRICT);
      return ((JsonObject) object).members();
    } catch (DecodingException e) {
      throw new IllegalStateException("a key does not decode again", e);
    }
  }

  private static String text(Bytes kid) {
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(kid.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("kid is not UTF-8", e);
    }
  }

  private static String name(Label algorithm) {
    if (algorithm instanceof Label.OfInteger number && number.fitsLong()) {
      return Algorithms.joseName(number.longValue())
          .orElseThrow(() -> new IllegalArgumentException("alg has no name in JOSE"));
    }
    throw new IllegalArgumentException("alg has no name in JOSE");
  }

  private static String name(Label operation, boolean mac) {
    if (mac && operation.equals(Label.of(CoseKeyOperation.MAC_CREATE))) {
      return "sign";
    }
    if (mac && operation.equals(Label.of(CoseKeyOperation.MAC_VERIFY))) {
      return "verify";
    }
    for (int i = 0; i < OPERATIONS.size(); i++) {
      // A secret that signs or verifies, in COSE, is no MAC key.
      if (operation.equals(Label.of(i + 1)) && !(mac && i < 2)) {
        return OPERATIONS.get(i);
      }
    }
    throw new IllegalArgumentException("key_ops has a value that JOSE does not know");
  }
}
