package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;

class ExchangeFuzzTest {

  static Stream<byte[]> streams() {
    return FrameFuzzTest.streams();
  }

  /** Whatever a stranger sends, the gate stays shut, and nothing is thrown. */
  @MethodSource("streams")
  @FuzzTest
  void opensForNoStranger(byte[] input) throws Exception {
    for (AttestationConfig config :
        new AttestationConfig[] {
          TestSide.relyingParty().build(),
          TestSide.attester(TestSide.CLIENT).framed().build(),
          TestSide.both(TestSide.CLIENT).mutualOrder(MutualOrder.TOGETHER).build()
        }) {
      AttestationExchange exchange = InMemory.client(config);
      exchange.start();
      exchange.task().ifPresent(Runnable::run);
      InMemory.feed(exchange, Bytes.copyOf(input));
      exchange.end();

      assertNotEquals(ConnectionState.OPEN, exchange.state());
      assertFalse(exchange.peer().isPresent());
    }
  }
}
