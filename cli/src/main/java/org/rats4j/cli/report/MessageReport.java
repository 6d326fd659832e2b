package org.rats4j.cli.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.core.Finding;

/**
 * What a command says about one message.
 *
 * @param file the name of the file
 * @param kind what the message is, in words
 * @param state what the command found out, in a few words
 * @param tone whether that is good news
 * @param remarks what else there is to say about the message as a whole
 * @param verdict what a policy says about it
 * @param summary the message in brief
 * @param findings what was remarked while reading it
 * @param content the message; empty if it could not be read
 */
public record MessageReport(
    String file,
    String kind,
    String state,
    Tone tone,
    List<String> remarks,
    Optional<Verdict> verdict,
    Summary summary,
    List<Finding> findings,
    Optional<View> content) {
  /** Creates a report. */
  public MessageReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(tone, "tone");
    remarks = List.copyOf(remarks);
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(summary, "summary");
    findings = List.copyOf(findings);
    Objects.requireNonNull(content, "content");
  }
}
