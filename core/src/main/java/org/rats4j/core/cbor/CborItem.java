package org.rats4j.core.cbor;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

/**
 * A CBOR data item as a neutral tree, for content that no codec knows (RFC 8949, section 2).
 *
 * <p>Equality is that of the data model: how an item was encoded does not count, the order of map
 * entries does not count either.
 */
public sealed interface CborItem
    permits CborInteger,
        CborBytes,
        CborText,
        CborArray,
        CborMap,
        CborTagged,
        CborSimple,
        CborFloat {

  /**
   * Decodes exactly one item.
   *
   * @throws DecodingException if {@code cbor} is not exactly one valid item within the limits
   */
  static CborItem decode(byte[] cbor, DecodeOptions options) throws DecodingException {
    return decode(Bytes.copyOf(cbor), options);
  }

  /**
   * Decodes exactly one item. Strings in it are views of {@code cbor}, not copies.
   *
   * @throws DecodingException if {@code cbor} is not exactly one valid item within the limits
   */
  static CborItem decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    Input input = Gate.check(cbor, options, "cbor");
    return new ItemReader(input).read(input.start);
  }

  /** Returns this item in deterministic CBOR (RFC 8949, section 4.2.1). */
  default Bytes encode() {
    return new CborWriter().writeItem(this).toBytes();
  }
}
