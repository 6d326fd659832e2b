package org.rats4j.cmw.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code cmw}: one wrapper. */
public final class WrapperEntry {
  private WrapperEntry() {}

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    Encoding encoding = Decoding.encoding(entry.encoding());
    Bytes bytes = Bytes.copyOf(entry.content());
    Decoding.check(
        entry,
        (options, findings) -> {
          Cmw cmw = Cmw.decode(bytes, encoding, findings);
          CmwForm form = encoding == Encoding.CBOR ? CmwForm.CBOR : CmwForm.JSON;
          assertEquals(cmw, Cmw.decode(cmw.encode(form), encoding, CmwOptions.STRICT));
        });
  }
}
