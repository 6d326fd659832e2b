package org.rats4j.expat.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A Netty server and a Netty client over the loopback interface, with an application each. */
final class NettyPair implements AutoCloseable {
  private final NioEventLoopGroup group = new NioEventLoopGroup(2);
  final Application client = new Application(false);
  final Application server = new Application(true);

  /** Records what reaches it; the server sends back what it reads. */
  static final class Application extends ChannelInboundHandlerAdapter {
    final CompletableFuture<AttestationCompletionEvent> attested = new CompletableFuture<>();
    final CompletableFuture<ChannelHandlerContext> added = new CompletableFuture<>();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final StringBuilder read = new StringBuilder();
    private final boolean echoes;

    Application(boolean echoes) {
      this.echoes = echoes;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      added.complete(ctx);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event instanceof AttestationCompletionEvent completion) {
        attested.complete(completion);
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (echoes) {
        ctx.writeAndFlush(message);
        return;
      }
      ByteBuf bytes = (ByteBuf) message;
      read.append(bytes.toString(StandardCharsets.US_ASCII));
      bytes.release();
      if (read.indexOf("\n") >= 0) {
        text.complete(read.toString());
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      closed.complete(null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }

    AttestationCompletionEvent event() throws Exception {
      return attested.get(20, TimeUnit.SECONDS);
    }

    String text() throws Exception {
      return text.get(20, TimeUnit.SECONDS);
    }

    ChannelFuture write(String line) throws Exception {
      ByteBuf bytes = Unpooled.copiedBuffer(line, StandardCharsets.US_ASCII);
      return added.get(20, TimeUnit.SECONDS).channel().writeAndFlush(bytes);
    }

    void awaitEnd() throws Exception {
      closed.get(20, TimeUnit.SECONDS);
    }
  }

  /** Connects; the handlers of each side go before its application. */
  void connect(ChannelHandler[] clientSide, ChannelHandler[] serverSide) throws Exception {
    Channel listener =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(pipeline(serverSide, server))
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .handler(pipeline(clientSide, client))
        .connect(listener.localAddress())
        .sync();
  }

  private static ChannelInitializer<Channel> pipeline(
      ChannelHandler[] handlers, Application application) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(handlers).addLast(application);
      }
    };
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
