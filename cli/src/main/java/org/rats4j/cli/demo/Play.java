package org.rats4j.cli.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.ExpatCodes;

/** One run: the course of events between the relying party in this process and the attester. */
final class Play {
  private final Cast cast;
  private final Factory factory;
  private final Software software;
  private final Clock clock;
  private final Watcher watcher;
  private final Endpoint here;
  private final Optional<SoftHsm.Token> token;

  /** The peer that the relying party meets: the attester itself, or the attacker. */
  private record Met(int port, List<X509Certificate> certificates) {}

  Play(
      Cast cast,
      Factory factory,
      Software software,
      Optional<SoftHsm.Token> token,
      Clock clock,
      Watcher watcher)
      throws GeneralSecurityException, IOException, RatsException {
    this.cast = Objects.requireNonNull(cast, "cast");
    this.factory = Objects.requireNonNull(factory, "factory");
    this.software = Objects.requireNonNull(software, "software");
    this.token = Objects.requireNonNull(token, "token");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.watcher = Objects.requireNonNull(watcher, "watcher");
    here = Endpoint.of(cast.here(), clock, this::handshake);
  }

  Decision run(AttesterProcess process)
      throws IOException, GeneralSecurityException, RatsException {
    try (ServerSocket listener = Endpoint.listen();
        ServerSocket forAttacker = Endpoint.listen();
        ServerSocket forVerifier = Endpoint.listen()) {
      boolean relayed = cast.scenario().attack() == Scenario.Attack.RELAY;
      Endpoint attacker =
          relayed ? Endpoint.of(Cast.ATTACKER, clock, (stack, session) -> {}) : here;
      Enrolment attester =
          process.enrol(
              order(
                  relayed ? forAttacker.getLocalPort() : listener.getLocalPort(),
                  attacker.credentials().chain(),
                  forVerifier.getLocalPort()));
      enrolled(attester);
      KeyPair ownKey = Certificates.newKey();
      if (cast.isMutual()) {
        factory.enrol(cast.here(), ownKey.getPublic());
      }
      Verifier verifier = factory.verifier();
      AppraisalService ours = new WatchedVerifier(verifier, cast.here(), cast, watcher);
      VerifierServer.start(forVerifier, new WatchedVerifier(verifier, cast.there(), cast, watcher));
      Met met =
          relayed
              ? attack(attacker, attester, forAttacker, listener)
              : new Met(attester.port(), attester.certificates());
      RelyingParty relyingParty =
          new RelyingParty(cast.scenario().model(), ours, factory.verifierKey(), clock);
      meet(met, listener, config(met, relyingParty, ours, ownKey), relyingParty);
      return decision(relyingParty.decision(), process);
    }
  }

  private Order order(int port, List<X509Certificate> peer, int verifierPort) {
    return new Order(
        cast.scenario().attester(),
        cast.scenario().model(),
        clock.instant(),
        port,
        peer,
        verifierPort,
        factory.verifierKey(),
        token);
  }

  private void enrolled(Enrolment attester) throws IOException {
    watcher.step(
        cast.there(),
        "runs as process "
            + attester.process()
            + " from "
            + attester.files()
            + " files; made its keys, which never leave it");
    watcher.step(
        cast.there(),
        token.isPresent()
            ? "made the key of its authenticators in a token of SoftHSM2"
            : SoftHsm.find().isEmpty()
                ? "no SoftHSM2 here: without key attestation"
                : "leaves SoftHSM2 alone: without key attestation");
    factory.enrol(cast.there(), attester.attestationKey());
    if (attester.tokenKey().isPresent()) {
      factory.enrolToken(cast.there(), attester.tokenKey().get());
    }
  }

  /** What this end demands of the other, and shows itself where both attest. */
  private AttestationConfig config(
      Met met, RelyingParty relyingParty, AppraisalService verifier, KeyPair ownKey) {
    AttestationConfig.Builder config =
        Endpoint.config(cast.scenario().model())
            .requireAttestation(here.knowing(met.certificates()), relyingParty)
            .listener(new Wire(cast.here(), cast.peerOfHere(), cast, watcher));
    if (cast.isMutual()) {
      Attester attester =
          new Attester(
              Signers.of(ownKey.getPrivate(), Algorithms.ES256), software, Machine.running());
      config.attest(
          here.identity(), cast.isPassport() ? new Passport(attester, verifier) : attester);
    }
    return config.build();
  }

