package org.rats4j.expat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/** Two exchanges of one connection without sockets, and what passes between them. */
final class InMemory {
  private static final FixedTlsExporter CLIENT =
      FixedTlsExporter.of(TlsRole.CLIENT, TlsInfo.AES_128_GCM_SHA256, Bytes.ofHex("5e".repeat(32)));

  final AttestationExchange client;
  final AttestationExchange server;

  InMemory(AttestationConfig client, AttestationConfig server) throws VerificationException {
    this.client = client(client);
    this.server = server(server);
  }

  static AttestationExchange client(AttestationConfig config) throws VerificationException {
    return new AttestationExchange(CLIENT, config, true);
  }

  static AttestationExchange server(AttestationConfig config) throws VerificationException {
    return new AttestationExchange(CLIENT.peer(), config, true);
  }

  void start() {
    client.start();
    server.start();
  }

  /** Passes bytes and runs tasks until nothing moves any more. */
  void run() {
    Bytes toServer = Bytes.EMPTY;
    Bytes toClient = Bytes.EMPTY;
    boolean moves = true;
    while (moves) {
      moves = runTask(client) | runTask(server) | client.hasOutput() | server.hasOutput();
      toServer = toServer.concat(drain(client));
      toClient = toClient.concat(drain(server));
      int taken = feed(server, toServer);
      toServer = toServer.slice(taken, toServer.size() - taken);
      taken = feed(client, toClient);
      toClient = toClient.slice(taken, toClient.size() - taken);
    }
  }

  private static boolean runTask(AttestationExchange exchange) {
    Optional<Runnable> task = exchange.task();
    task.ifPresent(Runnable::run);
    return task.isPresent();
  }

  /** Runs the task of {@code from}, and passes on what it has to send. */
  static void step(AttestationExchange from, AttestationExchange to) {
    runTask(from);
    feed(to, drain(from));
  }

  /** Returns what {@code exchange} has to send. */
  static Bytes drain(AttestationExchange exchange) {
    Bytes sent = Bytes.EMPTY;
    for (Optional<Bytes> next = exchange.poll(); next.isPresent(); next = exchange.poll()) {
      sent = sent.concat(next.get());
    }
    return sent;
  }

  /** Offers bytes as a driver does; returns how many were taken. */
  static int feed(AttestationExchange exchange, Bytes bytes) {
    ByteBuffer in = bytes.asByteBuffer();
    while (in.hasRemaining() && exchange.wanted() > 0) {
      exchange.offer(in);
      exchange.task().ifPresent(Runnable::run);
    }
    return in.position();
  }
}
