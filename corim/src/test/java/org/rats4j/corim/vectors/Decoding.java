package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.corim.CorimOptions;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;

/** Reads an entry strictly and leniently, and compares findings with its notes. */
final class Decoding {
  private static final Pattern KEPT = Pattern.compile("Kept with a warning: (.*)\\.$");

  private Decoding() {}

  /** Reads, and fails by DecodingException alone. */
  @FunctionalInterface
  interface Reader {
    void read(Findings findings) throws DecodingException;
  }

  static void check(VectorEntry entry, Reader reader) throws Exception {
    Reading.check(entry, choice -> read(reader, options(choice)));
    Findings findings = new Findings(CorimOptions.LENIENT);
    if (entry.expect() != Expect.INVALID) {
      reader.read(findings);
    }
    checkNotes(entry, findings.toList());
  }

  /** Returns whether a lenient read takes it. */
  static boolean accepts(Reader reader) {
    return read(reader, CorimOptions.LENIENT).accepted();
  }

  private static DecodeOptions options(LeniencyChoice choice) {
    if (choice.all()) {
      return CorimOptions.LENIENT;
    }
    List<Leniency> leniencies = choice.codes().stream().map(Leniency::new).toList();
    return CorimOptions.STRICT.toBuilder().allow(leniencies).build();
  }

  private static Reading read(Reader reader, DecodeOptions options) {
    Findings findings = new Findings(options);
    try {
      reader.read(findings);
    } catch (DecodingException e) {
      return Reading.refused(e.code());
    }
    return Reading.accepted(codes(findings.toList(), f -> f == Finding.Severity.DEVIATION));
  }

  private static Set<String> codes(List<Finding> findings, Predicate<Finding.Severity> severity) {
    return findings.stream()
        .filter(finding -> severity.test(finding.severity()))
        .map(Finding::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void checkNotes(VectorEntry entry, List<Finding> findings) {
    Matcher kept = KEPT.matcher(entry.notes());
    if (!kept.find()) {
      return;
    }
    for (String remark : kept.group(1).split(", ")) {
      String message = remark.equals("self-edge") ? "domain belongs to itself" : remark;
      assertTrue(
          findings.stream().anyMatch(finding -> finding.message().equals(message)),
          () -> "no finding \"" + message + "\" in " + findings);
    }
  }
}
