package org.rats4j.expat;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsRole;

/**
 * One attested connection without its input and output: what arrives decrypted is offered, what is
 * to be encrypted and sent is polled, and what may take time is handed out as a task. {@link
 * AttestedConnection} drives it over streams; a driver over channels does the same.
 *
 * <pre>{@code
 * exchange.start();
 * while (exchange.state() == ConnectionState.EXCHANGING) {
 *   send all that poll() returns;
 *   if (task() returns one) run it, on any thread;
 *   else read at most wanted() bytes and offer() them; at the end of the stream call end();
 * }
 * send all that poll() returns; if the state is FAILED, close and tell failure();
 * }</pre>
 *
 * <p>Nothing here waits or throws what the peer caused: a fault makes the state FAILED, for good.
 * Safe for use by several threads; no lock is held while a task runs.
 */
public final class AttestationExchange {
  /** So much of a frame fits into one TLS record. */
  private static final int DATA_MAX = 16_384 - Frame.HEADER_BYTES;

  private final ReentrantLock lock = new ReentrantLock();
  private final AttestationConfig config;
  private final Sides sides;
  private final Turns turns;
  private final FrameReader reader;
  private final Mailbox mailbox;
  private ConnectionState state = ConnectionState.NEW;
  private @Nullable RatsException failure;
  private @Nullable Runnable task;
  private boolean taskRuns;
  private @Nullable Bytes heldRequest;
  private @Nullable AttestedAuthenticator peer;

  /**
   * Creates the exchange of a connection whose handshake is complete.
   *
   * @param peerAuthenticated whether the peer showed a certificate in the handshake and it was
   *     accepted
   * @throws VerificationException with TLS_VERSION, UNKNOWN_SUITE, RESUMED or NO_EXPORTER if the
   *     connection cannot be attested, with POLICY_REJECTED if the peer had to be authenticated
   */
  public AttestationExchange(
      TlsExporter exporter, AttestationConfig config, boolean peerAuthenticated)
      throws VerificationException {
    this.config = Objects.requireNonNull(config, "config");
    if (config.requiresPeerAuthenticated() && !peerAuthenticated) {
      throw Fault.POLICY_REJECTED.verification("peer showed no certificate in the handshake");
    }
    sides = new Sides(exporter, config);
    turns = new Turns(exporter.info().role() == TlsRole.CLIENT, config);
    reader = new FrameReader(config.options().limits());
    mailbox = new Mailbox(config);
  }

  /** Begins the exchange. */
  public void start() {
    locked(
        () -> {
          if (state != ConnectionState.NEW) {
            throw new IllegalStateException("exchange has begun");
          }
          enter(ConnectionState.EXCHANGING);
        });
  }

