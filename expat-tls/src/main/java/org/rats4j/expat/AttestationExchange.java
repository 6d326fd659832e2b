package org.rats4j.expat;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
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
  private final ReentrantLock lock = new ReentrantLock();
  private final AttestationFlow flow;
  private final FrameReader reader;
  private final Mailbox mailbox;

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
    Objects.requireNonNull(config, "config");
    if (config.requiresPeerAuthenticated() && !peerAuthenticated) {
      throw Fault.POLICY_REJECTED.verification("peer showed no certificate in the handshake");
    }
    Sides sides = new Sides(exporter, config);
    Turns turns = new Turns(exporter.info().role() == TlsRole.CLIENT, config);
    reader = new FrameReader(config.options().limits());
    mailbox = new Mailbox(config);
    flow = new AttestationFlow(config, sides, turns, mailbox);
  }

  /** Begins the exchange. */
  public void start() {
    locked(flow::start);
  }

  /** Returns where the connection is. */
  public ConnectionState state() {
    return read(flow::state);
  }

  /** Returns why the connection failed. */
  public Optional<RatsException> failure() {
    return read(flow::failure);
  }

  /** Returns what the peer proved last, once this side has accepted it. */
  public Optional<AttestedAuthenticator> peer() {
    return read(flow::peer);
  }

  /**
   * Returns how many bytes may be read and offered: never a byte beyond the frame. 0 while a task
   * has to run first, while data waits for {@link #received}, and when what follows belongs to the
   * application.
   */
  public int wanted() {
    return read(() -> flow.reads() ? reader.wanted() : 0);
  }

  /** Takes bytes of the peer, as many as {@link #wanted} allows; the others stay in {@code in}. */
  public void offer(ByteBuffer in) {
    locked(
        () -> {
          while (flow.reads() && in.hasRemaining()) {
            Optional<Frame> frame = reader.offer(in);
            if (frame.isPresent()) {
              flow.take(frame.get());
              flow.advance();
            }
          }
        });
  }

  /** Takes note that the peer will send nothing more. */
  public void end() {
    locked(
        () -> {
          reader.end();
          flow.end();
        });
  }

  /** Returns whether {@link #poll} has something. */
  public boolean hasOutput() {
    return read(mailbox::hasOutput);
  }

  /** Returns the next bytes to be sent. */
  public Optional<Bytes> poll() {
    return read(mailbox::poll);
  }

  /**
   * Returns work that calls provider or appraiser or computes, and may take long. Each is handed
   * out once; nothing goes on until it has run. It throws nothing.
   */
  public Optional<Runnable> task() {
    return read(flow::handOut).map(this::task);
  }

  private Runnable task(AttestationFlow.Work work) {
    return () -> {
      RatsException fault = Sides.broken();
      try {
        lockedIfLive(work.run());
        fault = null;
      } catch (RatsException e) {
        fault = e;
      } finally {
        finish(fault);
      }
    };
  }

  private void finish(@Nullable RatsException fault) {
    lock.lock();
    try {
      flow.finish(fault);
    } finally {
      unlock();
    }
  }

  /** Ends the exchange with {@code reason}, such as a deadline that passed. */
  public void fail(RatsException reason) {
    Objects.requireNonNull(reason, "reason");
    lock.lock();
    try {
      flow.fail(reason);
    } finally {
      unlock();
    }
  }

  /** Closes the connection; nothing is sent or accepted any more. */
  public void close() {
    locked(flow::close);
  }

  /**
   * Sends data of the application in frames.
   *
   * @throws IllegalStateException if the connection is not open or data does not travel in frames
   */
  public void send(Bytes data) {
    locked(() -> flow.send(data));
  }

  /** Returns the next data of the application that arrived in a frame. */
  public Optional<Bytes> received() {
    return read(mailbox::received);
  }

  /**
   * Asks the peer to attest once more. What it proved before stays valid until it has answered.
   *
   * @throws IllegalStateException if the connection is not open, data does not travel in frames,
   *     this side requires no attestation, or the peer has not answered the last request
   */
  public void reattest() {
    locked(flow::reattest);
  }

  /** Returns whether the peer owes an answer to a request of this side. */
  public boolean isAsking() {
    return read(flow::isAsking);
  }

  private <T> T read(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /** What a task brings after the exchange has failed or was closed is of no use any more. */
  private void lockedIfLive(AttestationFlow.Step step) {
    locked(
        () -> {
          if (flow.isLive()) {
            step.run();
          }
        });
  }

  private void locked(AttestationFlow.Step step) {
    lock.lock();
    try {
      step.run();
      flow.advance();
    } catch (RatsException e) {
      flow.fail(e);
    } finally {
      unlock();
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
      flow.fail(Sides.broken());
    } finally {
      lock.unlock();
    }
  }
}
