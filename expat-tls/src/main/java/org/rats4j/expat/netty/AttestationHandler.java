package org.rats4j.expat.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestationExchange;
import org.rats4j.expat.ConnectionState;
import org.rats4j.expat.ExpatCodes;
import org.rats4j.expat.jsse.HandshakeStart;
import org.rats4j.expat.tls.TlsEngine;

/**
 * Attests a channel behind its {@code SslHandler}, before a byte of the application passes in
 * either direction.
 *
 * <pre>{@code
 * pipeline.addLast(new SslHandler(engine.engine()));
 * pipeline.addLast(new AttestationHandler(engine, config, executor));
 * pipeline.addLast(application); // acts on AttestationCompletionEvent
 * }</pre>
 *
 * <p>Provider and appraiser run on the executor, never on the event loop. When both sides have said
 * yes, the handler fires a successful {@link AttestationCompletionEvent} and removes itself, unless
 * data travels in frames. On failure it fires the event with the cause and closes the channel.
 * Writes before that fail, unless they are queued. One handler for one channel.
 */
@SuppressWarnings({
  "exports",
  "FutureReturnValueIgnored"
}) // callers have the library; promises tell
public final class AttestationHandler extends ChannelDuplexHandler {
  private final AttestationConfig config;
  private final Executor executor;
  private final ChannelHandshake handshake;
  private final EarlyWrites early;
  private final ReceivedBytes received;
  private final ChannelDeadline deadline = new ChannelDeadline();
  private @Nullable AttestationExchange exchange;
  private boolean done;
  private boolean failed;

  private AttestationHandler(
      AttestationConfig config, Executor executor, @Nullable TlsEngine engine, EarlyWrites early) {
    this.config = Objects.requireNonNull(config, "config");
    this.executor = Objects.requireNonNull(executor, "executor");
    handshake = new ChannelHandshake(engine, HandshakeStart.now());
    this.early = early;
    received = new ReceivedBytes(config.options().limits().authenticatorBytes());
  }

  /**
   * Creates a handler for an engine of ours.
   *
   * @param executor runs provider and appraiser, which may wait for others
   */
  public AttestationHandler(TlsEngine engine, AttestationConfig config, Executor executor) {
    this(config, executor, Objects.requireNonNull(engine, "engine"), new EarlyWrites(0));
  }

  /**
   * Creates a handler for the engine of the {@code SslHandler}, whoever made it. Create it before
   * the handshake: a session that is older than the handler counts as resumed.
   *
   * @param executor runs provider and appraiser, which may wait for others
   */
  public AttestationHandler(AttestationConfig config, Executor executor) {
    this(config, executor, null, new EarlyWrites(0));
  }

