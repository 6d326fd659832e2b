package org.rats4j.expat.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.ByteBuffer;
import org.rats4j.expat.AttestationExchange;

/**
 * What has arrived and nobody has taken yet. A peer that sends on while a task runs has to wait,
 * and costs no more than a frame.
 */
final class ReceivedBytes {
  private final int limit;
  private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
  private boolean paused;

  ReceivedBytes(int limit) {
    this.limit = limit;
  }

  void add(ChannelHandlerContext ctx, ByteBuf bytes) {
    if (buffer.capacity() == 0) {
      buffer = ctx.alloc().buffer(bytes.readableBytes());
    }
    buffer.discardSomeReadBytes().writeBytes(bytes);
    bytes.release();
  }

  /** Returns whether there is something that {@code exchange} would take. */
  boolean isWantedBy(AttestationExchange exchange) {
    return buffer.isReadable() && exchange.wanted() > 0;
  }

  void offerTo(AttestationExchange exchange) {
    while (isWantedBy(exchange)) {
      ByteBuffer view = buffer.nioBuffer();
      exchange.offer(view);
      buffer.skipBytes(view.position());
    }
  }

  /** Hands what is left to the application. */
  void passOn(ChannelHandlerContext ctx) {
    ByteBuf rest = buffer;
    buffer = Unpooled.EMPTY_BUFFER;
    if (rest.isReadable()) {
      ctx.fireChannelRead(rest);
      ctx.fireChannelReadComplete();
    } else {
      rest.release();
    }
  }

  /** Stops reading while there is too much, and goes on afterwards. */
  void throttle(ChannelHandlerContext ctx) {
    boolean full = buffer.readableBytes() > limit;
    if (full && ctx.channel().config().isAutoRead()) {
      paused = true;
      ctx.channel().config().setAutoRead(false);
    } else if (!full && paused) {
      paused = false;
      ctx.channel().config().setAutoRead(true);
    }
  }

  /** Returns whether reading has stopped since there is too much. */
  boolean isPaused() {
    return paused;
  }

  void release() {
    buffer.release();
    buffer = Unpooled.EMPTY_BUFFER;
  }
}
