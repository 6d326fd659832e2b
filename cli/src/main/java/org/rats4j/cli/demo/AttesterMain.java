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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestationModel;
import org.rats4j.expat.AttestationProvider;
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
  private final AppraisalService verifier;
  private final Optional<TokenKeys> token;

  private AttesterMain(Order order, OutputStream out)
      throws GeneralSecurityException, IOException, RatsException {
    this.order = Objects.requireNonNull(order, "order");
    this.out = Objects.requireNonNull(out, "out");
    endpoint = Endpoint.of("attester", order.clock(), (stack, session) -> {});
    verifier = new RemoteVerifier(order.verifierPort());
    token =
        order.token().isPresent()
            ? Optional.of(TokenKeys.make(order.token().get(), order.clock()))
            : Optional.empty();
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

  private void attest() throws IOException, RatsException {
    RelyingParty relyingParty =
        new RelyingParty(order.model(), verifier, order.verifierKey(), order.clock());
    try (ServerSocket listener = Endpoint.listen()) {
      enrol(listener.getLocalPort());
      Letter outcome = new Letter();
      try (AttestedSocket socket = meet(listener, config(relyingParty))) {
        Conversation.answer(socket);
        outcome.put("state", "open");
      } catch (RatsException e) {
        outcome.put("state", e.code());
      }
      relyingParty.decision().putInto(outcome).send(out);
    }
  }

  private AttestedSocket meet(ServerSocket listener, AttestationConfig config)
      throws IOException, RatsException {
    return order.side() == Scenario.Side.CLIENT
        ? endpoint.connect(order.port(), order.peer(), config)
        : endpoint.accept(listener, config);
  }

  /** What this end shows, and demands of the other where both attest. */
  private AttestationConfig config(RelyingParty relyingParty) {
    Attester runtime =
        new Attester(
            Signers.of(attestationKey.getPrivate(), Algorithms.ES256), software, Machine.running());
    AttestationProvider attester = token.isPresent() ? token.get().beside(runtime) : runtime;
    AttestationConfig.Builder config =
        Endpoint.config(order.model())
            .attest(
                identity(),
                order.model() == AttestationModel.PASSPORT
                    ? new Passport(attester, verifier)
                    : attester);
    if (order.side() == Scenario.Side.BOTH) {
      config.requireAttestation(endpoint.knowing(order.peer()), relyingParty);
    }
    return config.build();
  }

  private Identity identity() {
    return token.map(TokenKeys::identity).orElseGet(endpoint::identity);
  }

  private void enrol(int port) throws IOException {
    new Enrolment(
            ProcessHandle.current().pid(),
            software.entries().size(),
            attestationKey.getPublic(),
            token.map(TokenKeys::attestationKey),
            List.of(endpoint.credentials().leaf(), identity().leaf()),
            port)
        .letter()
        .send(out);
  }
}
