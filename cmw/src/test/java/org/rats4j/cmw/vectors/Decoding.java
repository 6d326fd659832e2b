package org.rats4j.cmw.vectors;

import java.util.Set;
import org.rats4j.cmw.CmwLeniencies;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.RatsException;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;

/** Decodes a vector under options, and adds to the findings. */
interface Decoding {
  void run(DecodeOptions options, Findings findings) throws Exception;

  /** In this area only lenient entries have codes in their reason. */
  static void check(VectorEntry entry, Decoding decoding) throws Exception {
    boolean lenient = entry.expect() == Expect.LENIENT;
    Reading.check(
        entry.expect(),
        lenient ? entry.reasonCodes() : Set.of(),
        choice -> reading(choice, decoding));
  }

  private static Reading reading(LeniencyChoice choice, Decoding decoding) throws Exception {
    DecodeOptions options =
        choice.all()
            ? CmwOptions.LENIENT
            : CmwOptions.STRICT.toBuilder()
                .allow(
                    CmwLeniencies.LENIENT.stream()
                        .filter(leniency -> choice.codes().contains(leniency.code()))
                        .toList())
                .build();
    Findings findings = new Findings(options);
    try {
      decoding.run(options, findings);
      return Reading.accepted(findings.toList().stream().map(Finding::code).toList());
    } catch (RatsException e) {
      return Reading.refused(e.code());
    }
  }

  static Encoding encoding(String name) {
    return name.equals("cbor") ? Encoding.CBOR : Encoding.JSON;
  }
}
