package org.rats4j.cli.demo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the connection is for: a secret that nobody else may get, and an answer. Lines of text. */
final class Conversation {
  /** What a relying party sends to an attester that it trusts, and to nobody else. */
  static final String SECRET = "the key of the customer database is 4711";

  private static final int LINE_MAX = 1000;

  private Conversation() {}

  /** Sends the secret, and returns the answer. */
  static String ask(Socket socket) throws IOException {
    send(SECRET, socket);
    return receive(socket).orElseThrow(() -> new IOException("the attester does not answer"));
  }

  /** Answers the secret, if one comes. */
  static void answer(Socket socket) throws IOException {
    Optional<String> secret = receive(socket);
    if (secret.isPresent()) {
      send("thank you for " + secret.get().length() + " characters", socket);
    }
  }

  private static void send(String line, Socket socket) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static Optional<String> receive(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
      if (c == '\n') {
        return Optional.of(line.toString());
      }
      if (line.length() == LINE_MAX) {
        throw new IOException("line is too long");
      }
      line.append((char) c);
    }
    return Optional.empty();
  }
}