  /**
   * Starts the attacker, and returns how the relying party finds it: it waits for a relying party
   * that is a client, and connects to one that is a server.
   */
  private Met attack(
      Endpoint attacker, Enrolment attester, ServerSocket forAttacker, ServerSocket listener) {
    Relay relay =
        new Relay(
            cast.scenario().model(),
            attacker.knowing(attester.certificates()),
            config ->
                attesterIsClient()
                    ? attacker.accept(forAttacker, config)
                    : attacker.connect(attester.port(), attester.certificates(), config),
            new Wire(Cast.ATTACKER, cast.there(), cast, watcher));
    AttestationConfig shown =
        Endpoint.config(cast.scenario().model()).attest(attacker.identity(), relay).build();
    Thread thread = new Thread(() -> show(shown, attacker, forAttacker, listener), "attacker");
    thread.setDaemon(true);
    thread.start();
    return new Met(forAttacker.getLocalPort(), attacker.credentials().chain());
  }

  private void show(
      AttestationConfig shown, Endpoint attacker, ServerSocket forAttacker, ServerSocket listener) {
    try (AttestedSocket socket =
        attesterIsClient()
            ? attacker.connect(listener.getLocalPort(), here.credentials().chain(), shown)
            : attacker.accept(forAttacker, shown)) {
      Conversation.answer(socket); // what it is all about; the relying party prevents it
    } catch (IOException | RatsException e) {
      // The relying party says why.
    }
  }

  /** Opens the connection and uses it, if it comes to that. */
  private void meet(
      Met met, ServerSocket listener, AttestationConfig config, RelyingParty relyingParty)
      throws IOException, RatsException {
    watcher.enter(Watcher.Stretch.HANDSHAKE);
    try (AttestedSocket socket =
        attesterIsClient()
            ? here.accept(listener, config)
            : here.connect(met.port(), met.certificates(), config)) {
      watcher.step(
          cast.here(),
          "the attestation result is right for this connection and this key: the connection is"
              + " open");
      watcher.enter(Watcher.Stretch.DATA);
      String answer = Conversation.ask(socket);
      watcher.data(cast.here(), cast.there(), Conversation.SECRET);
      watcher.data(cast.there(), cast.here(), answer);
    } catch (RatsException e) {
      boolean refused = e.code().equals(ExpatCodes.APPRAISAL_REJECTED);
      boolean wasRefused =
          e.code().equals(ExpatCodes.PEER_REJECTED) && relyingParty.decision().accepted();
      if (!refused && !wasRefused) {
        throw e;
      }
      watcher.enter(Watcher.Stretch.CLOSED);
      watcher.objection(cast.here(), "closed the connection: not a byte of the secret was sent");
    }
  }

  /** Where both attest, both have to accept. */
  private Decision decision(Decision ours, AttesterProcess process) throws IOException {
    if (!cast.isMutual() || !ours.accepted()) {
      return ours;
    }
    return ours.and(cast.there(), Decision.of(process.outcome()), cast.here());
  }

  private boolean attesterIsClient() {
    return cast.scenario().attester() == Scenario.Side.CLIENT;
  }

  private void handshake(String stack, SSLSession session) throws IOException {
    boolean server = attesterIsClient();
    X509Certificate certificate =
        server ? here.credentials().leaf() : (X509Certificate) session.getPeerCertificates()[0];
    watcher.message(
        new Watcher.Message(
            server ? cast.here() : cast.peerOfHere(),
            server ? cast.peerOfHere() : cast.here(),
            "TLS 1.3 handshake, certificate",
            "completes a handshake of "
                + session.getProtocol()
                + " on loopback: "
                + session.getCipherSuite()
                + ", by "
                + stack
                + "; no data may pass yet",
            "tls-certificate.pem",
            Certificates.pem(certificate)));
    watcher.enter(Watcher.Stretch.ATTESTATION);
  }
}
