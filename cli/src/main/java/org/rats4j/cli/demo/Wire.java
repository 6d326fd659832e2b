package org.rats4j.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.expat.ExchangeListener;
import org.rats4j.expat.Frame;

/** Tells the watcher what passes over a connection, as one end of it sees that. */
final class Wire implements ExchangeListener {
  private final String self;
  private final String peer;
  private final Cast cast;
  private final Watcher watcher;

  Wire(String self, String peer, Cast cast, Watcher watcher) {
    this.self = Objects.requireNonNull(self, "self");
    this.peer = Objects.requireNonNull(peer, "peer");
    this.cast = Objects.requireNonNull(cast, "cast");
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
    switch (frame.type()) {
      case Frame.REQUEST ->
          message(from, to, "authenticator request", request(from), "request", frame.payload());
      case Frame.AUTHENTICATOR ->
          message(from, to, title(from), answer(from), "authenticator", frame.payload());
      case Frame.VERDICT -> {
        String title = frame.accepts() ? "verdict: yes" : "verdict: no";
        message(from, to, title, "", "verdict", frame.payload());
      }
      default -> {}
    }
  }

  private String title(String from) {
    String what = cast.isPassport() ? "attestation result" : "evidence";
    return from.equals(Cast.ATTACKER) ? "authenticator, relayed " + what : "authenticator, " + what;
  }

  private static String request(String from) {
    return from.equals(Cast.ATTACKER)
        ? "asks the attester the same over another connection: authenticator request"
        : "asks inside of TLS: authenticator request";
  }

  private String answer(String from) {
    String what = cast.isPassport() ? "attestation result" : "evidence";
    return from.equals(Cast.ATTACKER)
        ? "answers with an authenticator of its own, in it the " + what + " of the attester"
        : "answers with an authenticator: certificate, "
            + what
            + " for this connection and key, signature";
  }

  private void message(
      String from, String to, String title, String text, String file, Bytes content) {
    String sized = text.isEmpty() ? "" : text + ", " + content.size() + " bytes";
    String name = from.replace(' ', '-') + "-" + file + ".tls";
    try {
      watcher.message(new Watcher.Message(from, to, title, sized, name, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
