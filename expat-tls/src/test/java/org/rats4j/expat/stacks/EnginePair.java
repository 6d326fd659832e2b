package org.rats4j.expat.stacks;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** Two engines that hand each other their bytes. */
final class EnginePair {
  private static final int SIZE = 1 << 17;

  private final SSLEngine client;
  private final SSLEngine server;
  private final ByteBuffer toServer = ByteBuffer.allocate(SIZE);
  private final ByteBuffer toClient = ByteBuffer.allocate(SIZE);

  private EnginePair(SSLEngine client, SSLEngine server) {
    this.client = client;
    this.server = server;
  }

  /** Lets the engines shake hands. */
  static void handshake(SSLEngine client, SSLEngine server) throws Exception {
    EnginePair pair = new EnginePair(client, server);
    client.beginHandshake();
    server.beginHandshake();
    for (int round = 0; round < 100; round++) {
      boolean moved = step(client, pair.toServer, pair.toClient);
      moved |= step(server, pair.toClient, pair.toServer);
      if (!moved) {
        return;
      }
    }
    throw new IllegalStateException("handshake does not end");
  }

  private static boolean step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws Exception {
    boolean moved = false;
    for (int i = 0; i < 20; i++) {
      Runnable task;
      while ((task = engine.getDelegatedTask()) != null) {
        task.run();
        moved = true;
      }
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), out);
        moved |= result.bytesProduced() > 0;
      } else {
        in.flip();
        SSLEngineResult result = engine.unwrap(in, ByteBuffer.allocate(SIZE));
        in.compact();
        if (result.bytesConsumed() == 0
            && engine.getHandshakeStatus() != HandshakeStatus.NEED_TASK) {
          return moved;
        }
        moved |= result.bytesConsumed() > 0;
      }
    }
    return moved;
  }
}
