package org.rats4j.expat.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.ConnectionState;
import org.rats4j.expat.ExchangeListener;
import org.rats4j.expat.ExpatCodes;
import org.rats4j.expat.TestSide;
import org.rats4j.expat.Verdict;
import org.rats4j.expat.conscrypt.ConscryptTls;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsServerSettings;

class AttestationHandlerTest {
  private static final TlsClientSettings CLIENT =
      TlsClientSettings.of(TestSide.PKI.anchors()).withCredentials(TestSide.CLIENT);
  private static final TlsServerSettings SERVER = TlsServerSettings.of(TestSide.SERVER);

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final NettyPair pair = new NettyPair();

  @AfterEach
  void stop() {
    pair.close();
    executor.shutdownNow();
  }

  private static TlsEngine clientEngine(String stack) throws Exception {
    return stack.equals("JSSE")
        ? JsseTls.stack().clientEngine(CLIENT, "localhost", 443)
        : ConscryptTls.stack().clientEngine(CLIENT, "localhost", 443);
  }

  private static TlsEngine serverEngine(String stack) throws Exception {
    return stack.equals("JSSE")
        ? JsseTls.stack().ticketsTolerated().serverEngine(SERVER)
        : ConscryptTls.stack().serverEngine(SERVER);
  }

  private AttestationHandler handler(TlsEngine engine, AttestationConfig.Builder config) {
    return new AttestationHandler(engine, config.build(), executor);
  }

  private static ChannelHandler[] side(TlsEngine engine, ChannelHandler attestation) {
    return new ChannelHandler[] {new SslHandler(engine.engine()), attestation};
  }

