package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.jackson.PojoCodec;

/** A record of the user's own as the value of a claim, through the bridge of core. */
class PojoClaimTest {
  /** What a user might want to say of his device. */
  public record Slot(String name, int active) {}

  private static final ClaimKey<Slot> SLOT =
      ClaimKey.of(-70002, "slot", PojoCodec.of(new CBORMapper(), new ObjectMapper(), Slot.class));

  @Test
  void carriesARecordInBothEncodings() throws Exception {
    Slot slot = new Slot("a", 1);
    EatClaims built = EatClaims.builder().put(SLOT, slot).build();

    for (Encoding encoding : Encoding.values()) {
      Bytes wire = built.encode(encoding);

      assertEquals(
          Optional.of(slot), EatClaims.decode(wire, encoding, EatOptions.STRICT).get(SLOT));
      assertEquals(
          built, EatClaims.decode(wire, encoding, ClaimRegistry.EAT.with(SLOT), EatOptions.STRICT));
    }
    assertEquals(
        Bytes.ofUtf8("{\"slot\":{\"name\":\"a\",\"active\":1}}"), built.encode(Encoding.JSON));
  }

  @Test
  void refusesAValueThatIsNoSuchRecord() throws Exception {
    EatClaims claims =
        EatClaims.decode(Bytes.ofUtf8("{\"slot\":[1]}"), Encoding.JSON, EatOptions.STRICT);

    DecodingException e = assertThrows(DecodingException.class, () -> claims.get(SLOT));

    assertEquals("slot", e.path());
  }
}
