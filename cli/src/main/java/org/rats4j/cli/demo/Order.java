package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.expat.AttestationModel;

/**
 * What the attester process is to do.
 *
 * @param side which end of the connection it is; both means that it is the server and demands
 *     attestation, too
 * @param model what the two sides show each other
 * @param now the time, since both processes have to agree on it
 * @param port where the other end listens, if this one is the client
 * @param peer the certificates of the other end; none if this one need not know it
 * @param verifierPort where the verifier listens
 * @param verifierKey by which its results are known
 * @param token where the key of the authenticator is to be made, if not in memory
 */
record Order(
    Scenario.Side side,
    AttestationModel model,
    Instant now,
    int port,
    List<X509Certificate> peer,
    int verifierPort,
    VerificationKey verifierKey,
    Optional<SoftHsm.Token> token) {

  Order {
    peer = List.copyOf(peer);
  }

  /** Returns a clock that goes as that of the other process. */
  Clock clock() {
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), now));
  }

  Letter letter() throws IOException {
    Letter letter =
        new Letter()
            .put("side", side.name())
            .put("model", model.name())
            .put("now", now.toEpochMilli())
            .put("port", port)
            .put("verifier-port", verifierPort)
            .put("verifier-key", Bytes.copyOf(verifierKey.publicKey().orElseThrow().getEncoded()));
    token.ifPresent(place -> place.putInto(letter));
    return letter.put("peer", peer);
  }

  static Order of(Letter letter) throws IOException, DecodingException {
    return new Order(
        Scenario.Side.valueOf(letter.text("side")),
        AttestationModel.valueOf(letter.text("model")),
        Instant.ofEpochMilli(letter.number("now")),
        (int) letter.number("port"),
        letter.certificates("peer"),
        (int) letter.number("verifier-port"),
        EncodedKeys.verificationKey(letter.bytes("verifier-key")),
        SoftHsm.Token.of(letter));
  }
}
