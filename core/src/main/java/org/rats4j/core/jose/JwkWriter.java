package org.rats4j.core.jose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.internal.PrivateMaterial;
import org.rats4j.core.internal.PublicMaterial;
import org.rats4j.core.internal.Unsigned;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** Turns keys into the members of a JWK. */
final class JwkWriter {
  private JwkWriter() {}

  /** Returns the members that a public key must have, which are those of its thumbprint. */
  static Map<String, JsonValue> members(PublicMaterial material) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (material instanceof PublicMaterial.Ec ec) {
      put(members, "kty", "EC");
      put(members, "crv", ec.curve().label());
      put(members, "x", ec.x());
      put(members, "y", ec.y());
    } else if (material instanceof PublicMaterial.Okp okp) {
      put(members, "kty", "OKP");
      put(members, "crv", okp.curve().label());
      put(members, "x", okp.x());
    } else if (material instanceof PublicMaterial.Rsa rsa) {
      put(members, "kty", "RSA");
      put(members, "n", Unsigned.shortest(rsa.n()));
      put(members, "e", Unsigned.shortest(rsa.e()));
    } else if (material instanceof PublicMaterial.Akp akp) {
      put(members, "kty", "AKP");
      put(members, "alg", akp.set().label());
      put(members, "pub", akp.pub());
    }
    return members;
  }

  /** Returns the members of both halves. */
  static Map<String, JsonValue> members(PrivateMaterial material) {
    Map<String, JsonValue> members = members(material.publicMaterial());
    if (material instanceof PrivateMaterial.Ec ec) {
      put(members, "d", ec.d());
    } else if (material instanceof PrivateMaterial.Okp okp) {
      put(members, "d", okp.d());
    } else if (material instanceof PrivateMaterial.Rsa rsa) {
      put(members, "d", Unsigned.shortest(rsa.d()));
      rsa.crt().ifPresent(crt -> putCrt(members, crt));
    } else if (material instanceof PrivateMaterial.Akp akp) {
      put(members, "priv", akp.priv());
    }
    return members;
  }

  private static void putCrt(Map<String, JsonValue> members, PrivateMaterial.Crt crt) {
    put(members, "p", Unsigned.shortest(crt.p()));
    put(members, "q", Unsigned.shortest(crt.q()));
    put(members, "dp", Unsigned.shortest(crt.dp()));
    put(members, "dq", Unsigned.shortest(crt.dq()));
    put(members, "qi", Unsigned.shortest(crt.qi()));
  }

  static Map<String, JsonValue> symmetric(Bytes k) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    put(members, "kty", "oct");
    put(members, "k", k);
    return members;
  }

  static Bytes thumbprint(PublicMaterial material) {
    return hash(members(material));
  }

  static Bytes thumbprintOfSymmetric(Bytes k) {
    return hash(symmetric(k));
  }

  /** Hashes the members in the order of their names (RFC 7638, section 3.3). */
  private static Bytes hash(Map<String, JsonValue> members) {
    return Digest.sha256Of(new JsonObject(new TreeMap<>(members)).encode()).value();
  }

  private static void put(Map<String, JsonValue> members, String name, String value) {
    members.put(name, new JsonString(value));
  }

  private static void put(Map<String, JsonValue> members, String name, Bytes value) {
    put(members, name, Base64Url.encode(value));
  }
}
