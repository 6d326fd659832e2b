package org.rats4j.cli.report;

import java.util.List;
import java.util.Objects;

/**
 * A message in brief: facts about it as a whole, and its parts, each with a verdict and with the
 * claims that it rests on. The texts are as received, and are made harmless where they are shown.
 *
 * @param facts facts about the message as a whole
 * @param parts what the message is made of
 */
public record Summary(List<Fact> facts, List<Part> parts) {
  /** Nothing to say before the content. */
  public static final Summary EMPTY = new Summary(List.of(), List.of());

  /** Creates a summary. */
  public Summary {
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
  }

  /** Returns whether there is nothing to say. */
  public boolean isEmpty() {
    return facts.isEmpty() && parts.isEmpty();
  }

  /**
   * A named value.
   *
   * @param name what it is
   * @param value its value
   * @param tone whether that is good news
   */
  public record Fact(String name, String value, Tone tone) {
    /** Creates a fact. */
    public Fact {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(tone, "tone");
    }

    /** Creates a fact that is neither good nor bad. */
    public Fact(String name, String value) {
      this(name, value, Tone.PLAIN);
    }
  }

  /**
   * A part of a message, such as what a verifier says about one attester.
   *
   * @param title its name
   * @param verdict what is said about it
   * @param tone whether that is good news
   * @param facts facts about it
   * @param rows the claims that the verdict rests on
   */
  public record Part(String title, String verdict, Tone tone, List<Fact> facts, List<Row> rows) {
    /** Creates a part. */
    public Part {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(verdict, "verdict");
      Objects.requireNonNull(tone, "tone");
      facts = List.copyOf(facts);
      rows = List.copyOf(rows);
    }
  }

  /**
   * One claim of a part.
   *
   * @param name what the claim is about
   * @param value its value
   * @param verdict what that amounts to
   * @param tone whether that is good news
   * @param meaning what it means, in words
   */
  public record Row(String name, String value, String verdict, Tone tone, String meaning) {
    /** Creates a row. */
    public Row {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(verdict, "verdict");
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(meaning, "meaning");
    }
  }
}
