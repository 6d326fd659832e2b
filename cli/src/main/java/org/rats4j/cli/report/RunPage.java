package org.rats4j.cli.report;

import java.util.List;
import java.util.Locale;
import org.rats4j.cli.report.RunReport.Arrow;
import org.rats4j.cli.report.RunReport.Event;
import org.rats4j.cli.report.RunReport.Note;
import org.rats4j.cli.report.RunReport.Pipe;
import org.rats4j.cli.report.RunReport.Stretch;

/**
 * Shows a run as sequence diagram in which every message opens: one page that needs nothing but
 * itself, under the same policy as {@link HtmlPage}.
 *
 * <p>The diagram is a grid of two columns for each role, so that the middle of a role is a grid
 * line; where things stand in it is said by classes of {@code run.css}.
 */
public final class RunPage {
  private final Html out = new Html();
  private final ViewHtml tree = new ViewHtml(out);
  private final List<String> roles;
  private List<Pipe> pipes = List.of();
  private int messages;
  private boolean inStretch;

  private RunPage(List<String> roles) {
    this.roles = roles;
  }

  /** Returns the page. */
  public static String of(RunReport report) {
    RunPage page = new RunPage(report.roles());
    PageFrame.open(page.out, report.title(), "report.css", "run.css");
    page.banner(report);
    page.out.open("div", "diagram");
    page.heads();
    report.events().forEach(page::event);
    page.endStretch();
    page.out.close("div");
    PageFrame.close(page.out, "Made by the rats command. Open a message to see what is in it.");
    return page.out.toString();
  }

  private void banner(RunReport report) {
    out.open("header", "card banner " + name(report.tone()));
    out.open("div", "head").element("h1", report.title());
    out.element("span", "badge decision " + name(report.tone()), report.decision()).close("div");
    out.element("p", "soft", report.about());
    out.open("ul", "reasons");
    report.reasons().forEach(reason -> out.element("li", reason));
    out.close("ul").close("header");
  }

  private void heads() {
    out.open("div", "lanes heads lanes-" + roles.size());
    roles.forEach(role -> out.element("span", "role", capital(role)));
    out.close("div");
  }

  private void event(Event event) {
    if (event instanceof Stretch stretch) {
      endStretch();
      pipes = stretch.pipes();
      inStretch = true;
      out.open("section", "stretch").open("div", "legend").element("h2", stretch.title());
      out.element("p", "soft", stretch.note()).close("div");
    } else if (event instanceof Note note) {
      note(note);
    } else if (event instanceof Arrow arrow) {
      arrow(arrow);
    }
  }

  private void endStretch() {
    if (inStretch) {
      out.close("section");
    }
  }

  private void note(Note note) {
    out.open("div", lanes());
    pipes();
    out.open("p", "note at-" + lane(note.role()) + " " + name(note.tone()));
    out.element("span", "who", capital(note.role())).text(note.text()).close("p").close("div");
  }

  private void arrow(Arrow arrow) {
    messages++;
    int from = lane(arrow.from());
    int to = lane(arrow.to());
    String place = "from-" + Math.min(from, to) + " to-" + Math.max(from, to);
    out.open("details").open("summary", lanes());
    pipes();
    out.open("span", "label " + place).element("b", Integer.toString(messages));
    out.raw(" ").element("span", "text", arrow.title()).element("span", "way", way(arrow));
    out.close("span");
    out.open("span", "arrow " + place + (from < to ? " right" : " left")).close("span");
    out.close("summary").open("div", "card opened");
    if (!arrow.text().isEmpty()) {
      out.open("p").element("b", capital(arrow.from())).raw(" ").text(arrow.text()).close("p");
    }
    if (!arrow.kind().isEmpty()) {
      out.element("p", "soft", arrow.kind() + ", " + arrow.size() + " bytes");
    }
    arrow
        .content()
        .ifPresent(
            content -> {
              out.open("div", "tree");
              tree.write(content);
              out.close("div");
            });
    out.close("div").close("details");
  }

  private static String way(Arrow arrow) {
    return " from " + arrow.from() + " to " + arrow.to();
  }

  private void pipes() {
    for (Pipe pipe : pipes) {
      int one = lane(pipe.one());
      int other = lane(pipe.other());
      String place = " from-" + Math.min(one, other) + " to-" + Math.max(one, other);
      out.open("span", "pipe " + name(pipe.tone()) + place).close("span");
    }
  }

  private String lanes() {
    return "lanes lanes-" + roles.size();
  }

  private int lane(String role) {
    int lane = roles.indexOf(role);
    if (lane < 0) {
      throw new IllegalArgumentException("no such role: " + role);
    }
    return lane + 1;
  }

  private static String capital(String role) {
    return role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
  }

  private static String name(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }
}
