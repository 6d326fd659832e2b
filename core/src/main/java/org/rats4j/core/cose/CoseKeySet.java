package org.rats4j.core.cose;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.KeySetResolver;

/**
 * Several keys (RFC 9052, section 7).
 *
 * <pre>{@code COSE_KeySet = [+ COSE_Key]}</pre>
 *
 * <p>A key of the set that is not valid or not understood is left out and reported; the others
 * remain.
 */
public final class CoseKeySet {
  private final List<CoseKey> keys;
  private final List<Finding> findings;

  private CoseKeySet(List<CoseKey> keys, List<Finding> findings) {
    this.keys = List.copyOf(keys);
    this.findings = List.copyOf(findings);
  }

  /**
   * Returns a set of {@code keys}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CoseKeySet of(List<? extends CoseKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a set has one key at least");
    }
    return new CoseKeySet(List.copyOf(keys), List.of());
  }

  /**
   * Decodes exactly one set.
   *
   * @throws DecodingException if {@code cbor} is not exactly one array of one item or more
   */
  public static CoseKeySet decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    CborReader in = CborReader.of(cbor, options, "cose-key-set");
    int size = in.startArray(1, Integer.MAX_VALUE);
    List<CoseKey> keys = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      try {
        keys.add(CoseKey.read(in));
      } catch (DecodingException e) {
        in.findings().add(e.code(), Finding.Severity.WARNING, e.path(), e.detail());
      }
    }
    in.endArray();
    return new CoseKeySet(keys, in.findings().toList());
  }

  /** Returns the keys, in the order of the set. */
  public List<CoseKey> keys() {
    return keys;
  }

  /** Returns which keys were left out and why, and which deviations were accepted. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the keys as one array, each as it was received; secrets included. */
  public Bytes encode() {
    CborWriter out = new CborWriter();
    out.startArray(keys.size());
    keys.forEach(key -> out.writeRaw(key.encode()));
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
    for (CoseKey key : keys) {
      try {
        usable.add(key.toVerificationKey());
      } catch (VerificationException e) {
        key.parameters().keyId().ifPresent(others::add);
      }
    }
    return new KeySetResolver(usable, others);
  }
}
