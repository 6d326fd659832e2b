package org.rats4j.expat;

import java.util.ArrayDeque;
import java.util.Optional;
import org.rats4j.core.Bytes;

/**
 * What waits to be sent, to be read by the application, or to be told to the listener. All but
 * {@link #publish} is called under the lock of the exchange.
 */
final class Mailbox {
  private final ExchangeListener listener;
  private final int dataMax;
  private final ArrayDeque<Frame> outgoing = new ArrayDeque<>();
  private final ArrayDeque<Bytes> data = new ArrayDeque<>();
  private final ArrayDeque<Runnable> untold = new ArrayDeque<>();
  private int dataSize;

  Mailbox(AttestationConfig config) {
    listener = config.listener();
    dataMax = config.options().limits().authenticatorBytes();
  }

  void send(Frame frame) {
    outgoing.add(frame);
    if (frame.type() != Frame.DATA) {
      tell(() -> listener.sending(frame));
    }
  }

  boolean hasOutput() {
    return !outgoing.isEmpty();
  }

  Optional<Bytes> poll() {
    return Optional.ofNullable(outgoing.poll()).map(Frame::encode);
  }

  void arrived(Frame frame) {
    if (frame.type() != Frame.DATA) {
      tell(() -> listener.received(frame));
    }
  }

  void entered(ConnectionState state) {
    tell(() -> listener.entered(state));
  }

  void deliver(Bytes bytes) {
    if (!bytes.isEmpty()) {
      data.add(bytes);
      dataSize += bytes.size();
    }
  }

  /** Returns whether the application has to read before more may arrive. */
  boolean isFull() {
    return dataSize >= dataMax;
  }

  Optional<Bytes> received() {
    Optional<Bytes> next = Optional.ofNullable(data.poll());
    next.ifPresent(bytes -> dataSize -= bytes.size());
    return next;
  }

  void clear() {
    outgoing.clear();
  }

  private void tell(Runnable news) {
    synchronized (untold) {
      untold.add(news);
    }
  }

  /** Tells the listener, without the lock of the exchange. */
  void publish() {
    while (true) {
      Runnable news;
      synchronized (untold) {
        news = untold.poll();
      }
      if (news == null) {
        return;
      }
      news.run();
    }
  }
}
