package org.rats4j.cli.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.cli.view.View;

/**
 * What roles said to each other, in order.
 *
 * @param title what was run
 * @param about what it is, in a sentence
 * @param decision how it ended, in a word
 * @param tone whether that is good news
 * @param reasons why it ended so
 * @param roles the roles, in the order in which they stand side by side; at most 5
 * @param events what happened
 */
public record RunReport(
    String title,
    String about,
    String decision,
    Tone tone,
    List<String> reasons,
    List<String> roles,
    List<Event> events) {
  private static final int ROLES_MAX = 5;

  /** Creates a report. */
  public RunReport {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(tone, "tone");
    reasons = List.copyOf(reasons);
    roles = List.copyOf(roles);
    events = List.copyOf(events);
    if (roles.size() > ROLES_MAX) {
      throw new IllegalArgumentException("no room for more than " + ROLES_MAX + " roles");
    }
  }

  /** Something that happened. */
  public sealed interface Event {}

  /**
   * A stretch of the run begins.
   *
   * @param title what it is
   * @param note what holds while it lasts
   * @param pipes the connections that are there while it lasts
   */
  public record Stretch(String title, String note, List<Pipe> pipes) implements Event {
    /** Creates a stretch. */
    public Stretch {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(note, "note");
      pipes = List.copyOf(pipes);
    }
  }

  /**
   * A connection between two roles.
   *
   * @param tone good if it is open, doubtful if it waits, bad if it is in wrong hands
   */
  public record Pipe(String one, String other, Tone tone) {
    /** Creates a connection. */
    public Pipe {
      Objects.requireNonNull(one, "one");
      Objects.requireNonNull(other, "other");
      Objects.requireNonNull(tone, "tone");
    }
  }

  /**
   * A role did something by itself.
   *
   * @param role who
   * @param text what
   * @param tone whether that is good news
   */
  public record Note(String role, String text, Tone tone) implements Event {
    /** Creates a note. */
    public Note {
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(tone, "tone");
    }
  }

  /**
   * A message went from one role to another.
   *
   * @param title what it is, in a few words
   * @param text what the sender did, in a sentence; may be empty
   * @param kind what the message is, and in which encoding; may be empty
   * @param size how many bytes it has
   * @param content what it says; empty if it is all in the title
   */
  public record Arrow(
      String from,
      String to,
      String title,
      String text,
      String kind,
      int size,
      Optional<View> content)
      implements Event {
    /** Creates an arrow. */
    public Arrow {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(content, "content");
    }
  }
}
