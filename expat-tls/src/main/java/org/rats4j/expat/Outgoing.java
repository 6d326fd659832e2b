package org.rats4j.expat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.rats4j.core.Bytes;
import org.rats4j.expat.tls.TlsConnection;

/**
 * Writes what an exchange has to send. One thread writes at a time, and leaves nothing behind that
 * another has added meanwhile.
 */
final class Outgoing {
  private final AttestationExchange exchange;
  private final TlsConnection tls;
  private final Semaphore writing = new Semaphore(1);
  private volatile boolean broken;

  Outgoing(AttestationExchange exchange, TlsConnection tls) {
    this.exchange = exchange;
    this.tls = tls;
  }

  /** Returns whether something could not be written. */
  boolean isBroken() {
    return broken;
  }

  /** Returns when all that was there is written. */
  void send() {
    writing.acquireUninterruptibly();
    drainAndMore();
  }

  /** Who reads does not wait for another thread that writes: that one sends this, too. */
  void sendUnlessBusy() {
    if (exchange.hasOutput() && writing.tryAcquire()) {
      drainAndMore();
    }
  }

  /** Sends on a thread of its own, unless another does. */
  void sendBeside() {
    if (exchange.hasOutput() && writing.tryAcquire()) {
      Deadline.start(this::drainAndMore);
    }
  }

  /** Ends the right to write only when nothing is left behind by those who did not get it. */
  private void drainAndMore() {
    do {
      drain();
    } while (exchange.hasOutput() && writing.tryAcquire());
  }

  /** What cannot be written is dropped: the peer may have left a verdict that says why. */
  private void drain() {
    try {
      boolean written = false;
      for (Optional<Bytes> next = exchange.poll(); next.isPresent(); next = exchange.poll()) {
        if (!broken) {
          tls.output().write(next.get().toByteArray());
          written = true;
        }
      }
      if (written) {
        tls.output().flush();
      }
    } catch (IOException e) {
      broken = true;
    } finally {
      writing.release();
    }
  }
}
