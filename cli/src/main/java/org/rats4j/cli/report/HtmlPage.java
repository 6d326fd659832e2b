package org.rats4j.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rats4j.cli.report.Summary.Fact;
import org.rats4j.cli.report.Summary.Part;
import org.rats4j.cli.report.Summary.Row;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;

/**
 * Shows reports as one page that needs nothing else: no script, no file beside it, no network. Its
 * content security policy allows its own style and nothing more.
 */
public final class HtmlPage {
  private static final int SHOWN_BYTES = 256;
  private static final int SHOWN_CHARACTERS = 4000;

  private final Html out = new Html();

  private HtmlPage() {}

  /** Returns a page with {@code reports}. */
  public static String of(List<MessageReport> reports) {
    HtmlPage page = new HtmlPage();
    page.head(reports);
    reports.forEach(page::report);
    page.out
        .raw("<footer>Made by the rats command. Everything in the cards is what the messages say.")
        .raw("</footer>\n</main>\n</body>\n</html>\n");
    return page.out.toString();
  }

  private void head(List<MessageReport> reports) {
    String style = style();
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .raw("style-src 'sha256-" + sha256(style) + "'; base-uri 'none'; form-action 'none'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .element("title", reports.size() == 1 ? reports.get(0).file() : "Attestation messages")
        .raw("<style>" + style + "</style>\n</head>\n<body>\n<main>\n");
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("the style of pages is missing in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String style) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
              tree(content);
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

  private void tree(View view) {
    if (view instanceof View.Group group) {
      out.open("ul");
      for (Map.Entry<String, View> entry : group.entries().entrySet()) {
        out.open("li").element("span", "name", entry.getKey() + ": ");
        value(entry.getValue());
        out.close("li");
      }
      out.close("ul");
    } else if (view instanceof View.Items items) {
      out.open("ul");
      for (View element : items.elements()) {
        out.open("li").raw("<span class=\"name\">&ndash; </span>");
        value(element);
        out.close("li");
      }
      out.close("ul");
    } else {
      value(view);
    }
  }

  private void value(View view) {
    if (view instanceof View.Noted noted) {
      boolean scalar =
          !(noted.value() instanceof View.Group || noted.value() instanceof View.Items);
      if (scalar) {
        value(noted.value());
      }
      out.raw(" ").element("span", "soft", "(" + noted.note() + ")");
      if (!scalar) {
        value(noted.value());
      }
    } else if (view instanceof View.Group || view instanceof View.Items) {
      tree(view);
    } else {
      out.element("code", scalar(view));
    }
  }

  private static String scalar(View view) {
    if (view instanceof View.Text text) {
      return '"' + shortened(text.value()) + '"';
    } else if (view instanceof View.Numeral number) {
      return number.lexeme();
    } else if (view instanceof View.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (view instanceof View.Binary binary) {
      return shortened(binary.value());
    } else if (view instanceof View.Symbol symbol) {
      return symbol.name();
    }
    return "null";
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_CHARACTERS
        ? text
        : text.substring(0, SHOWN_CHARACTERS) + "... (" + text.length() + " characters)";
  }

  private static String shortened(Bytes bytes) {
    return bytes.size() <= SHOWN_BYTES
        ? "h'" + bytes.toHex() + "'"
        : "h'" + bytes.slice(0, SHOWN_BYTES).toHex() + "...' (" + bytes.size() + " bytes)";
  }
}
