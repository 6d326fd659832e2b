package org.rats4j.cli.report;

import java.util.List;
import java.util.Optional;
import org.rats4j.cli.report.Summary.Fact;
import org.rats4j.cli.report.Summary.Part;
import org.rats4j.cli.report.Summary.Row;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;

/** A report with hostile and unwieldy text in every place that a message can fill. */
final class HostileReport {
  static final String TEXT =
      "</title></style></h1></dl><script>document.title='owned'</script>"
          + "<img src=x onerror=\"document.title='owned'\">'\"><svg/onload=owned()>&lt;b&gt;";
  static final String LONG = "no-place-to-break-".repeat(20);

  private HostileReport() {}

  static MessageReport of(boolean accepted) {
    List<Fact> facts = List.of(new Fact(TEXT, TEXT, Tone.GOOD), new Fact(LONG, LONG));
    List<Row> rows =
        List.of(
            new Row(TEXT, TEXT, TEXT, Tone.BAD, TEXT),
            new Row("executables", "-128", "contraindicated", Tone.BAD, "bad"),
            new Row("sourced-data", "1", "none", Tone.PLAIN, LONG));
    List<Finding> findings =
        List.of(
            new Finding("A_CODE_THAT_IS_RATHER_LONG", Severity.WARNING, TEXT, TEXT),
            new Finding("CODE", Severity.INFO, LONG, LONG));
    View deep = View.text(LONG);
    for (int i = 0; i < 16; i++) {
      deep = View.Group.builder().put(TEXT, deep).put("note", View.number(1).noted(TEXT)).build();
    }
    return new MessageReport(
        TEXT,
        TEXT,
        TEXT,
        Tone.GOOD,
        List.of(TEXT),
        Optional.of(new Verdict(TEXT, accepted, accepted ? List.of() : findings)),
        new Summary(
            facts,
            List.of(
                new Part(TEXT, TEXT, Tone.DOUBTFUL, facts, rows),
                new Part(LONG, "none", Tone.PLAIN, List.of(), List.of()))),
        findings,
        Optional.of(
            new View.Items(
                List.of(deep, View.bytes(Bytes.copyOf(new byte[1000])), new View.Symbol(TEXT)))));
  }
}
