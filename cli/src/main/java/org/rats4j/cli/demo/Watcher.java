package org.rats4j.cli.demo;

import java.io.IOException;
import org.rats4j.core.Bytes;

/** Sees a run of the demo from outside. */
public interface Watcher {
  /**
   * Is told what one of the roles did.
   *
   * @param role who
   * @param text what, in one line
   */
  void step(String role, String text);

  /**
   * Is given a message that went from one role to another.
   *
   * @param name a file name that fits it
   * @param message the message
   * @throws IOException if it cannot be kept
   */
  void message(String name, Bytes message) throws IOException;
}