  /** Connects with Conscrypt on both sides. */
  private void connect(AttestationConfig.Builder client, AttestationConfig.Builder server)
      throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    pair.connect(
        side(clientEnd, handler(clientEnd, client)), side(serverEnd, handler(serverEnd, server)));
  }

  private static String codeOf(AttestationCompletionEvent event) {
    assertFalse(event.isSuccess());
    return assertInstanceOf(RatsException.class, event.cause().orElseThrow()).code();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSSE", "CONSCRYPT"})
  void attestsBeforeDataPasses(String stack) throws Exception {
    assumeTrue(stack.equals("CONSCRYPT") || JsseTls.isAvailable(), "no exporter in this JSSE");
    TlsEngine clientEnd = clientEngine(stack);
    TlsEngine serverEnd = serverEngine(stack);
    pair.connect(
        side(clientEnd, handler(clientEnd, TestSide.relyingParty())),
        side(serverEnd, handler(serverEnd, TestSide.attester(TestSide.SERVER))));

    assertTrue(pair.client.event().isSuccess(), pair.client.event().toString());
    assertTrue(pair.server.event().isSuccess());
    assertTrue(pair.client.event().peer().isPresent());
    assertTrue(pair.server.event().peer().isEmpty());
    pair.client.write("hello\n").sync();

    assertEquals("hello\n", pair.client.text());
    assertEquals(
        null, pair.client.added.get().pipeline().get(AttestationHandler.class), "has left");
  }

  @Test
  void attestsBothSidesAndAgainInFrames() throws Exception {
    connect(TestSide.both(TestSide.CLIENT).framed(), TestSide.both(TestSide.SERVER).framed());

    assertTrue(pair.client.event().peer().isPresent(), pair.client.event().toString());
    assertTrue(pair.server.event().peer().isPresent());
    var ctx = pair.client.added.get().pipeline().context(AttestationHandler.class);
    ctx.executor()
        .submit(() -> ((AttestationHandler) ctx.handler()).reattest(ctx))
        .get(20, TimeUnit.SECONDS);
    pair.client.write("x".repeat(100_000) + "\n").sync();

    assertEquals(100_001, pair.client.text().length());
  }

  @Test
  void givesUpOnAPeerThatDoesNotAttestAgain() throws Exception {
    CompletableFuture<Void> over = new CompletableFuture<>();
    AtomicInteger asked = new AtomicInteger();
    connect(
        TestSide.relyingParty().framed().deadline(Duration.ofSeconds(3)),
        TestSide.attester(TestSide.SERVER)
            .framed()
            .attest(
                TestSide.identity(TestSide.SERVER),
                request -> {
                  if (asked.incrementAndGet() > 1) {
                    over.join();
                  }
                  return TestSide.PLATFORM.evidence(request.binder(), request.aikPubHash());
                }));
    assertTrue(pair.client.event().isSuccess(), pair.client.event().toString());
    var ctx = pair.client.added.get().pipeline().context(AttestationHandler.class);

    ctx.executor()
        .submit(() -> ((AttestationHandler) ctx.handler()).reattest(ctx))
        .get(20, TimeUnit.SECONDS);

    pair.client.awaitEnd();
    over.complete(null);
    assertEquals(2, asked.get());
  }

  @Test
  void keepsEarlyWritesThatItIsToldToKeep() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    pair.connect(
        side(clientEnd, handler(clientEnd, TestSide.relyingParty()).queueingWrites(8)),
        side(serverEnd, handler(serverEnd, TestSide.attester(TestSide.SERVER))));

    ChannelFuture kept = pair.client.write("early\n");
    ChannelFuture tooMuch = pair.client.write("and more\n");

    assertEquals("early\n", pair.client.text());
    assertTrue(kept.isSuccess());
    assertInstanceOf(IllegalStateException.class, tooMuch.cause());
  }

  @Test
  void failsWritesBeforeTheVerdict() throws Exception {
    connect(
        TestSide.relyingParty(),
        TestSide.attester(TestSide.SERVER)
            .attest(
                TestSide.identity(TestSide.SERVER),
                request -> {
                  throw new java.io.IOException("not before the test is over");
                }));

    ChannelFuture early = pair.client.write("early\n").awaitUninterruptibly();

    assertInstanceOf(IllegalStateException.class, early.cause());
    assertFalse(pair.client.event().isSuccess());
    assertFalse(pair.server.event().isSuccess());
    pair.client.awaitEnd();
    pair.server.awaitEnd();
  }

  @Test
  void refusesEvidenceOfAnotherConnection() throws Exception {
    Bytes other = Bytes.copyOf(new byte[32]);
    connect(
        TestSide.relyingParty(),
        TestSide.attester(TestSide.SERVER)
            .attest(
                TestSide.identity(TestSide.SERVER),
                request -> TestSide.PLATFORM.evidence(other, request.aikPubHash())));

    assertEquals(ExpatCodes.BINDER_MISMATCH, codeOf(pair.client.event()));
    assertEquals(ExpatCodes.PEER_REJECTED, codeOf(pair.server.event()));
    pair.client.awaitEnd();
    pair.server.awaitEnd();
  }

  @Test
  void givesUpOnAPeerThatStalls() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    pair.connect(
        side(
            clientEnd,
            handler(clientEnd, TestSide.relyingParty().deadline(Duration.ofMillis(700)))),
        new ChannelHandler[] {
          new SslHandler(serverEnd.engine()),
          new io.netty.channel.ChannelDuplexHandler() {
            @Override
            public void channelRead(io.netty.channel.ChannelHandlerContext ctx, Object message) {
              io.netty.util.ReferenceCountUtil.release(message);
            }
          }
        });

    assertEquals(ExpatCodes.TIMEOUT, codeOf(pair.client.event()));
    pair.client.awaitEnd();
  }

  @Test
  void refusesDataBeforeTheVerdict() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    pair.connect(
        side(clientEnd, handler(clientEnd, TestSide.relyingParty())),
        new ChannelHandler[] {new SslHandler(serverEnd.engine())});
    pair.server.write("\4\0\0\0\5hello");

    assertEquals(ExpatCodes.APPLICATION_DATA_EARLY, codeOf(pair.client.event()));
    pair.client.awaitEnd();
  }

  @Test
  void tellsThatThePeerLeft() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    SslHandler tls = new SslHandler(serverEnd.engine());
    tls.handshakeFuture().addListener(done -> pair.server.added.get().close());
    pair.connect(
        side(clientEnd, handler(clientEnd, TestSide.relyingParty())), new ChannelHandler[] {tls});

    assertEquals(ExpatCodes.FRAME_TRUNCATED, codeOf(pair.client.event()));
  }

  private static SslContext ofNetty() throws Exception {
    return SslContextBuilder.forClient()
        .sslProvider(SslProvider.JDK)
        .protocols("TLSv1.3")
        .trustManager(TestSide.PKI.anchors().certificates().get(0))
        .build();
  }

  private void connectWithEngineOfNetty() throws Exception {
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    SslContext context = ofNetty();
    pair.connect(
        new ChannelHandler[] {
          new SslHandler(
              context.newEngine(io.netty.buffer.ByteBufAllocator.DEFAULT, "localhost", 443)),
          new AttestationHandler(TestSide.relyingParty().build(), executor)
        },
        side(serverEnd, handler(serverEnd, TestSide.attester(TestSide.SERVER))));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void takesAnEngineThatNettyMade() throws Exception {
    connectWithEngineOfNetty();

    assertTrue(pair.client.event().isSuccess(), pair.client.event().toString());
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_24)
  void refusesAnEngineThatCannotExport() throws Exception {
    connectWithEngineOfNetty();

    assertEquals(ExpatCodes.NO_EXPORTER, codeOf(pair.client.event()));
    assertFalse(pair.server.event().isSuccess());
    pair.client.awaitEnd();
  }

  @Test
  void sendsTheVerdictOfATaskThatEndsAtOnce() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    pair.connect(
        side(
            clientEnd,
            new AttestationHandler(clientEnd, TestSide.relyingParty().build(), Runnable::run)
                .queueingWrites(100)),
        side(serverEnd, handler(serverEnd, TestSide.attester(TestSide.SERVER))));

    pair.client.write("early\n");

    assertTrue(pair.client.event().isSuccess(), pair.client.event().toString());
    assertTrue(pair.server.event().isSuccess(), pair.server.event().toString());
    assertEquals("early\n", pair.client.text());
  }

  /** Connects a client without attestation, and lets its handshake end. */
  private ChannelPipeline afterTheHandshake(TlsEngine clientEnd) throws Exception {
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    SslHandler tls = new SslHandler(clientEnd.engine());
    pair.connect(
        new ChannelHandler[] {tls},
        side(serverEnd, handler(serverEnd, TestSide.attester(TestSide.SERVER))));
    tls.handshakeFuture().sync();
    return pair.client.added.get().pipeline();
  }

  private static void addBehindTls(ChannelPipeline pipeline, AttestationHandler handler) {
    pipeline.addAfter(pipeline.context(SslHandler.class).name(), "attestation", handler);
  }

  @Test
  void closesAChannelWhoseHandlerCannotBegin() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    ChannelPipeline pipeline = afterTheHandshake(clientEnd);
    ExchangeListener broken =
        new ExchangeListener() {
          @Override
          public void entered(ConnectionState state) {
            throw new IllegalStateException("listener is broken");
          }
        };

    addBehindTls(pipeline, handler(clientEnd, TestSide.relyingParty().listener(broken)));

    assertFalse(pair.client.event().isSuccess());
    pair.client.awaitEnd();
  }

  @Test
  void closesAChannelWhoseHandlerIsRemovedBeforeTheVerdict() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    ChannelPipeline pipeline = afterTheHandshake(clientEnd);
    CompletableFuture<Void> never = new CompletableFuture<>();
    addBehindTls(
        pipeline,
        handler(
            clientEnd,
            TestSide.relyingParty()
                .requireAttestation(
                    TestSide.chains(),
                    (attestation, expected) -> {
                      never.join();
                      return Verdict.rejected(List.of());
                    })));

    pipeline.remove("attestation");

    pair.client.awaitEnd();
    never.complete(null);
  }

  @Test
  void refusesTheEngineOfAnotherConnection() throws Exception {
    TlsEngine clientEnd = clientEngine("CONSCRYPT");
    TlsEngine serverEnd = serverEngine("CONSCRYPT");
    pair.connect(
        side(clientEnd, handler(clientEngine("CONSCRYPT"), TestSide.relyingParty())),
        side(serverEnd, handler(serverEnd, TestSide.attester(TestSide.SERVER))));

    assertInstanceOf(IllegalStateException.class, pair.client.event().cause().orElseThrow());
    pair.client.awaitEnd();
  }
}
