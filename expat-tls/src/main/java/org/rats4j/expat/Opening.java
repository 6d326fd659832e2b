package org.rats4j.expat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsConnection;

/** Makes an attested connection of a socket: handshake and exchange under one deadline. */
final class Opening {
  /** Makes the TLS connection. */
  @FunctionalInterface
  interface Handshake {
    TlsConnection run() throws IOException, RatsException;
  }

  private Opening() {}

  static AttestedConnection attest(Socket transport, AttestationConfig config, Handshake handshake)
      throws IOException, RatsException {
    long begin = System.nanoTime();
    TlsConnection tls = within(config.deadline(), transport, handshake);
    Duration spent = Duration.ofNanos(System.nanoTime() - begin);
    boolean attested = false;
    try {
      AttestedConnection connection =
          new AttestedConnection(tls, transport, config, config.deadline().minus(spent));
      connection.attest();
      attested = true;
      return connection;
    } finally {
      if (!attested) {
        AttestedConnection.closeQuietly(transport);
      }
    }
  }

  private static TlsConnection within(Duration time, Socket transport, Handshake handshake)
      throws IOException, RatsException {
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> timer =
        Deadline.after(
            time,
            () -> {
              late.set(true);
              AttestedConnection.closeQuietly(transport);
            });
    try {
      return handshake.run();
    } catch (IOException e) {
      AttestedConnection.closeQuietly(transport);
      if (late.get()) {
        throw Fault.TIMEOUT.verification("deadline has passed in the handshake", e);
      }
      throw e;
    } catch (RatsException | RuntimeException e) {
      AttestedConnection.closeQuietly(transport);
      throw e;
    } finally {
      timer.complete(null);
    }
  }

  static int millis(Duration time) {
    return (int) Math.min(Math.max(time.toMillis(), 1), Integer.MAX_VALUE);
  }
}
