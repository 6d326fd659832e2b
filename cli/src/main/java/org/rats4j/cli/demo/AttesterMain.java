package org.rats4j.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.Identity;

/**
 * The attester process from inside: makes its keys, gets itself known, and attests over one
 * connection. Its orders come on standard input.
 */
public final class AttesterMain {
  /** The hidden command that the process runs. */
  public static final String COMMAND = "demo-attester";

  private final OutputStream out;
  private final Order order;
  private final Software software = Software.running();
  private final KeyPair attestationKey = Certificates.newKey();
  private final Endpoint endpoint;

  private AttesterMain(Order order, OutputStream out)
      throws GeneralSecurityException, IOException, RatsException {
    this.order = Objects.requireNonNull(order, "order");
    this.out = Objects.requireNonNull(out, "out");
    Clock clock = order.clock();
    endpoint = Endpoint.of("attester", clock, (stack, session) -> {});
  }

  /**
   * Does what is ordered on {@code in}.
   *
   * @throws IOException if the order is incomplete, or the machine refuses
   * @throws GeneralSecurityException if there is no P-256 here
   * @throws RatsException if there is no TLS here that can be attested
   */
  public static void run(InputStream in, OutputStream out)
      throws IOException, GeneralSecurityException, RatsException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    new AttesterMain(Order.of(Letter.receive(orders)), out).attest();
  }

  private void attest() throws IOException {
    try (ServerSocket listener = Endpoint.listen()) {
      enrol(listener.getLocalPort());
      try (AttestedSocket socket = endpoint.accept(listener, config())) {
        Conversation.answer(socket);
        new Letter().put("state", "attested").send(out);
      } catch (RatsException e) {
        new Letter().put("state", e.code()).send(out);
      }
    }
  }

  private AttestationConfig config() {
    Attester attester =
        new Attester(
            Signers.of(attestationKey.getPrivate(), Algorithms.ES256), software, Machine.running());
    Identity identity =
        Identity.of(
            endpoint.credentials().chain(),
            Signers.of(endpoint.credentials().key(), Algorithms.ES256));
    return Endpoint.config(order.model()).attest(identity, attester).build();
  }

  private void enrol(int port) throws IOException {
    new Enrolment(
            ProcessHandle.current().pid(),
            software.entries().size(),
            attestationKey.getPublic(),
            List.of(endpoint.credentials().leaf()),
            port)
        .letter()
        .send(out);
  }
}
