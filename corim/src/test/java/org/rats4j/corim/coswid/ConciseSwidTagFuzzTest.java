package org.rats4j.corim.coswid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimOptions;

class ConciseSwidTagFuzzTest {
  /** What a builder refuses and a lenient reader takes; no writer can mend it. */
  private static final DecodeOptions OWN =
      CorimOptions.STRICT.toBuilder().allow(CorimLeniencies.COSWID_CO_CONSTRAINT).build();

  /** What is accepted is written so that it is read again as the same value. */
  @FuzzTest
  void acceptsOnlyWhatItCanWrite(byte[] input) {
    for (DecodeOptions options : List.of(CorimOptions.STRICT, CorimOptions.LENIENT)) {
      ConciseSwidTag tag;
      try {
        tag = ConciseSwidTag.decode(Bytes.copyOf(input), options);
      } catch (DecodingException expected) {
        continue;
      }
      try {
        assertEquals(tag, ConciseSwidTag.decode(tag.encode(), OWN));
        assertEquals(tag, ConciseSwidTag.decode(tag.encodeTagged(), OWN));
      } catch (DecodingException e) {
        throw new AssertionError("refuses what it wrote", e);
      }
      tag.others().keys().forEach(tag::attribute);
    }
  }
}
