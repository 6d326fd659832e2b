package org.rats4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.cli.demo.Watcher;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;

/** Prints the steps of {@code rats demo}, keeps its messages, and tells a recorder. */
final class DemoSteps implements Watcher {
  private final Console console;
  private final boolean json;
  private final Optional<Path> keep;
  private final Watcher recorder;
  private int count;

  DemoSteps(Console console, boolean json, Optional<Path> keep, Watcher recorder) {
    this.console = Objects.requireNonNull(console, "console");
    this.json = json;
    this.keep = Objects.requireNonNull(keep, "keep");
    this.recorder = Objects.requireNonNull(recorder, "recorder");
  }

  @Override
  public synchronized void enter(Stretch stretch) {
    recorder.enter(stretch);
  }

  @Override
  public synchronized void step(String role, String text) {
    print(role, text);
    recorder.step(role, text);
  }

  @Override
  public synchronized void objection(String role, String text) {
    print(role, text);
    recorder.objection(role, text);
  }

  @Override
  public synchronized void message(Message message) throws IOException {
    if (!message.text().isEmpty()) {
      print(message.from(), message.text());
    }
    extra(message.file(), message.content());
    recorder.message(message);
  }

  @Override
  public synchronized void data(String from, String to, String text) {
    print(from, "sent \"" + text + "\"");
    recorder.data(from, to, text);
  }

  @Override
  public void extra(String file, Bytes content) throws IOException {
    if (keep.isPresent()) {
      Files.write(keep.get().resolve(file), content.toByteArray());
    }
  }

  private void print(String role, String text) {
    count++;
    if (json) {
      console.line(new JsonLine().put("step", count).put("role", role).put("text", text));
    } else {
      String who = console.palette().name(String.format(Locale.ROOT, "%-13s", role));
      console.line(
          String.format(Locale.ROOT, "%2d  ", count) + who + "  " + TerminalText.safe(text));
    }
  }
}
