package org.rats4j.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.rats4j.core.RatsException;

/**
 * The verifier on the network of this machine, for the attester process. Nothing has to be secret
 * or authentic on the way: evidence and results are signed.
 */
final class VerifierServer {
  private final ServerSocket listener;
  private final AppraisalService verifier;

  private VerifierServer(ServerSocket listener, AppraisalService verifier) {
    this.listener = listener;
    this.verifier = Objects.requireNonNull(verifier, "verifier");
  }

  /** Serves on {@code listener} until it is closed. */
  static void start(ServerSocket listener, AppraisalService verifier) {
    VerifierServer server = new VerifierServer(listener, verifier);
    Thread thread = new Thread(server::serve, "verifier");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        answer(Letter.receive(in)).send(client.getOutputStream());
      } catch (IOException e) {
        // Closed, or a client that broke off: the next one has not deserved to suffer from it.
      }
    }
  }

  private Letter answer(Letter request) throws IOException {
    try {
      return new Letter()
          .put("result", verifier.appraise(request.bytes("evidence"), request.bytes("nonce")));
    } catch (RatsException e) {
      return new Letter().put("refused", Decision.reason(e));
    } catch (GeneralSecurityException | RuntimeException e) {
      return new Letter().put("refused", "the verifier has failed");
    }
  }
}
