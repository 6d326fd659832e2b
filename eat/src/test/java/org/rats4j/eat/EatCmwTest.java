package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.CmwHandlers;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;

class EatCmwTest {
  private static final EatClaims CLAIMS = EatClaims.builder().put(Claims.ISSUER, "issuer").build();

  @Test
  void wrapsWhatTheHandlersDecode() throws Exception {
    List<Bytes> messages =
        List.of(
            Eat.cwt(CLAIMS).sign(TestTokens.SIGNER),
            Eat.jwt(CLAIMS).sign(TestTokens.SIGNER),
            DetachedEatBundle.builder(Encoding.CBOR)
                .detach("part", CLAIMS)
                .sign(CLAIMS, TestTokens.SIGNER),
            DetachedEatBundle.builder(Encoding.JSON)
                .detach("part", CLAIMS)
                .sign(CLAIMS, TestTokens.SIGNER));

    for (Bytes message : messages) {
      CmwRecord record = EatCmw.wrap(message);

      assertEquals(message, record.value());
      assertEquals(Optional.of(CmwIndicator.EVIDENCE), record.indicator());
      CmwHandlers.of(EatHandlers.ALL).decode(record, CmwOptions.STRICT);
    }
  }

  @Test
  void wrapsNothingElse() {
    for (Bytes message : List.of(Bytes.of(1), Bytes.ofUtf8("{}"), Eat.uccs(CLAIMS).encode())) {
      assertThrows(IllegalArgumentException.class, () -> EatCmw.wrap(message));
    }
  }
}
