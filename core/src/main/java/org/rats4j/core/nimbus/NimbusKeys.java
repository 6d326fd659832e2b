package org.rats4j.core.nimbus;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;

/**
 * Turns keys of Nimbus into ours and back, secrets included. Each key is checked as if it had been
 * received: points on their curve, sizes, {@code alg} fits the key.
 */
@SuppressWarnings("exports") // on purpose: the one place with types of Nimbus
public final class NimbusKeys {
  private NimbusKeys() {}

  /**
   * Returns {@code key} as our JWK, with all of its members.
   *
   * @throws IllegalArgumentException if it is weak, off its curve, or of a kind that this library
   *     does not support
   */
  public static Jwk toJwk(JWK key) {
    try {
      return Jwk.decode(Bytes.ofUtf8(key.toJSONString()), DecodeOptions.STRICT);
    } catch (DecodingException e) {
      throw new IllegalArgumentException("not supported: " + e.getMessage(), e);
    }
  }

  /**
   * Returns {@code key} as COSE_Key, with its {@code kid}, {@code alg} and {@code key_ops}.
   *
   * @throws IllegalArgumentException as {@link #toJwk}; also if {@code alg} or {@code key_ops} has
   *     no number in COSE, or {@code use} is not {@code sig}
   */
  public static CoseKey toCoseKey(JWK key) {
    return KeyConversion.toCoseKey(toJwk(key));
  }

  /**
   * Returns {@code key} as a verifier takes it, under its {@code kid} and bound to its {@code alg}.
   *
   * @throws IllegalArgumentException as {@link #toJwk}
   * @throws VerificationException with KEY_MISMATCH if {@code use}, {@code key_ops} or {@code alg}
   *     do not let the key verify anything here
   */
  public static VerificationKey toVerificationKey(JWK key) throws VerificationException {
    return toJwk(key).toVerificationKey();
  }

  /**
   * Returns {@code key} as JWK of Nimbus, with all of its members.
   *
   * @throws IllegalArgumentException if Nimbus does not know its kind, such as ML-DSA
   */
  public static JWK toNimbus(Jwk key) {
    try {
      return JWK.parse(new String(key.encode().toByteArray(), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalArgumentException("Nimbus does not take this key", e);
    }
  }

  /**
   * Returns {@code key} as JWK of Nimbus, with its {@code kid}, {@code alg} and {@code key_ops}.
   *
   * @throws IllegalArgumentException as {@link #toNimbus(Jwk)}; also if {@code kid} is not UTF-8,
   *     or {@code alg} or {@code key_ops} has no name in JOSE
   */
  public static JWK toNimbus(CoseKey key) {
    return toNimbus(KeyConversion.toJwk(key));
  }
}
