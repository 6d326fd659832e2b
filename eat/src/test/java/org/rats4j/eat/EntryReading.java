package org.rats4j.eat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;

/** Reads an entry of the manifest in strict mode and with leniencies. */
final class EntryReading {
  private EntryReading() {}

  /** Decodes or verifies an entry. */
  interface Decoding {
    /** Returns what was remarked. */
    List<Finding> run(DecodeOptions options) throws Exception;
  }

  /** Checks that {@code decoding} does in each mode what the entry says. */
  static void check(VectorEntry entry, Decoding decoding) throws Exception {
    boolean lenient = entry.expect() == Expect.LENIENT;
    Reading.check(
        entry.expect(),
        lenient ? entry.reasonCodes() : Set.of(),
        choice ->
            reading(
                decoding,
                choice.all()
                    ? EatOptions.LENIENT
                    : EatOptions.STRICT.toBuilder()
                        .allow(
                            EatLeniencies.LENIENT.stream()
                                .filter(leniency -> choice.codes().contains(leniency.code()))
                                .toList())
                        .build()));
  }

  private static Reading reading(Decoding decoding, DecodeOptions options) throws Exception {
    try {
      Set<String> deviations = new HashSet<>();
      for (Finding finding : decoding.run(options)) {
        if (finding.severity() == Finding.Severity.DEVIATION) {
          deviations.add(finding.code());
        }
      }
      return Reading.accepted(deviations);
    } catch (RatsException e) {
      return Reading.refused(e.code());
    }
  }
}