  /**
   * Returns a handler like this, which is not in a pipeline yet, that keeps early writes instead of
   * failing them.
   *
   * @param bytes how many bytes to keep; what exceeds them fails
   */
  public AttestationHandler queueingWrites(int bytes) {
    return new AttestationHandler(config, executor, handshake.engine(), new EarlyWrites(bytes));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    startDeadline(ctx);
    if (ChannelHandshake.isComplete(ctx)) {
      begin(ctx);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    release();
    early.fail(new IllegalStateException("channel was not attested"));
    if (exchange != null && !done) {
      exchange.close();
    }
    if (!done && !failed) {
      failed = true;
      ctx.channel().close(); // without this handler nothing would hold data back
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent completion) {
      if (completion.isSuccess()) {
        begin(ctx);
      } else {
        fail(ctx, completion.cause());
      }
    }
    ctx.fireUserEventTriggered(event);
  }

  private void begin(ChannelHandlerContext ctx) {
    if (exchange != null || failed) {
      return;
    }
    try {
      exchange = handshake.exchange(ctx, config);
      exchange.start();
      advance(ctx);
    } catch (VerificationException | RuntimeException e) {
      fail(ctx, e); // Netty drops a handler that throws when it is added, and keeps the channel
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (failed || !(message instanceof ByteBuf bytes)) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (done && !config.framed()) {
      ctx.fireChannelRead(message); // this handler is on its way out of the pipeline
      return;
    }
    received.add(ctx, bytes);
    advance(ctx);
  }

  /** Goes on as far as it can; called on the event loop whenever something has changed. */
  private void advance(ChannelHandlerContext ctx) {
    AttestationExchange live = exchange;
    if (live == null || failed) {
      return;
    }
    received.offerTo(live);
    ChannelOutput.send(ctx, live);
    live.task().ifPresent(task -> run(ctx, live, task));
    if (live.failure().isPresent()) {
      fail(ctx, live.failure().get());
    } else if (live.state() == ConnectionState.OPEN && !done) {
      open(ctx, live);
    } else {
      deliver(ctx, live);
      received.throttle(ctx);
      if (done && !live.isAsking()) {
        deadline.cancel();
      }
      if (live.wanted() > 0 && !received.isPaused() && !ctx.channel().config().isAutoRead()) {
        ctx.read();
      }
    }
  }

  private void run(ChannelHandlerContext ctx, AttestationExchange live, Runnable task) {
    try {
      executor.execute(
          () -> {
            try {
              task.run();
            } finally {
              resume(ctx, live);
            }
          });
    } catch (RejectedExecutionException e) {
      fail(ctx, e);
    }
  }

  /**
   * An event loop that was shut down has closed the channel: then there is nothing to go on with.
   */
  private void resume(ChannelHandlerContext ctx, AttestationExchange live) {
    try {
      ctx.executor().execute(() -> advance(ctx));
    } catch (RejectedExecutionException loopIsGone) {
      live.close();
    }
  }

  private void open(ChannelHandlerContext ctx, AttestationExchange live) {
    done = true;
    deadline.cancel();
    ChannelOutput.send(ctx, live); // the verdict of a task that has ended meanwhile
    early.writeTo(ctx, this);
    ctx.fireUserEventTriggered(AttestationCompletionEvent.success(live.peer()));
    ctx.flush();
    if (config.framed()) {
      advance(ctx);
      return;
    }
    received.passOn(ctx);
    live.close();
    received.throttle(ctx);
    if (!ctx.isRemoved()) {
      ctx.pipeline().remove(this);
    }
  }

  private void deliver(ChannelHandlerContext ctx, AttestationExchange live) {
    for (Optional<Bytes> data = live.received(); data.isPresent(); data = live.received()) {
      ctx.fireChannelRead(Unpooled.wrappedBuffer(data.get().toByteArray()));
    }
    if (received.isWantedBy(live)) {
      advance(ctx); // the application has read: there is room for more
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    AttestationExchange live = exchange;
    if (!done || live == null) {
      early.add(message, promise);
    } else if (!config.framed()) {
      ctx.write(message, promise);
    } else if (message instanceof ByteBuf bytes && live.state() == ConnectionState.OPEN) {
      ChannelOutput.sendFramed(ctx, live, bytes, promise);
    } else {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new IllegalStateException("neither bytes nor an open channel"));
    }
  }

  /**
   * Asks the peer to attest once more, on a channel whose data travels in frames. If it does not,
   * or not before the deadline, the channel is closed and another event tells why. May be called on
   * the event loop only.
   *
   * @throws IllegalStateException as {@link AttestationExchange#reattest}, or if the channel is not
   *     attested yet
   */
  public void reattest(ChannelHandlerContext ctx) {
    AttestationExchange live = exchange;
    if (live == null) {
      throw new IllegalStateException("channel is not attested yet");
    }
    live.reattest();
    startDeadline(ctx);
    advance(ctx);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    AttestationExchange live = exchange;
    if (live != null) {
      live.end();
      live.failure().ifPresent(failure -> fail(ctx, failure));
    }
    if (!done) {
      fail(ctx, closed("peer closed before both sides had said yes"));
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!done) {
      fail(ctx, cause);
    }
    ctx.fireExceptionCaught(cause);
  }

  private void expire(ChannelHandlerContext ctx) {
    VerificationException late =
        VerificationException.of(
            Reason.EXPIRED, ExpatCodes.TIMEOUT, "", "deadline of the exchange has passed");
    if (exchange != null) {
      exchange.fail(late);
    }
    fail(ctx, late);
  }

  private static VerificationException closed(String detail) {
    return VerificationException.of(Reason.PROTOCOL_VIOLATION, ExpatCodes.CLOSED, "", detail);
  }

  /** Says why, lets the verdict go out and closes, even if the peer does not take it. */
  private void fail(ChannelHandlerContext ctx, Throwable cause) {
    if (failed) {
      return;
    }
    failed = true;
    release();
    early.fail(cause);
    ctx.fireUserEventTriggered(AttestationCompletionEvent.failure(cause));
    ChannelOutput.farewell(ctx, exchange, closed("channel failed"));
  }

  private void release() {
    deadline.cancel();
    received.release();
  }

  private void startDeadline(ChannelHandlerContext ctx) {
    deadline.start(ctx, config.deadline(), () -> expire(ctx));
  }
}
