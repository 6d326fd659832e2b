package org.rats4j.cli.demo;

import java.io.IOException;
import java.util.Objects;
import org.rats4j.core.Bytes;

/** Sees a run of the demo from outside. It may be told by several threads. */
public interface Watcher {
  /** A stretch of the run. */
  enum Stretch {
    /** Keys and reference values get to those who need them. */
    PROVISIONING,
    /** The TLS handshake. */
    HANDSHAKE,
    /** What is said inside of the connection before it is open, and about it. */
    ATTESTATION,
    /** What the connection is for. */
    DATA,
    /** It does not come to that. */
    CLOSED
  }

  /**
   * A message that goes from one role to another.
   *
   * @param from who sends it
   * @param to who gets it
   * @param title what it is, in a few words
   * @param text what the sender did, in one line; empty if that goes without saying
   * @param file a file name that fits it
   * @param content the message
   */
  record Message(String from, String to, String title, String text, String file, Bytes content) {
    /** Creates a message. */
    public Message {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(content, "content");
    }
  }

  /** Is told that a stretch begins. */
  void enter(Stretch stretch);

  /**
   * Is told what one of the roles did or found to be right.
   *
   * @param role who
   * @param text what, in one line
   */
  void step(String role, String text);

  /** Is told what one of the roles found to be wrong. */
  void objection(String role, String text);

  /**
   * Is given a message.
   *
   * @throws IOException if it cannot be kept
   */
  void message(Message message) throws IOException;

  /** Is told what went over the open connection. */
  void data(String from, String to, String text);

  /**
   * Is given something that no role sends, which whoever looks at the messages may need.
   *
   * @throws IOException if it cannot be kept
   */
  void extra(String file, Bytes content) throws IOException;
}
