package org.rats4j.expat;

/** Who asks when, and who answers when. Nothing here knows bytes or keys. */
final class Turns {
  /** One of the two exchanges, seen from this side. */
  private enum Progress {
    NOT_DUE,
    DUE,
    SENT,
    ACCEPTED
  }

  private final boolean client;
  private final boolean mutual;
  private final MutualOrder order;
  private final boolean verdicts;
  private Progress asking;
  private Progress answering;

  Turns(boolean client, AttestationConfig config) {
    this.client = client;
    asking = config.requiresAttestation() ? Progress.DUE : Progress.NOT_DUE;
    answering = config.attests() ? Progress.DUE : Progress.NOT_DUE;
    mutual = config.requiresAttestation() && config.attests();
    order = config.mutualOrder();
    verdicts = config.verdicts();
  }

  /** Returns whether it is on this side to send a request now. */
  boolean mayAsk() {
    return asking == Progress.DUE
        && (!waitsForPeer(asksSecond()) || answering == Progress.ACCEPTED);
  }

  /** Returns whether a request of the peer may be answered now; if not, it is kept. */
  boolean mayAnswer() {
    return !waitsForPeer(!asksSecond()) || asking == Progress.ACCEPTED;
  }

  /** The peer shows its evidence first where this side asks first. */
  private boolean asksSecond() {
    return client == (order == MutualOrder.CLIENT_FIRST);
  }

  private boolean waitsForPeer(boolean second) {
    return mutual && order != MutualOrder.TOGETHER && second;
  }

  boolean expectsRequest() {
    return answering == Progress.DUE;
  }

  boolean expectsAuthenticator() {
    return asking == Progress.SENT;
  }

  boolean expectsVerdict() {
    return verdicts && answering == Progress.SENT;
  }

  boolean isComplete() {
    return asking != Progress.DUE
        && asking != Progress.SENT
        && answering != Progress.DUE
        && answering != Progress.SENT;
  }

  void asked() {
    asking = Progress.SENT;
  }

  void acceptedPeer() {
    asking = Progress.ACCEPTED;
  }

  void answered() {
    answering = verdicts ? Progress.SENT : Progress.ACCEPTED;
  }

  void acceptedByPeer() {
    answering = Progress.ACCEPTED;
  }

  /** Lets this side ask once more. */
  void askAgain() {
    asking = Progress.DUE;
  }

  /** Lets the peer ask once more. */
  void answerAgain() {
    answering = Progress.DUE;
  }

  boolean isAsking() {
    return asking == Progress.DUE || asking == Progress.SENT;
  }

  boolean isAnswered() {
    return answering == Progress.ACCEPTED;
  }
}
