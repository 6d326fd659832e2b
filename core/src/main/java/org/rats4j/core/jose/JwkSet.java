package org.rats4j.core.jose;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.KeySetResolver;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/**
 * Several keys (RFC 7517, section 5).
 *
 * <p>A key of the set that is not valid or not understood is left out and reported; the others
 * remain. Other members of the set than {@code keys} are ignored.
 */
public final class JwkSet {
  private final List<Jwk> keys;
  private final List<Finding> findings;

  private JwkSet(List<Jwk> keys, List<Finding> findings) {
    this.keys = List.copyOf(keys);
    this.findings = List.copyOf(findings);
  }

  /** Returns a set of {@code keys}. */
  public static JwkSet of(List<? extends Jwk> keys) {
    return new JwkSet(List.copyOf(keys), List.of());
  }

  /**
   * Decodes exactly one set.
   *
   * @throws DecodingException if {@code json} is not exactly one object with an array {@code keys}
   */
  public static JwkSet decode(Bytes json, DecodeOptions options) throws DecodingException {
    JsonReader in = JsonReader.of(json, options, "jwk-set");
    List<Jwk> keys = new ArrayList<>();
    boolean found = false;
    in.startObject();
    while (in.hasNext()) {
      if (in.readName().equals("keys")) {
        found = true;
        readKeys(in, keys);
      } else {
        in.skip();
      }
    }
    in.endObject();
    if (!found) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "jwk-set", "keys missing");
    }
    return new JwkSet(keys, in.findings().toList());
  }

  private static void readKeys(JsonReader in, List<Jwk> keys) throws DecodingException {
    in.startArray();
    while (in.hasNext()) {
      try {
        keys.add(Jwk.read(in));
      } catch (DecodingException e) {
        in.findings().add(e.code(), Finding.Severity.WARNING, e.path(), e.detail());
      }
    }
    in.endArray();
  }

  /** Returns the keys, in the order of the set. */
  public List<Jwk> keys() {
    return keys;
  }

  /** Returns which keys were left out and why, and which deviations were accepted. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the keys as one object with {@code keys}; secrets included. */
  public Bytes encode() {
    JsonWriter out = new JsonWriter();
    out.startObject().writeName("keys").startArray();
    keys.forEach(key -> key.write(out));
    out.endArray().endObject();
    return out.toBytes();
  }

  /**
   * Returns a resolver that chooses among the keys as {@link KeyResolver#of(java.util.Collection)}
   * does. It refuses with KEY_MISMATCH a message whose {@code kid} only keys have that cannot
   * verify here.
   */
  public KeyResolver toKeyResolver() {
    List<VerificationKey> usable = new ArrayList<>();
    List<Bytes> others = new ArrayList<>();
    for (Jwk key : keys) {
      try {
        usable.add(key.toVerificationKey());
      } catch (VerificationException e) {
        key.parameters().keyId().map(Bytes::ofUtf8).ifPresent(others::add);
      }
    }
    return new KeySetResolver(usable, others);
  }
}
