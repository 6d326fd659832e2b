package org.rats4j.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.rats4j.core.Bytes;

/**
 * A verifier that is reached over the network.
 *
 * @param port where it listens on this machine
 */
record RemoteVerifier(int port) implements AppraisalService {
  @Override
  public Bytes appraise(Bytes evidence, Bytes nonce) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      new Letter().put("evidence", evidence).put("nonce", nonce).send(socket.getOutputStream());
      Letter answer =
          Letter.receive(
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
      if (!answer.text("refused").isEmpty()) {
        throw new IOException("the verifier refuses: " + answer.text("refused"));
      }
      return answer.bytes("result");
    }
  }
}
