package org.rats4j.expat;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsConnection;

/**
 * Moves bytes between an exchange and streams that block. One thread reads at a time and one
 * writes; reading never waits for writing.
 */
final class Driver {
  private static final int CHUNK = 8192;
  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final long WAIT_MILLIS = 50;

  private final AttestationExchange exchange;
  private final TlsConnection tls;
  private final Closeable transport;
  private final AttestationConfig config;
  private final Semaphore reading = new Semaphore(1);
  private final Semaphore space = new Semaphore(0);
  private final AtomicBoolean finished = new AtomicBoolean();
  private final Outgoing outgoing;
  private final CallbackThread callbacks = new CallbackThread();
  private volatile boolean attested;

  Driver(
      AttestationExchange exchange,
      TlsConnection tls,
      Closeable transport,
      AttestationConfig config) {
    this.exchange = exchange;
    this.tls = tls;
    this.transport = transport;
    this.config = config;
    outgoing = new Outgoing(exchange, tls);
  }

  void attest(Duration left) throws RatsException {
    if (exchange.state() != ConnectionState.NEW) {
      throw new IllegalStateException("exchange has begun");
    }
    try {
      exchange.start();
      Deadline.within(left, this::expire, this::attestAll);
    } finally {
      settle();
    }
    throwFailure();
    attested = true;
  }

  /** Whatever a callback threw, no connection stays half open. */
  private void settle() {
    try {
      if (exchange.state() == ConnectionState.EXCHANGING) {
        exchange.fail(Sides.broken());
      }
    } finally {
      if (exchange.state() != ConnectionState.OPEN) {
        finish();
      }
    }
  }

  private void attestAll() {
    while (exchange.state() == ConnectionState.EXCHANGING) {
      reading.acquireUninterruptibly();
      exchangeStep(() -> true);
    }
    outgoing.send();
  }

  void reattest() throws RatsException {
    exchange.reattest();
    try {
      Deadline.within(config.deadline(), this::expire, this::attestAgain);
    } finally {
      settle();
    }
    throwFailure();
  }

  /** The thread that reads for the application takes the answer, if there is one. */
  private void attestAgain() {
    exchange.task().ifPresent(this::call);
    outgoing.send();
    while (exchange.state() == ConnectionState.OPEN && exchange.isAsking()) {
      if (tryRead()) {
        exchangeStep(exchange::isAsking);
      }
    }
    outgoing.send();
  }

  private boolean tryRead() {
    try {
      return reading.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      expire();
      return false;
    }
  }

  /** Returns the next data of the application; empty at the end of the stream. */
  Optional<Bytes> receive() throws IOException {
    requireReadable();
    while (true) {
      reading.acquireUninterruptibly();
      try {
        Optional<Bytes> data = exchange.received();
        space.release();
        if (data.isPresent() || exchange.state() != ConnectionState.OPEN) {
          checkFailure();
          return data;
        }
        step();
      } finally {
        reading.release();
      }
    }
  }

  void write(Bytes data) throws IOException {
    requireOpen();
    exchange.send(data);
    outgoing.send();
    requireOpen();
    if (outgoing.isBroken()) {
      throw new SSLException("connection is broken");
    }
  }

  /**
   * The gate: nothing passes before both sides have said yes and our verdict is on its way, nor
   * after a failure.
   */
  void requireOpen() throws IOException {
    ConnectionState state = exchange.state();
    if (state == ConnectionState.OPEN && attested) {
      return;
    }
    checkFailure();
    if (state == ConnectionState.CLOSED) {
      throw new SSLException("connection is closed");
    }
    throw new IllegalStateException("connection is not attested yet");
  }

  /** As {@link #requireOpen}; what arrived before the end can be read after it. */
  void requireReadable() throws IOException {
    if (exchange.state() != ConnectionState.CLOSED || finished.get()) {
      requireOpen();
    }
  }

  /** A peer that reads nothing, or a thread that is stuck in writing to it, holds nobody up. */
  void close() throws IOException {
    exchange.close();
    if (finished.compareAndSet(false, true)) {
      CompletableFuture<Void> done = Deadline.after(FAREWELL, this::cut);
      try {
        tls.close();
      } finally {
        done.complete(null);
      }
    }
  }

  private void cut() {
    AttestedConnection.closeQuietly(transport);
  }

  static IOException asIo(RatsException failure) {
    return new SSLException("connection is not attested: " + failure.getMessage(), failure);
  }

  private void checkFailure() throws IOException {
    Optional<RatsException> failure = exchange.failure();
    if (failure.isPresent()) {
      finish();
      throw asIo(failure.get());
    }
  }

  private void throwFailure() throws RatsException {
    Optional<RatsException> failure = exchange.failure();
    if (failure.isPresent()) {
      finish();
      throw failure.get();
    }
    if (exchange.state() == ConnectionState.CLOSED) {
      throw Fault.CLOSED.verification("connection was closed meanwhile");
    }
  }

  /** Tells the peer that the connection failed, as long as it listens, and closes. */
  private void finish() {
    if (finished.compareAndSet(false, true)) {
      Deadline.within(
          FAREWELL,
          this::cut,
          () -> {
            outgoing.send();
            AttestedConnection.closeQuietly(tls);
          });
    }
  }

  /** One step of whoever has the right to read. Where input fails meanwhile, the peer is gone. */
  private void exchangeStep(BooleanSupplier stillNeeded) {
    try {
      if (stillNeeded.getAsBoolean()) {
        step();
      }
    } catch (SocketTimeoutException e) {
      exchange.fail(Fault.TIMEOUT.verification("peer is silent for longer than the socket waits"));
    } catch (IOException e) {
      exchange.end();
      exchange.failure().ifPresent(failure -> failure.addSuppressed(e));
    } finally {
      reading.release();
    }
    if (exchange.state() == ConnectionState.OPEN && exchange.isAsking() && exchange.wanted() == 0) {
      awaitSpace();
    }
  }

  private void step() throws IOException {
    if (bothMayWrite()) {
      outgoing.sendBeside(); // who waits for the other to read reads himself
    } else {
      outgoing.sendUnlessBusy();
    }
    Optional<Runnable> task = exchange.task();
    if (task.isPresent()) {
      call(task.get());
    } else if (exchange.wanted() > 0) {
      read();
    }
  }

  /** Both sides write authenticators at once, or data that waits may be of the application. */
  private boolean bothMayWrite() {
    return config.mutualOrder() == MutualOrder.TOGETHER || exchange.state() == ConnectionState.OPEN;
  }

  private void read() throws IOException {
    byte[] buffer = new byte[Math.min(exchange.wanted(), CHUNK)];
    int count;
    try {
      count = tls.input().read(buffer);
    } catch (SocketTimeoutException e) {
      throw e; // of the application: it may read again
    } catch (IOException e) {
      if (exchange.state() == ConnectionState.OPEN) {
        exchange.close();
      }
      throw e;
    }
    if (count < 0) {
      exchange.end();
    } else {
      exchange.offer(ByteBuffer.wrap(buffer, 0, count));
    }
  }

  private void awaitSpace() {
    try {
      space.drainPermits();
      if (space.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        space.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      expire();
    }
  }

  /** Provider and appraiser are interrupted when the deadline passes. */
  private void call(Runnable task) {
    callbacks.run(() -> Deadline.within(config.deadline(), this::expire, task));
  }

  private void expire() {
    exchange.fail(Fault.TIMEOUT.verification("deadline of the exchange has passed"));
    callbacks.interrupt();
    cut();
  }
}
