package org.rats4j.expat.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/** What the application wrote before the channel was attested, up to a number of bytes. */
final class EarlyWrites {
  private final Queue<Early> queue = new ArrayDeque<>();
  private final int limit;
  private int size;

  private record Early(Object message, ChannelPromise promise) {}

  EarlyWrites(int limit) {
    this.limit = limit;
  }

  void add(Object message, ChannelPromise promise) {
    int bytes = message instanceof ByteBuf buffer ? buffer.readableBytes() : limit + 1;
    if (bytes > limit - size) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new IllegalStateException("channel is not attested yet"));
      return;
    }
    size += bytes;
    queue.add(new Early(message, promise));
  }

  /** Hands all to {@code handler}, in their order. */
  void writeTo(ChannelHandlerContext ctx, AttestationHandler handler) {
    for (Early early = queue.poll(); early != null; early = queue.poll()) {
      handler.write(ctx, early.message(), early.promise());
    }
    size = 0;
  }

  void fail(Throwable cause) {
    for (Early early = queue.poll(); early != null; early = queue.poll()) {
      ReferenceCountUtil.release(early.message());
      early.promise().tryFailure(cause);
    }
    size = 0;
  }
}
