package org.rats4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.cli.demo.Decision;
import org.rats4j.cli.demo.Scenario;
import org.rats4j.cli.demo.Watcher;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Decoded;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.kind.Kinds;
import org.rats4j.cli.report.RunReport;
import org.rats4j.cli.report.RunReport.Arrow;
import org.rats4j.cli.report.RunReport.Event;
import org.rats4j.cli.report.RunReport.Note;
import org.rats4j.cli.report.RunReport.Pipe;
import org.rats4j.cli.report.Tone;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/** Records a run of {@code rats demo} for a page. */
final class DemoRecorder implements Watcher {
  private static final String ATTACKER = "attacker";

  private final Scenario scenario;
  private final List<Event> events = new ArrayList<>();

  DemoRecorder(Scenario scenario) {
    this.scenario = Objects.requireNonNull(scenario, "scenario");
  }

  /** Returns what happened, with the decision at its end. */
  synchronized RunReport report(Decision decision) {
    return new RunReport(
        title(),
        "Real TLS on one machine: the attester is a process of its own. Time runs downwards; every"
            + " message opens.",
        decision.accepted() ? "ACCEPT" : "REJECT",
        decision.accepted() ? Tone.GOOD : Tone.BAD,
        decision.reasons(),
        roles(),
        events);
  }

  private String title() {
    String mode = scenario.model().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String who = isMutual() ? "both sides attest" : "the " + scenario.attester() + " attests";
    String attack =
        switch (scenario.attack()) {
          case NONE -> "";
          case TAMPER -> ", a file was changed";
          case RELAY -> ", somebody relays";
        };
    return "Attested TLS: " + mode + ", " + who + attack;
  }

  private List<String> roles() {
    List<String> roles = new ArrayList<>(List.of("endorser", "verifier", here()));
    if (isRelayed()) {
      roles.add(ATTACKER);
    }
    roles.add(there());
    return roles;
  }

  private boolean isMutual() {
    return scenario.attester() == Scenario.Side.BOTH;
  }

  private boolean isRelayed() {
    return scenario.attack() == Scenario.Attack.RELAY;
  }

  private String here() {
    return isMutual() ? "client" : "relying party";
  }

  private String there() {
    return isMutual() ? "server" : "attester";
  }

  private List<Pipe> pipes(Tone tone) {
    if (!isRelayed()) {
      return List.of(new Pipe(here(), there(), tone));
    }
    Pipe first = new Pipe(here(), ATTACKER, tone);
    return tone == Tone.PLAIN
        ? List.of(first)
        : List.of(first, new Pipe(ATTACKER, there(), Tone.BAD));
  }

  @Override
  public synchronized void enter(Stretch stretch) {
    events.add(
        switch (stretch) {
          case PROVISIONING ->
              new RunReport.Stretch(
                  "Before the connection",
                  "Keys and reference values get to those who need them.",
                  List.of());
          case HANDSHAKE ->
              new RunReport.Stretch(
                  "TLS 1.3",
                  "The handshake says whose certificate it is, not what runs there.",
                  pipes(Tone.PLAIN));
          case ATTESTATION ->
              new RunReport.Stretch(
                  "Attestation inside of TLS",
                  "Bound to this connection; no data of the application may pass yet.",
                  pipes(Tone.DOUBTFUL));
          case DATA ->
              new RunReport.Stretch(
                  "Open", "Only now data of the application passes.", pipes(Tone.GOOD));
          case CLOSED ->
              new RunReport.Stretch("Closed", "No data of the application has passed.", List.of());
        });
  }

  @Override
  public synchronized void step(String role, String text) {
    events.add(new Note(role, text, Tone.GOOD));
  }

  @Override
  public synchronized void objection(String role, String text) {
    events.add(new Note(role, text, Tone.BAD));
  }

  @Override
  public synchronized void message(Message message) {
    Content content = new Content(message.content());
    String kind = "";
    Optional<View> view = Optional.empty();
    if (!message.file().endsWith("-verdict.tls")) {
      Kind detected = Kinds.detect(content);
      kind = detected.title();
      try {
        Decoded decoded = detected.decode(content, false);
        kind += ", in " + decoded.encoding();
        view = Optional.of(decoded.content());
      } catch (DecodingException e) {
        view = Optional.of(View.bytes(message.content()));
      }
    }
    events.add(
        new Arrow(
            message.from(),
            message.to(),
            message.title(),
            message.text(),
            kind,
            message.content().size(),
            view));
  }

  @Override
  public synchronized void data(String from, String to, String text) {
    Bytes bytes = Bytes.ofUtf8(text);
    events.add(
        new Arrow(
            from, to, '"' + text + '"', "", "Data", bytes.size(), Optional.of(View.text(text))));
  }

  @Override
  public void extra(String file, Bytes content) {
    // What nobody sends is not in the picture.
  }
}
