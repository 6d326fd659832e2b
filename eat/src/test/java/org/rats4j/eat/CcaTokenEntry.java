package org.rats4j.eat;

import java.util.List;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Finding;
import org.rats4j.eat.cca.CcaToken;
import org.rats4j.test.vectors.VectorEntry;

/** Platform and realm token, whose platform key is the one of the entry. */
final class CcaTokenEntry {
  private CcaTokenEntry() {}

  static void check(VectorEntry entry) throws Exception {
    EntryReading.check(entry, options -> verify(entry, options));
  }

  private static List<Finding> verify(VectorEntry entry, DecodeOptions options) throws Exception {
    EatExpectations expected =
        EatExpectations.builder()
            .key(VectorKeys.of(entry.objectOf(entry.text("key").orElseThrow())))
            .freshnessHandledElsewhere()
            .build();
    return CcaToken.decode(entry.content(), options).verify(expected).findings();
  }
}
