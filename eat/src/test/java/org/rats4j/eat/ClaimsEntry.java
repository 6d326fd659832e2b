package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.test.vectors.VectorEntry;

/** A bare set of claims. */
final class ClaimsEntry {
  private ClaimsEntry() {}

  static void check(VectorEntry entry) throws Exception {
    EntryReading.check(entry, options -> decode(entry, options));
  }

  private static List<Finding> decode(VectorEntry entry, DecodeOptions options) throws Exception {
    Encoding encoding = entry.encoding().equals("cbor") ? Encoding.CBOR : Encoding.JSON;
    EatClaims claims = EatClaims.decode(Bytes.copyOf(entry.content()), encoding, options);
    if (options.leniencies().isEmpty()) {
      EatClaims again = EatClaims.decode(claims.encode(encoding), encoding, options);
      assertEquals(claims, again);
    }
    if (entry.notes().startsWith("Findings expected")) {
      assertFalse(claims.findings().isEmpty());
    }
    return claims.findings();
  }
}
