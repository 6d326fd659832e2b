package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.Comid;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code comid}: one CoMID without its tag. */
public final class ComidEntry {
  private ComidEntry() {}

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    Bytes cbor = Bytes.copyOf(entry.content());
    Decoding.check(entry, findings -> read(cbor, findings));
  }

  private static void read(Bytes cbor, Findings findings) throws DecodingException {
    Comid comid = Comid.decode(cbor, findings);
    Bytes encoded = comid.encode();
    boolean strict = findings.options().leniencies().isEmpty();
    if (strict) {
      assertEquals(CborItem.decode(cbor, CorimOptions.STRICT).encode(), encoded);
    }
    comid.check().forEach(findings::add);
    assertEquals(comid, Comid.decode(encoded, findings.options()));
  }
}
