package org.rats4j.expat;

/** Where an attested connection is: forwards only, save that it may close at any time. */
public enum ConnectionState {
  /** Nothing was sent. */
  NEW,
  /** The sides attest; no data of the application passes. */
  EXCHANGING,
  /** Both sides have said yes; data of the application passes. */
  OPEN,
  /** Something was wrong; nothing passes any more. */
  FAILED,
  /** Closed by this side, or by the peer after it was open. */
  CLOSED,
}
