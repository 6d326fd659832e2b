package org.rats4j.expat.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.expat.AttestationExchange;

/** Writes to the channel what an exchange has to send. */
@SuppressWarnings("FutureReturnValueIgnored") // promises tell
final class ChannelOutput {
  private static final long FAREWELL_SECONDS = 2;

  private ChannelOutput() {}

  static void send(ChannelHandlerContext ctx, AttestationExchange exchange) {
    send(ctx, exchange, ctx.newPromise());
  }

  private static void send(
      ChannelHandlerContext ctx, AttestationExchange exchange, ChannelPromise promise) {
    ByteBuf all = Unpooled.EMPTY_BUFFER;
    for (Optional<Bytes> next = exchange.poll(); next.isPresent(); next = exchange.poll()) {
      all = Unpooled.wrappedBuffer(all, Unpooled.wrappedBuffer(next.get().toByteArray()));
    }
    if (all.isReadable()) {
      ctx.writeAndFlush(all, promise);
    } else {
      promise.trySuccess();
    }
  }

  /** Sends {@code data} of the application in frames. */
  static void sendFramed(
      ChannelHandlerContext ctx,
      AttestationExchange exchange,
      ByteBuf data,
      ChannelPromise promise) {
    byte[] bytes = new byte[data.readableBytes()];
    data.readBytes(bytes);
    data.release();
    exchange.send(Bytes.copyOf(bytes));
    send(ctx, exchange, promise);
  }

  /**
   * Lets the verdict of an exchange that failed go out, and closes, even if the peer does not take
   * it.
   */
  static void farewell(
      ChannelHandlerContext ctx, @Nullable AttestationExchange exchange, RatsException reason) {
    ChannelPromise farewell = ctx.newPromise().addListener(ChannelFutureListener.CLOSE);
    if (exchange == null) {
      farewell.trySuccess();
      return;
    }
    exchange.fail(reason);
    send(ctx, exchange, farewell);
    exchange.close();
    if (!farewell.isDone()) {
      ctx.executor().schedule(() -> ctx.channel().close(), FAREWELL_SECONDS, TimeUnit.SECONDS);
    }
  }
}
