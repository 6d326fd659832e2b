package org.rats4j.cli.report;

import java.util.List;
import java.util.Locale;
import org.rats4j.cli.report.Summary.Fact;
import org.rats4j.cli.report.Summary.Part;
import org.rats4j.cli.report.Summary.Row;
import org.rats4j.core.Finding;

/**
 * Shows reports as one page that needs nothing else: no script, no file beside it, no network. Its
 * content security policy allows its own style and nothing more.
 */
public final class HtmlPage {
  private final Html out = new Html();
  private final ViewHtml tree = new ViewHtml(out);

  private HtmlPage() {}

  /** Returns a page with {@code reports}. */
  public static String of(List<MessageReport> reports) {
    HtmlPage page = new HtmlPage();
    String title = reports.size() == 1 ? reports.get(0).file() : "Attestation messages";
    PageFrame.open(page.out, title, "report.css");
    reports.forEach(page::report);
    PageFrame.close(
        page.out, "Made by the rats command. Everything in the cards is what the messages say.");
    return page.out.toString();
  }

  private void report(MessageReport report) {
    out.open("header", "card banner " + name(worst(report)))
        .element("h1", report.file())
        .element("div", "soft", report.kind())
        .open("div", "badges");
    badge(report.state(), report.tone());
    report.verdict().ifPresent(verdict -> badge(verdict.words(), verdict.tone()));
    out.close("div");
    report.remarks().forEach(remark -> out.element("p", "soft", remark));
    facts(report.summary().facts());
    out.close("header");
    report.verdict().ifPresent(this::verdict);
    section("What it says, part by part", report.summary().parts(), this::part);
    findings("What was remarked", report.findings());
    report
        .content()
        .ifPresent(
            content -> {
              out.raw("<section>\n<h2>Content</h2>\n<div class=\"card\">\n");
              out.raw("<details open>\n<summary>All that is in the message</summary>\n");
              out.open("div", "tree");
              tree.write(content);
              out.close("div").raw("</details>\n</div>\n</section>\n");
            });
  }

  /** What a policy rejects is no good news, however well it verifies. */
  private static Tone worst(MessageReport report) {
    return report.verdict().filter(verdict -> !verdict.accepted()).isPresent()
        ? Tone.BAD
        : report.tone();
  }

  private void verdict(Verdict verdict) {
    out.raw("<section>\n<h2>Policy</h2>\n").open("div", "card banner " + name(verdict.tone()));
    out.open("div", "head").element("h3", verdict.policy());
    badge(verdict.accepted() ? "accepted" : "rejected", verdict.tone());
    out.close("div");
    if (verdict.accepted()) {
      out.element("p", "soft", "Everything that the policy demands holds.");
    } else {
      list(verdict.reasons());
    }
    out.raw("</div>\n</section>\n");
  }

  private <T> void section(String title, List<T> elements, java.util.function.Consumer<T> each) {
    if (!elements.isEmpty()) {
      out.raw("<section>\n").element("h2", title);
      elements.forEach(each);
      out.raw("</section>\n");
    }
  }

  private void part(Part part) {
    out.open("article", "card").open("div", "head").element("h3", part.title());
    badge(part.verdict(), part.tone());
    out.close("div");
    facts(part.facts());
    if (!part.rows().isEmpty()) {
      out.raw("<table>\n<thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Value</th>")
          .raw("<th scope=\"col\">Verdict</th><th scope=\"col\">Meaning</th></tr></thead>\n")
          .open("tbody");
      part.rows().forEach(this::row);
      out.close("tbody").close("table");
    }
    out.close("article");
  }

  private void row(Row row) {
    out.raw("<tr><th scope=\"row\">").text(row.name()).raw("</th>");
    out.element("td", "value", row.value()).open("td");
    badge(row.verdict(), row.tone());
    out.close("td").element("td", "meaning", row.meaning()).close("tr");
  }

  private void facts(List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    out.open("dl", "facts");
    for (Fact fact : facts) {
      out.element("dt", fact.name()).element("dd", name(fact.tone()), fact.value());
    }
    out.close("dl");
  }

  private void findings(String title, List<Finding> findings) {
    if (!findings.isEmpty()) {
      out.raw("<section>\n").element("h2", title).open("div", "card");
      list(findings);
      out.raw("</div>\n</section>\n");
    }
  }

  private void list(List<Finding> findings) {
    out.open("ul", "list");
    for (Finding finding : findings) {
      out.open("li");
      badge(finding.code(), tone(finding));
      out.raw(" ").text(finding.message());
      if (!finding.path().isEmpty()) {
        out.element("code", "path", finding.path());
      }
      out.close("li");
    }
    out.close("ul");
  }

  private static Tone tone(Finding finding) {
    return switch (finding.severity()) {
      case INFO -> Tone.PLAIN;
      case WARNING, DEVIATION -> Tone.DOUBTFUL;
      case ERROR -> Tone.BAD;
    };
  }

  private void badge(String text, Tone tone) {
    out.element("span", "badge " + name(tone), text);
  }

  private static String name(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }
}
