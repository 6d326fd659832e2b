package org.rats4j.corim.comid;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.corim.CorimOptions;

/** A COSE_Key (RFC 9052, section 7), tag 558. Two are equal if they mean the same. */
public final class EncodedCoseKey implements Instance, CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 558;

  private final Bytes encoded;

  private EncodedCoseKey(Bytes encoded) {
    this.encoded = encoded;
  }

  /**
   * Returns this key, which nobody has to understand.
   *
   * @throws IllegalArgumentException if {@code key} is not a map with a key type (1)
   */
  public static EncodedCoseKey of(CborItem key) {
    if (!(key instanceof CborMap map) || map.get(1).isEmpty()) {
      throw new IllegalArgumentException("COSE key is not a map with a key type");
    }
    return new EncodedCoseKey(key.encode());
  }

  /** Returns this key. */
  public static EncodedCoseKey of(CoseKey key) throws DecodingException {
    return of(CborItem.decode(key.encode(), CorimOptions.STRICT));
  }

  /** Returns the map in deterministic CBOR, without the tag. */
  public Bytes encoded() {
    return encoded;
  }

  /**
   * Returns the key.
   *
   * @throws DecodingException if it is none that this library understands
   */
  public CoseKey key() throws DecodingException {
    return CoseKey.decode(encoded, CorimOptions.STRICT);
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG).writeRaw(encoded);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EncodedCoseKey other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return encoded.toString();
  }
}
