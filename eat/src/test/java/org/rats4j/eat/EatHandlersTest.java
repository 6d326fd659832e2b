package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwHandlers;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTag;
import org.rats4j.cmw.CmwTree;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;

class EatHandlersTest {
  private static final CmwHandlers HANDLERS = CmwHandlers.of(EatHandlers.ALL);
  private static final EatClaims CLAIMS = EatClaims.builder().put(Claims.ISSUER, "issuer").build();

  private static CmwRecord wrap(String type, Bytes value) {
    return CmwRecord.of(MediaType.of(type), value);
  }

  @Test
  void decodesEachTypeOfTheRegistry() throws Exception {
    Bytes cwt = Eat.cwt(CLAIMS).sign(TestTokens.SIGNER);
    Bytes jwt = Eat.jwt(CLAIMS).sign(TestTokens.SIGNER);
    Cmw cmw =
        CmwCollection.builder()
            .put("cwt", wrap("application/eat+cwt; eat_profile=2.999.1", cwt))
            .put("tag", CmwTag.of(ContentFormat.of(263), cwt))
            .put("jwt", wrap("application/eat+jwt", jwt))
            .put("uccs", wrap("application/eat-ucs+cbor", CLAIMS.encode(Encoding.CBOR)))
            .put("ujcs", wrap("application/eat-ucs+json", CLAIMS.encode(Encoding.JSON)))
            .build();

    CmwTree tree = HANDLERS.decode(cmw, CmwOptions.STRICT);

    assertEquals(List.of(cwt, cwt), encoded(tree.messages(EatHandlers.CWT)));
    assertEquals(List.of(jwt), encoded(tree.messages(EatHandlers.JWT)));
    assertEquals(EatEnvelope.UCCS, tree.messages(EatHandlers.UCCS).get(0).envelope());
    assertEquals(EatEnvelope.UJCS, tree.messages(EatHandlers.UJCS).get(0).envelope());
  }

  private static List<Bytes> encoded(List<UnverifiedEat> tokens) {
    return tokens.stream().map(UnverifiedEat::encoded).toList();
  }

  @Test
  void decodesBundles() throws Exception {
    for (Encoding encoding : Encoding.values()) {
      Bytes bundle =
          DetachedEatBundle.builder(encoding)
              .detach("part", CLAIMS)
              .sign(CLAIMS, TestTokens.SIGNER);
      String type = "application/eat-bun+" + (encoding == Encoding.CBOR ? "cbor" : "json");

      CmwTree tree = HANDLERS.decode(wrap(type, bundle), CmwOptions.STRICT);

      List<UnverifiedDetachedEatBundle> bundles =
          tree.messages(
              encoding == Encoding.CBOR ? EatHandlers.BUNDLE_CBOR : EatHandlers.BUNDLE_JSON);
      assertEquals(encoding, bundles.get(0).encoding());
    }
  }

  @Test
  void refusesAMessageThatIsNotWhatItsTypeSays() throws Exception {
    Bytes jwt = Eat.jwt(CLAIMS).sign(TestTokens.SIGNER);
    Cmw jwtAsCwt = CmwCollection.builder().put("a", wrap("application/eat+cwt", jwt)).build();
    Cmw unsignedAsSigned =
        CmwCollection.builder()
            .put("a", wrap("application/eat+jwt", CLAIMS.encode(Encoding.JSON)))
            .build();
    Cmw signedAsUnsigned =
        CmwCollection.builder().put("a", wrap("application/eat-ucs+json", jwt)).build();

    for (Cmw cmw : List.of(jwtAsCwt, unsignedAsSigned, signedAsUnsigned)) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> HANDLERS.decode(cmw, CmwOptions.STRICT));
      assertEquals(EatCodes.WRONG_TYPE, e.code());
      assertEquals("/a/1", e.path());
    }
  }
}
