package org.rats4j.expat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Breaks off what takes too long, whatever it waits for. The time is absolute: progress does not
 * extend it.
 */
final class Deadline {
  private static final Duration LONGEST = Duration.ofDays(365);

  private Deadline() {}

  /**
   * Runs {@code work}; if it takes longer than {@code time}, runs {@code cut} on a thread beside.
   */
  static void within(Duration time, Runnable cut, Runnable work) {
    CompletableFuture<Void> done = after(time, cut);
    try {
      work.run();
    } finally {
      done.complete(null);
    }
  }

  /**
   * Runs {@code cut} on a thread beside after {@code time}, unless the result is completed first.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // what cut does is nobody's business
  static CompletableFuture<Void> after(Duration time, Runnable cut) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    done.orTimeout(nanos(time), TimeUnit.NANOSECONDS)
        .whenComplete(
            (nothing, late) -> {
              if (late != null) {
                start(cut);
              }
            });
    return done;
  }

  private static long nanos(Duration time) {
    return (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos();
  }

  /** Runs {@code action} beside: it may wait for a peer that stalls. */
  static void start(Runnable action) {
    Thread thread = new Thread(action, "attested-tls");
    thread.setDaemon(true);
    thread.start();
  }
}
