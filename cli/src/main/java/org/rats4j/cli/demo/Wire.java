package org.rats4j.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.expat.ExchangeListener;
import org.rats4j.expat.Frame;

/** Tells the watcher what passes over the connection, as one end of it sees that. */
final class Wire implements ExchangeListener {
  private final String self;
  private final String peer;
  private final Watcher watcher;

  Wire(String self, String peer, Watcher watcher) {
    this.self = Objects.requireNonNull(self, "self");
    this.peer = Objects.requireNonNull(peer, "peer");
    this.watcher = Objects.requireNonNull(watcher, "watcher");
  }

  @Override
  public void sending(Frame frame) {
    tell(self, peer, frame);
  }

  @Override
  public void received(Frame frame) {
    tell(peer, self, frame);
  }

  private void tell(String from, String to, Frame frame) {
    Bytes payload = frame.payload();
    switch (frame.type()) {
      case Frame.REQUEST -> {
        message(from, to, "authenticator request", "request", payload);
        watcher.step(
            from, "asks inside of TLS: authenticator request, " + payload.size() + " bytes");
      }
      case Frame.AUTHENTICATOR -> {
        message(from, to, "authenticator", "authenticator", payload);
        watcher.step(
            from,
            "measured its files, answers with an authenticator: certificate, evidence bound to"
                + " connection and key, signature: "
                + payload.size()
                + " bytes");
      }
      case Frame.VERDICT ->
          message(from, to, frame.accepts() ? "verdict: yes" : "verdict: no", "verdict", payload);
      default -> {}
    }
  }

  private void message(String from, String to, String title, String file, Bytes content) {
    try {
      String name = from.replace(' ', '-') + "-" + file + ".tls";
      watcher.message(new Watcher.Message(from, to, title, name, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
