package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.RatsException;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestationModel;
import org.rats4j.expat.AttestationProvider;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.BinderRequest;
import org.rats4j.expat.BoundValue;
import org.rats4j.expat.ChainValidator;
import org.rats4j.expat.ExchangeListener;
import org.rats4j.expat.Verdict;

/**
 * The attacker: stands between the relying party and an attester that is in order, has a
 * certificate that the relying party takes, and shows as its own what the attester shows it on
 * another connection.
 *
 * <p>It does all that can be done without the keys of the attester: the request that it passes on
 * even has the very context that the relying party chose.
 */
final class Relay implements AttestationProvider {
  /** Opens the connection to the attester. */
  @FunctionalInterface
  interface Line {
    AttestedSocket open(AttestationConfig config) throws IOException, RatsException;
  }

  private final AttestationModel model;
  private final ChainValidator attester;
  private final Line line;
  private final ExchangeListener listener;

  Relay(AttestationModel model, ChainValidator attester, Line line, ExchangeListener listener) {
    this.model = Objects.requireNonNull(model, "model");
    this.attester = Objects.requireNonNull(attester, "attester");
    this.line = Objects.requireNonNull(line, "line");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  @Override
  public Cmw attest(BinderRequest asked) throws IOException, GeneralSecurityException {
    AtomicReference<Cmw> stolen = new AtomicReference<>();
    AttestationConfig config =
        Endpoint.config(model)
            .nonces(asked::context)
            .requireAttestation(
                attester,
                (attestation, expected) -> {
                  stolen.set(attestation);
                  return Verdict.accepted(BoundValue.CONFIRMED, BoundValue.CONFIRMED);
                })
            .listener(listener)
            .build();
    try {
      line.open(config).close();
    } catch (RatsException e) {
      // An attester that demands attestation itself breaks off, after it has shown its own.
    }
    Cmw shown = stolen.get();
    if (shown == null) {
      throw new IOException("the attester has shown nothing");
    }
    return shown;
  }
}
