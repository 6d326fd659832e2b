package org.rats4j.expat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;

/**
 * What follows from each frame of the peer, and what is due next. It waits for nothing and knows no
 * lock: all but the work that it hands out is called under the lock of the exchange.
 */
final class AttestationFlow {
  /** So much of a frame fits into one TLS record. */
  private static final int DATA_MAX = 16_384 - Frame.HEADER_BYTES;

  private final AttestationConfig config;
  private final Sides sides;
  private final Turns turns;
  private final Mailbox mailbox;
  private ConnectionState state = ConnectionState.NEW;
  private @Nullable RatsException failure;
  private @Nullable Work due;
  private boolean handedOut;
  private @Nullable Bytes heldRequest;
  private @Nullable AttestedAuthenticator peer;

  /** What may take long, and runs without the lock. */
  @FunctionalInterface
  interface Work {
    /** Returns what has to be done under the lock with what the work has brought. */
    Step run() throws RatsException;
  }

  /** What is done under the lock. */
  @FunctionalInterface
  interface Step {
    void run() throws RatsException;
  }

  AttestationFlow(AttestationConfig config, Sides sides, Turns turns, Mailbox mailbox) {
    this.config = config;
    this.sides = sides;
    this.turns = turns;
    this.mailbox = mailbox;
  }

  void start() {
    if (state != ConnectionState.NEW) {
      throw new IllegalStateException("exchange has begun");
    }
    enter(ConnectionState.EXCHANGING);
  }

  ConnectionState state() {
    return state;
  }

  Optional<RatsException> failure() {
    return Optional.ofNullable(failure);
  }

  Optional<AttestedAuthenticator> peer() {
    return Optional.ofNullable(peer);
  }

  /** Returns whether this side still listens and speaks. */
  boolean isLive() {
    return state == ConnectionState.EXCHANGING || state == ConnectionState.OPEN;
  }

  /** Returns whether a frame of the peer can be taken now. */
  boolean reads() {
    boolean frames =
        state == ConnectionState.EXCHANGING || state == ConnectionState.OPEN && config.framed();
    return frames && due == null && !mailbox.isFull();
  }

  void take(Frame frame) throws RatsException {
    mailbox.arrived(frame);
    switch (frame.type()) {
      case Frame.REQUEST -> takeRequest(frame.payload());
      case Frame.AUTHENTICATOR -> takeAuthenticator(frame.payload());
      case Frame.VERDICT -> takeVerdict(frame.accepts());
      default -> takeData(frame.payload());
    }
  }

  private void takeRequest(Bytes request) throws RatsException {
    if (state == ConnectionState.OPEN && turns.isAnswered()) {
      turns.answerAgain();
    }
    if (!config.attests()) {
      due = () -> refused(sides.refuse(request));
    } else if (turns.expectsRequest() && heldRequest == null) {
      heldRequest = request;
    } else {
      throw outOfTurn("request");
    }
  }

  private void takeAuthenticator(Bytes answer) throws RatsException {
    if (!turns.expectsAuthenticator()) {
      throw Fault.NOT_REQUESTED.verification("authenticator without a request of ours");
    }
    due = () -> accepted(sides.appraise(answer));
  }

  private void takeVerdict(boolean yes) throws RatsException {
    if (!yes) {
      throw Fault.PEER_REJECTED.verification(
          "peer does not accept the attestation of this side, or its own part failed");
    }
    if (!turns.expectsVerdict()) {
      throw outOfTurn("verdict");
    }
    turns.acceptedByPeer();
  }

  private void takeData(Bytes data) throws RatsException {
    if (state == ConnectionState.EXCHANGING) {
      throw Fault.APPLICATION_DATA_EARLY.verification(
          "data of the application before both sides have said yes");
    }
    mailbox.deliver(data);
  }

  private static DecodingException outOfTurn(String what) {
    return Fault.FRAME_TYPE.decoding("frame", what + " out of turn");
  }

