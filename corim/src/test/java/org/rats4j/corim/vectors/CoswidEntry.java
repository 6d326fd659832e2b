package org.rats4j.corim.vectors;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.EncodingLint;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.coswid.ConciseSwidTag;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code coswid}: the content of a concise SWID tag, or a tag that stands alone. */
public final class CoswidEntry {
  private CoswidEntry() {}

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    Bytes wire = Bytes.copyOf(entry.content());
    Decoding.check(entry, findings -> ConciseSwidTag.decode(wire, findings));
    if (entry.expect() == Expect.VALID) {
      checkSameContent(wire, CorimOptions.STRICT);
    }
  }

  /**
   * Checks an entry of tokens, whose manifest says only that it is CBOR: two of the examples of RFC
   * 9711 name nobody who made the tag.
   */
  public static void checkInToken(VectorEntry entry) throws Exception {
    DecodeOptions options =
        CorimOptions.STRICT.toBuilder().allow(CorimLeniencies.COSWID_CO_CONSTRAINT).build();
    checkSameContent(Bytes.copyOf(entry.content()), options);
  }

  /** Nothing of the content may get lost, and what is deterministic comes back byte for byte. */
  private static void checkSameContent(Bytes wire, DecodeOptions options) throws DecodingException {
    ConciseSwidTag tag = ConciseSwidTag.decode(wire, options);
    boolean tagged = wire.at(0) == 0xda;
    Bytes encoded = tagged ? tag.encodeTagged() : tag.encode();
    if (!CborItem.decode(wire, CorimOptions.STRICT)
        .equals(CborItem.decode(encoded, CorimOptions.STRICT))) {
      throw new AssertionError("encodes other content");
    }
    boolean deterministic =
        EncodingLint.check(wire, EncodingRule.DETERMINISTIC, CorimOptions.STRICT).isEmpty();
    if (deterministic && !wire.equals(encoded)) {
      throw new AssertionError("encodes other bytes");
    }
  }
}
