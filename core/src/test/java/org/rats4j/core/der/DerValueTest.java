package org.rats4j.core.der;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;

class DerValueTest {
  private static final Bytes SAMPLE =
      Der.sequence(
          Der.bool(true),
          Der.integer(-129),
          Der.integer(new BigInteger("123456789012345678901234567890")),
          Der.octets(Bytes.copyOf(new byte[300])),
          Der.bits(Bytes.of(1, 2)),
          Der.nothing(),
          Der.oid(Oid.of("1.3.6.1.5.5.999")),
          Der.utf8("Zürich"),
          Der.generalizedTime(GeneralizedTime.of(Instant.parse("2026-11-01T00:00:00.5Z"))),
          Der.set(List.of(Der.integer(2), Der.integer(1))),
          Der.context(0, List.of(Der.sequence())));

  @Test
  void readsWhatTheWriterWrites() throws Exception {
    List<DerValue> members = DerValue.decode(SAMPLE, DecodeOptions.STRICT, "x").sequence();

    assertTrue(members.get(0).bool());
    assertEquals(-129, members.get(1).integer().intValueExact());
    assertEquals("123456789012345678901234567890", members.get(2).integer().toString());
    assertEquals(300, members.get(3).octets().size());
    assertEquals(Bytes.of(1, 2), members.get(4).wholeBits());
    assertTrue(members.get(5).is(DerValue.NULL));
    assertEquals(Oid.of("1.3.6.1.5.5.999"), members.get(6).oid());
    assertEquals("Zürich", members.get(7).utf8());
    assertEquals(
        Instant.parse("2026-11-01T00:00:00.5Z"), members.get(8).generalizedTime().instant());
    assertEquals(
        List.of(Der.integer(1), Der.integer(2)),
        members.get(9).set().stream().map(DerValue::encoded).toList());
    assertTrue(members.get(10).isContext(0));
  }

  @Test
  void givesTheReceivedBytesBack() throws Exception {
    DerValue value = DerValue.decode(SAMPLE, DecodeOptions.STRICT, "x");

    assertEquals(SAMPLE, value.encoded());
    assertEquals(SAMPLE, Der.sequence(value.members().stream().map(DerValue::encoded).toList()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/der/invalid.csv", delimiter = '|')
  void rejects(String name, String der, Reason reason, String code) {
    Bytes wire = der == null ? Bytes.EMPTY : Bytes.ofHex(der);

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> DerValue.decode(wire, DecodeOptions.STRICT, "here"));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals("here", e.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06032a8648",
        "0a0101",
        "1302412a",
        "3106020101020102",
        "3105010100a100",
        "df1f0100",
        "bf8148020500",
        "030204f0",
        "030100",
        "1c0400000041"
      })
  void acceptsWhatIsDer(String der) throws Exception {
    Bytes wire = Bytes.ofHex(der);

    assertEquals(wire, DerValue.decode(wire, DecodeOptions.STRICT, "x").encoded());
  }

  @Test
  void nestsAsDeepAsTheOptionsSayAndNoDeeper() throws Exception {
    Bytes nested = Der.nothing();
    for (int i = 0; i < 64; i++) {
      nested = Der.sequence(nested);
    }
    Bytes deepest = nested;
    DecodeOptions options = DecodeOptions.builder().depth(64).build();

    DerValue.decode(deepest, options, "x");
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> DerValue.decode(Der.sequence(deepest), options, "x"));

    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
  }

  @Test
  void saysWhichTypeIsMissing() throws Exception {
    DerValue value = DerValue.decode(Der.nothing(), DecodeOptions.STRICT, "x");

    assertThrows(DecodingException.class, value::bool);
    assertThrows(DecodingException.class, value::integer);
    assertThrows(DecodingException.class, value::octets);
    assertThrows(DecodingException.class, value::wholeBits);
    assertThrows(DecodingException.class, value::utf8);
    assertThrows(DecodingException.class, value::oid);
    assertThrows(DecodingException.class, value::generalizedTime);
    assertThrows(DecodingException.class, value::set);
    assertEquals(
        Reason.UNEXPECTED_STRUCTURE,
        assertThrows(DecodingException.class, value::sequence).reason());
  }

  @Test
  void refusesToWriteLoneSurrogates() {
    assertThrows(IllegalArgumentException.class, () -> Der.utf8("\ud800"));
  }

  /** What passes is what another library, too, writes back to the same bytes. */
  @Tag("seeded")
  @RepeatedTest(2000)
  void agreesWithAnotherLibraryOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] wire = SAMPLE.toByteArray();
    for (int i = random.nextInt(3); i >= 0; i--) {
      wire[random.nextInt(wire.length)] = (byte) random.nextInt();
    }
    try {
      DerValue.decode(Bytes.copyOf(wire), DecodeOptions.STRICT, "x");
    } catch (DecodingException expected) {
      return;
    }
    assertArrayEquals(wire, ASN1Primitive.fromByteArray(wire).getEncoded(ASN1Encoding.DER));
  }
}