  /** Takes note that the peer will send nothing more, between two frames. */
  void end() throws RatsException {
    if (state == ConnectionState.EXCHANGING) {
      throw Fault.FRAME_TRUNCATED.decoding("frame", "peer closed before both sides had said yes");
    }
    if (state == ConnectionState.OPEN) {
      enter(ConnectionState.CLOSED);
    }
  }

  /** Goes on as far as it can without the peer; called whenever something has changed. */
  void advance() {
    if (!isLive() || due != null) {
      return;
    }
    Bytes held = heldRequest;
    if (turns.mayAsk()) {
      due = () -> asked(sides.request());
    } else if (held != null && turns.mayAnswer()) {
      heldRequest = null;
      due = () -> answered(sides.answer(held));
    } else if (state == ConnectionState.EXCHANGING && turns.isComplete()) {
      enter(ConnectionState.OPEN);
    }
  }

  /** Returns the work that is due, once. */
  Optional<Work> handOut() {
    if (due == null || handedOut) {
      return Optional.empty();
    }
    handedOut = true;
    return Optional.of(due);
  }

  /** Ends the work that was handed out. */
  void finish(@Nullable RatsException fault) {
    due = null;
    handedOut = false;
    if (fault != null) {
      fail(fault);
    }
    advance();
  }

  private Step asked(Bytes request) {
    return () -> {
      turns.asked();
      mailbox.send(new Frame(Frame.REQUEST, request));
    };
  }

  private Step answered(Bytes authenticator) {
    if (authenticator.at(0) == HandshakeMessage.FINISHED) {
      return () -> endWith(authenticator, Sides.nothingFits());
    }
    return () -> {
      turns.answered();
      mailbox.send(new Frame(Frame.AUTHENTICATOR, authenticator));
    };
  }

  private Step accepted(AttestedAuthenticator proved) {
    return () -> {
      peer = proved;
      turns.acceptedPeer();
      if (config.verdicts()) {
        mailbox.send(Frame.verdict(true));
      }
    };
  }

  /** Says in an authenticated way that this side will not attest. */
  private Step refused(Bytes empty) {
    return () -> endWith(empty, Sides.nothingToShow());
  }

  /** An empty authenticator ends the exchange, whatever the peer makes of it. */
  private void endWith(Bytes empty, RatsException reason) {
    mailbox.send(new Frame(Frame.AUTHENTICATOR, empty));
    failure = reason;
    enter(ConnectionState.FAILED);
    sides.close();
  }

  void send(Bytes data) {
    requireFramed();
    for (int at = 0; at < data.size(); at += DATA_MAX) {
      int length = Math.min(DATA_MAX, data.size() - at);
      mailbox.send(new Frame(Frame.DATA, data.slice(at, length)));
    }
  }

  void reattest() {
    requireFramed();
    if (!config.requiresAttestation() || turns.isAsking()) {
      throw new IllegalStateException("there is nothing to ask now");
    }
    turns.askAgain();
  }

  boolean isAsking() {
    return turns.isAsking();
  }

  private void requireFramed() {
    if (state != ConnectionState.OPEN || !config.framed()) {
      throw new IllegalStateException("not an open connection with framed data");
    }
  }

  void fail(RatsException reason) {
    if (state == ConnectionState.FAILED || state == ConnectionState.CLOSED) {
      return;
    }
    mailbox.clear();
    if (config.verdicts()
        && state != ConnectionState.NEW
        && !reason.code().equals(ExpatCodes.PEER_REJECTED)) {
      mailbox.send(Frame.verdict(false));
    }
    failure = reason;
    enter(ConnectionState.FAILED);
    sides.close();
  }

  void close() {
    if (state != ConnectionState.FAILED) {
      enter(ConnectionState.CLOSED);
    }
    mailbox.clear();
    sides.close();
  }

  private void enter(ConnectionState next) {
    if (state != next) {
      state = next;
      mailbox.entered(next);
    }
  }
}
