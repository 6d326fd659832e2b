package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwContentHandler;
import org.rats4j.cmw.CmwHandlers;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwTree;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.eat.EatHandlers;

class EarHandlersTest {
  private static final String PROFILE = EarDialect.IETF_04.profile();

  private static Bytes result(Encoding encoding) throws Exception {
    Signer signer = Signers.of(TestKeys.p256().getPrivate(), Algorithms.ES256);
    EarClaims claims =
        Ear.builder()
            .verifierId("https://verifier.example", "1.0")
            .clock(Clock.systemUTC())
            .lifetime(Duration.ofMinutes(5))
            .submod("platform", Appraisal.builder().claim(Category.HARDWARE, 2).build())
            .deriveStatus()
            .build();
    return (encoding == Encoding.JSON ? Ear.jwt(claims) : Ear.cwt(claims)).sign(signer);
  }

  private static CmwContentHandler<UnverifiedEar> handler(Encoding encoding) {
    return encoding == Encoding.JSON ? EarHandlers.JWT : EarHandlers.CWT;
  }

  @Test
  void decodesTheResultsThatItWrapped() throws Exception {
    List<CmwContentHandler<?>> both = new ArrayList<>(EatHandlers.ALL);
    both.addAll(EarHandlers.ALL);
    for (Encoding encoding : Encoding.values()) {
      Bytes result = result(encoding);
      Cmw cmw = EarMediaTypes.wrap(result, encoding, PROFILE);

      CmwTree tree = CmwHandlers.of(both).decode(cmw, CmwOptions.STRICT);

      assertEquals(encoding, tree.messages(handler(encoding)).get(0).encoding());
      assertEquals(List.of(), tree.messages(EatHandlers.JWT));
      assertEquals(List.of(), tree.messages(EatHandlers.CWT));
    }
  }

  @Test
  void leavesOtherProfilesToWhoNamesThem() throws Exception {
    String old = EarDialect.IETF_03.profile();
    CmwContentHandler<UnverifiedEar> handler =
        EarHandlers.of(Encoding.JSON, old, EarOptions.STRICT);
    Cmw cmw = EarMediaTypes.wrap(result(Encoding.JSON), Encoding.JSON, old);

    CmwTree without = CmwHandlers.of(EarHandlers.ALL).decode(cmw, CmwOptions.STRICT);
    CmwTree with = CmwHandlers.of(handler).decode(cmw, CmwOptions.STRICT);

    assertEquals(List.of(), without.messages(EarHandlers.JWT));
    assertEquals(1, with.messages(handler).size());
  }

  @Test
  void refusesAMessageThatIsNotWhatItsTypeSays() throws Exception {
    Cmw cmw = EarMediaTypes.wrap(result(Encoding.JSON), Encoding.CBOR, PROFILE);

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> CmwHandlers.of(EarHandlers.ALL).decode(cmw, CmwOptions.STRICT));

    assertEquals(EarCodes.EAR_CONTAINER, e.code());
    assertEquals("/1", e.path());
  }
}
