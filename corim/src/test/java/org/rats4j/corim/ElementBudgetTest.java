package org.rats4j.corim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cbor.Diagnostic;

/** What a CoRIM may hold counts over all of its tags: many small ones do not get around it. */
class ElementBudgetTest {
  private static final String COMID =
      "{1: {0: \"t\"}, 4: {0: [[{0: {1: \"v\"}}, [{1: {11: \"n\"}}]]]}}";

  /** Of one such CoMID: 2 + 1 + 1 + 1 + 2 + 1 + 1 + 1 + 1 + 1. */
  private static final int IN_COMID = 12;

  private static Corim decode(int tags, int elements, boolean wrapped) throws DecodingException {
    Bytes comid = Diagnostic.parse(COMID).encode();
    CborWriter out = new CborWriter();
    out.writeTag(501).startMap(2).writeInt(0).writeText("c").writeInt(1).startArray(tags);
    for (int i = 0; i < tags; i++) {
      if (wrapped) {
        out.writeBytes(new CborWriter().writeTag(506).writeBytes(comid).toBytes());
      } else {
        out.writeTag(506).writeBytes(comid);
      }
    }
    DecodeOptions options = CorimOptions.LENIENT.toBuilder().elements(elements).build();
    return Corim.decode(out.toBytes(), CorimProfiles.NONE, new Findings(options));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countsOverAllTags(boolean wrapped) throws Exception {
    int all = 2 + 3 + 3 * IN_COMID;

    assertEquals(3, decode(3, all, wrapped).tags().size());

    DecodingException e = assertThrows(DecodingException.class, () -> decode(3, all - 1, wrapped));
    assertEquals(Reason.LIMIT_EXCEEDED + " corim/1/2", e.reason() + " " + e.path());
  }
}
