package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;

class DriverTest {

  /** A reader may come between the two steps of a writer: leaving data, and writing it. */
  @Test
  void readsThoughThePeerDoesNotTakeWhatAWriterHasLeft() throws Exception {
    AttestationConfig config = TestSide.relyingParty().framed().build();
    Bytes sent = Bytes.ofUtf8("sent before it reads");
    try (LoopbackPair pair = LoopbackPair.open()) {
      AttestedConnection server = pair.server(TestSide.attester(TestSide.SERVER).framed().build());
      AttestationExchange exchange = new AttestationExchange(pair.client.exporter(), config, true);
      Driver client = new Driver(exchange, pair.client, pair.clientSocket, config);
      CompletableFuture<Void> attests =
          LoopbackPair.beside(
              () -> {
                server.attest();
                return null;
              });
      client.attest(config.deadline());
      LoopbackPair.get(attests);
      server.output().write(sent.toByteArray());

      exchange.send(Bytes.copyOf(new byte[32 << 20]));

      assertEquals(Optional.of(sent), LoopbackPair.get(LoopbackPair.beside(client::receive)));
    }
  }
}
