package org.rats4j.corim.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.Comid;

class ComidTemplateFuzzTest {
  /** What is accepted has a form in CBOR and one in JSON, and both mean the same. */
  @FuzzTest
  void acceptsOnlyWhatItCanWrite(byte[] input) {
    for (DecodeOptions options : List.of(CorimOptions.STRICT, CorimOptions.LENIENT)) {
      Comid comid;
      try {
        comid = ComidTemplate.decode(Bytes.copyOf(input), options);
      } catch (DecodingException expected) {
        continue;
      }
      try {
        assertEquals(comid, ComidTemplate.decode(ComidTemplate.encode(comid), options));
        assertEquals(comid, Comid.decode(comid.encode(), options));
      } catch (DecodingException e) {
        throw new AssertionError("refuses what it wrote", e);
      }
    }
  }
}
