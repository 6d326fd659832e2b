package org.rats4j.expat.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.AttestedServer;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.TestSide;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.conscrypt.ConscryptTls;
import org.rats4j.expat.jsse.HandshakeStart;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.jsse.TlsConnections;
import org.rats4j.expat.netty.AttestationHandler;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsServerSettings;
import org.rats4j.expat.tls.TlsStack;

/** The code of {@code docs/guide/attested-tls-stacks.md}, run. */
class StackGuideTest {

  @Test
  void opensClients() throws Exception {
    TrustAnchors anchors = TestSide.PKI.anchors();
    AttestationConfig requiring = TestSide.relyingParty().build();

    TlsStack stack = JsseTls.isAvailable() ? JsseTls.stack() : BcTls.stack();
    AttestedClient client =
        AttestedTls.client(stack.connector(TlsClientSettings.of(anchors)), requiring);

    assertFalse(client.toString().isEmpty());
  }

  @Test
  void opensServers() {
    TrustAnchors anchors = TestSide.PKI.anchors();
    TlsCredentials credentials = TestSide.SERVER;
    AttestationConfig attesting = TestSide.attester(credentials).build();
    TlsStack stack = BcTls.stack();

    TlsServerSettings settings = TlsServerSettings.of(credentials).withTrustAnchors(anchors);
    AttestedServer server = AttestedTls.server(stack.acceptor(settings), attesting);

    assertFalse(server.toString().isEmpty());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void takesSocketsOfOthers() throws Exception {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
    String host = "localhost";
    CompletableFuture<TlsConnection> server = new CompletableFuture<>();
    try (java.net.ServerSocket listener = new java.net.ServerSocket(0)) {
      new Thread(
              () -> {
                try {
                  Socket transport = listener.accept();
                  server.complete(TestSide.acceptor().accept(transport));
                } catch (Exception e) {
                  server.completeExceptionally(e);
                }
              })
          .start();
      int port = listener.getLocalPort();

      HandshakeStart start = HandshakeStart.now();
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port);
      socket.startHandshake();
      TlsConnection connection = TlsConnections.forSocket(socket, start);

      assertEquals(Resumption.FULL, connection.exporter().info().resumption());
      server.get().close();
      connection.close();
    }
  }

  @Test
  void buildsAPipeline() {
    TlsEngine engine =
        ConscryptTls.stack()
            .clientEngine(TlsClientSettings.of(TestSide.PKI.anchors()), "localhost", 443);
    AttestationConfig config = TestSide.relyingParty().build();
    Executor executor = Runnable::run;
    ChannelInboundHandlerAdapter application = new ChannelInboundHandlerAdapter();
    ChannelPipeline pipeline = new EmbeddedChannel().pipeline();

    pipeline.addLast(new SslHandler(engine.engine()));
    pipeline.addLast(new AttestationHandler(engine, config, executor));
    pipeline.addLast(application);

    List<String> names = pipeline.names();
    assertTrue(names.size() >= 3, names.toString());
  }
}
