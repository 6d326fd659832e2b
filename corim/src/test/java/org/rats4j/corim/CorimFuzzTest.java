package org.rats4j.corim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.comid.Comid;

class CorimFuzzTest {
  private static final CorimProfiles PROFILES = CorimProfiles.BUILT_IN.keepingUnknown();
  private static final List<DecodeOptions> MODES =
      List.of(CorimOptions.STRICT, CorimOptions.LENIENT);

  /** What is accepted is written so that it is read again as the same value. */
  @FuzzTest
  void acceptsOnlyComidsThatItCanWrite(byte[] input) {
    for (DecodeOptions options : MODES) {
      Comid comid;
      try {
        comid = Comid.decode(Bytes.copyOf(input), options);
      } catch (DecodingException expected) {
        continue;
      }
      comid.check();
      try {
        assertEquals(comid, Comid.decode(comid.encode(), options));
      } catch (DecodingException e) {
        throw new AssertionError("refuses what it wrote", e);
      }
    }
  }

  /** Whatever the bytes are, signed or not, only DecodingException gets out. */
  @FuzzTest
  void acceptsOnlyCorimsThatItCanWrite(byte[] input) {
    for (DecodeOptions options : MODES) {
      CorimMessage message;
      try {
        message = CorimMessage.decode(Bytes.copyOf(input), PROFILES, new Findings(options));
      } catch (DecodingException expected) {
        continue;
      }
      Corim corim =
          message instanceof UnverifiedSignedCorim signed
              ? signed.unverifiedCorim().orElse(null)
              : (Corim) message;
      if (corim == null) {
        continue;
      }
      corim.check();
      try {
        assertEquals(corim, Corim.decode(corim.encode(), PROFILES, new Findings(options)));
      } catch (DecodingException e) {
        throw new AssertionError("refuses what it wrote", e);
      }
    }
  }
}
