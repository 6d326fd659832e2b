package org.rats4j.eat.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.jackson.PojoCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.ClaimRegistry;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.RawClaim;

/**
 * The code of {@code docs/guide/custom-claims.md}, run. {@code DocumentsTest} of {@code examples}
 * compares both.
 */
class CustomClaimsGuideTest {

  static final ClaimKey<Long> RESTARTS = ClaimKey.of(-70001, "restarts", ClaimCodecs.UNSIGNED);

  static final ClaimKey<List<String>> ROLES =
      ClaimKey.of(-70002, "roles", ClaimCodecs.listOf(ClaimCodecs.TEXT));

  @Test
  void carriesOneInBothEncodings() throws Exception {
    EatClaims claims =
        EatClaims.builder().put(RESTARTS, 3L).put(ROLES, List.of("edge", "cache")).build();

    Optional<Long> restarts = claims.get(RESTARTS);

    assertEquals(Optional.of(3L), restarts);
    for (Encoding encoding : Encoding.values()) {
      EatClaims read = EatClaims.decode(claims.encode(encoding), encoding, EatOptions.STRICT);
      assertEquals(Optional.of(List.of("edge", "cache")), read.get(ROLES));
    }
  }

  /** Where a device stands in its rack. */
  public record Slot(String rack, int unit) {}

  static final ClaimKey<Slot> POJO_SLOT =
      ClaimKey.of(-70003, "slot", PojoCodec.of(new CBORMapper(), new ObjectMapper(), Slot.class));

  static final ClaimKey<Slot> SLOT = ClaimKey.of(-70003, "slot", new SlotCodec());

  static final class SlotCodec implements ValueCodec<Slot> {
    @Override
    public Slot readCbor(CborReader in) throws DecodingException {
      in.startArray(2);
      String rack = in.readText();
      int unit = in.readInt(1, 52);
      in.endArray();
      return new Slot(rack, unit);
    }

    @Override
    public void writeCbor(Slot slot, CborWriter out) {
      out.startArray(2).writeText(slot.rack()).writeInt(slot.unit());
    }

    @Override
    public Slot readJson(JsonReader in) throws DecodingException {
      in.startArray(2);
      String rack = in.readText();
      int unit = in.readInt(1, 52);
      in.endArray();
      return new Slot(rack, unit);
    }

    @Override
    public void writeJson(Slot slot, JsonWriter out) {
      out.startArray().writeText(slot.rack()).writeInt(slot.unit()).endArray();
    }
  }

  @Test
  void takesATypeOfYours() throws Exception {
    Slot slot = new Slot("B7", 12);

    for (ClaimKey<Slot> key : List.of(SLOT, POJO_SLOT)) {
      EatClaims claims = EatClaims.builder().put(key, slot).build();
      for (Encoding encoding : Encoding.values()) {
        EatClaims read = EatClaims.decode(claims.encode(encoding), encoding, EatOptions.STRICT);
        assertEquals(Optional.of(slot), read.get(key));
      }
    }
  }

  @Test
  void findsFaultsAtOnceOrLater() throws Exception {
    Bytes received = Bytes.ofUtf8("{\"restarts\":-1}");

    EatClaims later = EatClaims.decode(received, Encoding.JSON, EatOptions.STRICT);
    DecodingException fault = assertThrows(DecodingException.class, () -> later.get(RESTARTS));

    ClaimRegistry known = ClaimRegistry.EAT.with(RESTARTS, SLOT);
    DecodingException atOnce =
        assertThrows(
            DecodingException.class,
            () -> EatClaims.decode(received, Encoding.JSON, known, EatOptions.STRICT));

    assertEquals(EatCodes.OUT_OF_RANGE, fault.code());
    assertEquals("restarts", atOnce.path());
  }

  @Test
  void keepsWhatNobodyKnows() throws Exception {
    Bytes received = Bytes.ofHex("a13a000111708201f5"); // {-70001: [1, true]}

    EatClaims claims = EatClaims.decode(received, Encoding.CBOR, EatOptions.STRICT);
    RawClaim raw = claims.unknown().get(Label.of(-70001));

    assertEquals(received, claims.encode(Encoding.CBOR));
    assertTrue(raw instanceof RawClaim.OfCbor);
    assertFalse(claims.convertTo(Encoding.JSON).losses().isEmpty());
  }
}
