package org.rats4j.pkix.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.VerificationException;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidenceResult;
import org.rats4j.pkix.PkixCodes;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;

/** Entries of kind {@code pkix-evidence}. */
public final class EvidenceEntry {
  /** The members that this kind has beyond the common ones. */
  public static final String[] MEMBERS = {
    "findings", "anchor", "at", "extraCertificates", "policy", "resolve", "trustedKeys", "profile"
  };

  private EvidenceEntry() {}

  /** Checks an entry. */
  public static void check(VectorEntry entry) throws Exception {
    UnverifiedEvidence evidence = read(entry);
    if (evidence == null) {
      assertEquals(Optional.of(false), entry.verifies());
      return;
    }
    assertEquals(evidence, Evidence.decodeText(Bytes.ofUtf8(evidence.toPem()), options(entry)));
    if (entry.has("anchor")) {
      EvidenceExpectations expectations = Trust.of(entry).build();
      checkVerdict(entry, evidence.check(expectations), evidence);
      Policies.check(entry, evidence);
    }
  }

  private static void checkVerdict(
      VectorEntry entry, EvidenceResult result, UnverifiedEvidence evidence) throws Exception {
    Set<String> expected = new HashSet<>(entry.texts("findings"));
    assertTrue(
        codes(result.findings()).containsAll(expected),
        "expected " + expected + ", found " + codes(result.findings()));
    assertEquals(entry.verifies().orElseThrow(), result instanceof EvidenceResult.Verified);
    if (result instanceof EvidenceResult.Rejected) {
      expected.add(PkixCodes.AK_SPKI_UNBACKED);
      assertEquals(Set.of(), without(errors(result.findings()), expected), "more errors");
      VerificationException e =
          assertThrows(VerificationException.class, () -> evidence.verify(Trust.of(entry).build()));
      assertTrue(expected.contains(e.code()));
    }
  }

  static Set<String> errors(List<Finding> findings) {
    return codes(findings.stream().filter(f -> f.severity() == Severity.ERROR).toList());
  }

  private static Set<String> without(Set<String> codes, Set<String> others) {
    Set<String> rest = new HashSet<>(codes);
    rest.removeAll(others);
    return rest;
  }

  /** Returns what the reader makes of the entry, null if it has to refuse. */
  static UnverifiedEvidence read(VectorEntry entry) throws Exception {
    Set<String> expected = new HashSet<>(entry.texts("findings"));
    if (entry.expect() == Expect.VALID) {
      UnverifiedEvidence evidence = decode(entry, EvidenceOptions.STRICT);
      assertTrue(deviations(evidence.findings()).isEmpty(), "strict reports deviations");
      return evidence;
    }
    Set<String> seen = new HashSet<>();
    seen.add(refusal(entry, EvidenceOptions.STRICT));
    if (entry.expect() == Expect.INVALID) {
      seen.add(refusal(entry, options(entry)));
      assertEquals(expected, seen);
      return null;
    }
    UnverifiedEvidence evidence = decode(entry, options(entry));
    assertTrue(expected.containsAll(seen), "strict refuses with " + seen);
    seen.removeAll(codes(evidence.findings()));
    assertEquals(Set.of(), seen, "lenient does not report what strict refuses");
    return evidence;
  }

  static EvidenceOptions options(VectorEntry entry) {
    return entry.text("profile").isPresent()
        ? EvidenceOptions.LENIENT.toBuilder().oids(EvidenceOids.LEGACY_02_TO_05).build()
        : EvidenceOptions.LENIENT;
  }

  static UnverifiedEvidence decode(VectorEntry entry, EvidenceOptions options) throws Exception {
    Bytes content = Bytes.copyOf(entry.content());
    UnverifiedEvidence evidence =
        entry.encoding().equals("der")
            ? Evidence.decode(content, options)
            : Evidence.decodeText(content, options);
    if (entry.encoding().equals("der")) {
      assertEquals(content, evidence.encoded());
    }
    return evidence;
  }

  private static String refusal(VectorEntry entry, EvidenceOptions options) throws Exception {
    try {
      decode(entry, options);
    } catch (DecodingException e) {
      return e.code();
    }
    throw new AssertionError("accepted, with " + options.decodeOptions().leniencies());
  }

  static Set<String> codes(List<Finding> findings) {
    Set<String> codes = new HashSet<>();
    findings.forEach(finding -> codes.add(finding.code()));
    return codes;
  }

  private static Set<String> deviations(List<Finding> findings) {
    return codes(
        findings.stream().filter(finding -> finding.severity() == Severity.DEVIATION).toList());
  }
}
