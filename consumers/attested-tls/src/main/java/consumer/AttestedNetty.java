package consumer;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.conscrypt.ConscryptTls;
import org.rats4j.expat.netty.AttestationCompletionEvent;
import org.rats4j.expat.netty.AttestationHandler;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsServerSettings;

/** Attested TLS on channels of the Netty that this application has chosen. */
public final class AttestedNetty {
  private final Platform platform = new Platform();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  private AttestedNetty() throws Exception {}

  /** Runs the program; whatever goes wrong ends it. */
  public static void main(String[] args) throws Exception {
    new AttestedNetty().run();
    System.out.println("attested channels on Java " + Runtime.version().feature());
  }

  private void run() throws Exception {
    EventLoopGroup loops = new NioEventLoopGroup(2);
    try {
      Channel listener =
          new ServerBootstrap()
              .group(loops)
              .channel(NioServerSocketChannel.class)
              .childHandler(pipeline(true))
              .bind(InetAddress.getLoopbackAddress(), 0)
              .sync()
              .channel();
      new Bootstrap()
          .group(loops)
          .channel(NioSocketChannel.class)
          .handler(pipeline(false))
          .connect(listener.localAddress())
          .sync();
      if (!answer.get(30, TimeUnit.SECONDS).equals("hello")) {
        throw new IllegalStateException(answer.get());
      }
    } finally {
      loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
      threads.shutdownNow();
    }
  }

  private ChannelInitializer<Channel> pipeline(boolean server) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        TlsEngine engine = server ? serverEngine() : clientEngine();
        AttestationConfig config = server ? platform.server() : platform.client(platform.anchors());
        channel
            .pipeline()
            .addLast(new SslHandler(engine.engine()))
            .addLast(new AttestationHandler(engine, config, threads))
            .addLast(new Application(server));
      }
    };
  }

  private TlsEngine serverEngine() {
    return ConscryptTls.stack().serverEngine(TlsServerSettings.of(platform.credentials()));
  }

  private TlsEngine clientEngine() {
    return ConscryptTls.stack()
        .clientEngine(TlsClientSettings.of(platform.anchors()), "localhost", 443);
  }

  /** The client says hello when it may; the server sends back what it reads. */
  private final class Application extends SimpleChannelInboundHandler<ByteBuf> {
    private final boolean server;

    Application(boolean server) {
      this.server = server;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event instanceof AttestationCompletionEvent completion) {
        completion.cause().ifPresent(answer::completeExceptionally);
        if (!server && completion.isSuccess()) {
          ctx.writeAndFlush(Unpooled.copiedBuffer("hello", StandardCharsets.US_ASCII));
        }
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf message) {
      if (server) {
        ctx.writeAndFlush(message.retain());
      } else {
        answer.complete(message.toString(StandardCharsets.US_ASCII));
      }
    }
  }
}
