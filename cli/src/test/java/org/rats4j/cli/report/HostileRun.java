package org.rats4j.cli.report;

import java.util.List;
import java.util.Optional;
import org.rats4j.cli.report.RunReport.Arrow;
import org.rats4j.cli.report.RunReport.Note;
import org.rats4j.cli.report.RunReport.Pipe;
import org.rats4j.cli.report.RunReport.Stretch;
import org.rats4j.cli.view.View;

/** A run with hostile and unwieldy text in every place that a message or a reason can fill. */
final class HostileRun {
  private static final List<String> ROLES = List.of("a", "b", "c", "attacker", "e");

  private HostileRun() {}

  static RunReport report() {
    String text = HostileReport.TEXT;
    String wide = HostileReport.LONG;
    View content =
        View.Group.builder().put(text, View.text(text)).put(wide, View.text(wide)).build();
    return new RunReport(
        text,
        wide,
        "REJECT",
        Tone.BAD,
        List.of(text, wide),
        ROLES,
        List.of(
            new Stretch(text, wide, List.of(new Pipe("c", "attacker", Tone.DOUBTFUL))),
            new Note("e", text, Tone.BAD),
            new Note("a", wide, Tone.GOOD),
            new Arrow("a", "e", text, wide, text, 1, Optional.of(content)),
            new Arrow("c", "b", wide, text, wide, 1, Optional.of(content)),
            new Stretch("end", "", List.of()),
            new Arrow("c", "attacker", "verdict", "", "", 1, Optional.empty())));
  }
}
