package org.rats4j.expat;

/**
 * Who shows evidence first where both sides attest. The draft does not say; both sides must be set
 * to the same, else the exchange ends with TIMEOUT at the latest.
 */
public enum MutualOrder {
  /** The client shows its evidence only to a server that has passed. The usual order. */
  SERVER_FIRST,
  /** The server shows its evidence only to a client that has passed. */
  CLIENT_FIRST,
  /** Both ask and answer at once: fewest round trips, and each shows its evidence to a stranger. */
  TOGETHER,
}
