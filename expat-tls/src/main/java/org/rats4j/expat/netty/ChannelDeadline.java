package org.rats4j.expat.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Breaks off on the event loop what takes too long. */
final class ChannelDeadline {
  private static final Duration LONGEST = Duration.ofDays(365);

  private @Nullable Future<?> future;

  /** Runs {@code expire} after {@code time}, unless cancelled before. */
  void start(ChannelHandlerContext ctx, Duration time, Runnable expire) {
    Duration left = time.compareTo(LONGEST) > 0 ? LONGEST : time;
    future = ctx.executor().schedule(expire, left.toNanos(), TimeUnit.NANOSECONDS);
  }

  void cancel() {
    if (future != null) {
      future.cancel(false);
    }
  }
}
