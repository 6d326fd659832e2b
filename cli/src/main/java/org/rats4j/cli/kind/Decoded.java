package org.rats4j.cli.kind;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.cli.report.Summary;
import org.rats4j.cli.report.Verdict;
import org.rats4j.cli.view.View;
import org.rats4j.core.Finding;

/**
 * A file that was decoded.
 *
 * @param encoding its encoding, in the words of the vector manifests
 * @param signed whether it carries a signature or MAC
 * @param findings what was remarked
 * @param content what it says
 * @param summary what it says, in brief; empty where the content is brief enough
 * @param verdict what the policy says about it, if there is one
 */
public record Decoded(
    String encoding,
    boolean signed,
    List<Finding> findings,
    View content,
    Summary summary,
    Optional<Verdict> verdict) {
  /** Creates a result. */
  public Decoded {
    Objects.requireNonNull(encoding, "encoding");
    findings = List.copyOf(findings);
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(verdict, "verdict");
  }

  /** Creates a result without summary. */
  public Decoded(String encoding, boolean signed, List<Finding> findings, View content) {
    this(encoding, signed, findings, content, Summary.EMPTY, Optional.empty());
  }

  /** Returns this result with a summary. */
  public Decoded summed(Summary value) {
    return new Decoded(encoding, signed, findings, content, value, verdict);
  }

  /** Returns this result with what a policy says about it. */
  public Decoded judged(Verdict value) {
    return new Decoded(encoding, signed, findings, content, summary, Optional.of(value));
  }

  /** Returns the deviations that a lenient read accepted. */
  public List<Finding> deviations() {
    return findings.stream()
        .filter(finding -> finding.severity() == Finding.Severity.DEVIATION)
        .toList();
  }
}