  /** Returns where the connection is. */
  public ConnectionState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /** Returns why the connection failed. */
  public Optional<RatsException> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }

  /** Returns what the peer proved last, once this side has accepted it. */
  public Optional<AttestedAuthenticator> peer() {
    lock.lock();
    try {
      return Optional.ofNullable(peer);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns how many bytes may be read and offered: never a byte beyond the frame. 0 while a task
   * has to run first, while data waits for {@link #received}, and when what follows belongs to the
   * application.
   */
  public int wanted() {
    lock.lock();
    try {
      return reads() ? reader.wanted() : 0;
    } finally {
      lock.unlock();
    }
  }

  /** Takes bytes of the peer, as many as {@link #wanted} allows; the others stay in {@code in}. */
  public void offer(ByteBuffer in) {
    locked(
        () -> {
          while (reads() && in.hasRemaining()) {
            Optional<Frame> frame = reader.offer(in);
            if (frame.isPresent()) {
              take(frame.get());
              advance();
            }
          }
        });
  }

  /** Takes note that the peer will send nothing more. */
  public void end() {
    locked(
        () -> {
          reader.end();
          if (state == ConnectionState.EXCHANGING) {
            throw Fault.FRAME_TRUNCATED.decoding(
                "frame", "peer closed before both sides had said yes");
          }
          if (state == ConnectionState.OPEN) {
            enter(ConnectionState.CLOSED);
          }
        });
  }

  /** Returns whether {@link #poll} has something. */
  public boolean hasOutput() {
    lock.lock();
    try {
      return mailbox.hasOutput();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the next bytes to be sent. */
  public Optional<Bytes> poll() {
    lock.lock();
    try {
      return mailbox.poll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns work that calls provider or appraiser or computes, and may take long. Each is handed
   * out once; nothing goes on until it has run. It throws nothing.
   */
  public Optional<Runnable> task() {
    lock.lock();
    try {
      if (task == null || taskRuns) {
        return Optional.empty();
      }
      taskRuns = true;
      return Optional.of(task);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the exchange with {@code reason}, such as a deadline that passed. */
  public void fail(RatsException reason) {
    Objects.requireNonNull(reason, "reason");
    lock.lock();
    try {
      failed(reason);
    } finally {
      unlock();
    }
  }

  /** Closes the connection; nothing is sent or accepted any more. */
  public void close() {
    locked(
        () -> {
          if (state != ConnectionState.FAILED) {
            enter(ConnectionState.CLOSED);
          }
          mailbox.clear();
          sides.close();
        });
  }

  /**
   * Sends data of the application in frames.
   *
   * @throws IllegalStateException if the connection is not open or data does not travel in frames
   */
  public void send(Bytes data) {
    locked(
        () -> {
          requireFramed();
          for (int at = 0; at < data.size(); at += DATA_MAX) {
            int length = Math.min(DATA_MAX, data.size() - at);
            mailbox.send(new Frame(Frame.DATA, data.slice(at, length)));
          }
        });
  }

  /** Returns the next data of the application that arrived in a frame. */
  public Optional<Bytes> received() {
    lock.lock();
    try {
      return mailbox.received();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks the peer to attest once more. What it proved before stays valid until it has answered.
   *
   * @throws IllegalStateException if the connection is not open, data does not travel in frames,
   *     this side requires no attestation, or the peer has not answered the last request
   */
  public void reattest() {
    locked(
        () -> {
          requireFramed();
          if (!config.requiresAttestation() || turns.isAsking()) {
            throw new IllegalStateException("there is nothing to ask now");
          }
          turns.askAgain();
        });
  }

  /** Returns whether the peer owes an answer to a request of this side. */
  public boolean isAsking() {
    lock.lock();
    try {
      return turns.isAsking();
    } finally {
      lock.unlock();
    }
  }

  private void requireFramed() {
    if (state != ConnectionState.OPEN || !config.framed()) {
      throw new IllegalStateException("not an open connection with framed data");
    }
  }

  private boolean reads() {
    boolean frames =
        state == ConnectionState.EXCHANGING || state == ConnectionState.OPEN && config.framed();
    return frames && task == null && !mailbox.isFull();
  }

  private void take(Frame frame) throws RatsException {
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
      task = run(() -> refuse(request));
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
    task = run(() -> accept(sides.appraise(answer)));
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

  /** Goes on as far as it can without the peer; called whenever something has changed. */
  private void advance() {
    if (!isLive() || task != null) {
      return;
    }
    Bytes held = heldRequest;
    if (turns.mayAsk()) {
      task = run(() -> ask(sides.request()));
    } else if (held != null && turns.mayAnswer()) {
      heldRequest = null;
      task = run(() -> answer(sides.answer(held)));
    } else if (state == ConnectionState.EXCHANGING && turns.isComplete()) {
      enter(ConnectionState.OPEN);
    }
  }

  private boolean isLive() {
    return state == ConnectionState.EXCHANGING || state == ConnectionState.OPEN;
  }

  private void ask(Bytes request) {
    lockedIfLive(
        () -> {
          turns.asked();
          mailbox.send(new Frame(Frame.REQUEST, request));
        });
  }

  private void answer(Bytes authenticator) {
    if (authenticator.at(0) == HandshakeMessage.FINISHED) {
      end(authenticator, Sides.nothingFits());
      return;
    }
    lockedIfLive(
        () -> {
          turns.answered();
          mailbox.send(new Frame(Frame.AUTHENTICATOR, authenticator));
        });
  }

  private void accept(AttestedAuthenticator proved) {
    lockedIfLive(
        () -> {
          peer = proved;
          turns.acceptedPeer();
          if (config.verdicts()) {
            mailbox.send(Frame.verdict(true));
          }
        });
  }

  /** Says in an authenticated way that this side will not attest. */
  private void refuse(Bytes request) throws RatsException {
    end(sides.refuse(request), Sides.nothingToShow());
  }

  /** An empty authenticator ends the exchange, whatever the peer makes of it. */
  private void end(Bytes empty, RatsException reason) {
    lockedIfLive(
        () -> {
          mailbox.send(new Frame(Frame.AUTHENTICATOR, empty));
          failure = reason;
          enter(ConnectionState.FAILED);
          sides.close();
        });
  }

  private Runnable run(Step step) {
    return () -> {
      RatsException fault = Sides.broken();
      try {
        step.run();
        fault = null;
      } catch (RatsException e) {
        fault = e;
      } finally {
        finished(fault);
      }
    };
  }

  private void finished(@Nullable RatsException fault) {
    lock.lock();
    try {
      task = null;
      taskRuns = false;
      if (fault != null) {
        failed(fault);
      }
      advance();
    } finally {
      unlock();
    }
  }

  /** What a task brings after the exchange has failed or was closed is of no use any more. */
  private void lockedIfLive(Step step) {
    locked(
        () -> {
          if (isLive()) {
            step.run();
          }
        });
  }

  private void locked(Step step) {
    lock.lock();
    try {
      step.run();
      advance();
    } catch (RatsException e) {
      failed(e);
    } finally {
      unlock();
    }
  }

  private void failed(RatsException reason) {
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

  private void enter(ConnectionState next) {
    if (state != next) {
      state = next;
      mailbox.entered(next);
    }
  }

  /** The listener is told when no lock is held. */
  private void unlock() {
    lock.unlock();
    if (!lock.isHeldByCurrentThread()) {
      boolean told = false;
      try {
        mailbox.publish();
        told = true;
      } finally {
        if (!told) {
          listenerBroke();
        }
      }
    }
  }

  private void listenerBroke() {
    lock.lock();
    try {
      failed(Sides.broken());
    } finally {
      lock.unlock();
    }
  }

  private interface Step {
    void run() throws RatsException;
  }
}
