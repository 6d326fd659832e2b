package org.rats4j.expat;

/**
 * Watches an exchange, to log or explain it. It changes nothing, and what it throws ends the
 * exchange. Payloads identify devices: think before you keep them.
 */
public interface ExchangeListener {
  /** Takes note of a frame that is about to be sent; frames of data are not told. */
  default void sending(Frame frame) {}

  /** Takes note of a frame that has arrived; frames of data are not told. */
  default void received(Frame frame) {}

  /** Takes note of the new state. */
  default void entered(ConnectionState state) {}
}
