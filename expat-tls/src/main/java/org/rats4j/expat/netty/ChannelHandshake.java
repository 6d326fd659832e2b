package org.rats4j.expat.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestationExchange;
import org.rats4j.expat.jsse.HandshakeStart;
import org.rats4j.expat.jsse.TlsExporters;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsExporter;

/**
 * The handshake of the {@code SslHandler} in the pipeline, and the exchange that follows it.
 *
 * @param engine the engine that the {@code SslHandler} has to have; null if any will do
 * @param start when the handshake had not begun yet
 */
record ChannelHandshake(@Nullable TlsEngine engine, HandshakeStart start) {
  static boolean isComplete(ChannelHandlerContext ctx) {
    SslHandler tls = ctx.pipeline().get(SslHandler.class);
    return tls != null && tls.handshakeFuture().isSuccess();
  }

  AttestationExchange exchange(ChannelHandlerContext ctx, AttestationConfig config)
      throws VerificationException {
    SslHandler tls = ctx.pipeline().get(SslHandler.class);
    if (tls == null) {
      throw new IllegalStateException("there is no SslHandler before this handler");
    }
    if (engine != null && !engine.engine().equals(tls.engine())) {
      throw new IllegalStateException("SslHandler has another engine than this handler");
    }
    return new AttestationExchange(exporter(tls.engine()), config, isAuthenticated(tls.engine()));
  }

  private TlsExporter exporter(SSLEngine used) throws VerificationException {
    return engine == null ? TlsExporters.forEngine(used, start) : engine.exporter();
  }

  private static boolean isAuthenticated(SSLEngine engine) {
    try {
      return engine.getSession().getPeerCertificates().length > 0;
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }
}
