package org.rats4j.core.der;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;

class DerValueTest {
  private final Bytes sample =
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
    List<DerValue> members = DerValue.decode(sample, DecodeOptions.STRICT, "x").sequence();

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
    DerValue value = DerValue.decode(sample, DecodeOptions.STRICT, "x");

    assertEquals(sample, value.encoded());
    assertEquals(sample, Der.sequence(value.members().stream().map(DerValue::encoded).toList()));
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
        "1c0400000041",
        "1e020041",
        "170d3236313130313030303030305a",
        "170d3939393939393939393939395a",
        "020200ff",
        "0202ff7f",
        "03020780",
        "0c0341c3bc",
        "3108a003020101810101",
        "310605000c00a000"
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
  void saysWhichTypeIsMissingWhateverTheContent() throws Exception {
    Oid oid = Oid.of("1.3.6.1");
    DerValue octets = decode(Der.octets(oid.octets()));
    DerValue text = decode(Der.utf8("20261101000000Z"));

    for (Executable read : List.<Executable>of(octets::oid, text::generalizedTime)) {
      assertEquals(
          Reason.UNEXPECTED_STRUCTURE, assertThrows(DecodingException.class, read).reason());
    }
    assertEquals(oid.octets(), octets.octets());
    assertEquals(List.of(), octets.members());
  }

  @Test
  void readsSmallValues() throws Exception {
    assertFalse(decode(Der.bool(false)).bool());
    assertEquals(-1, decode(Der.integer(-1)).integer().intValueExact());
    assertEquals(127, decode(Der.integer(127)).integer().intValueExact());
    assertEquals(128, decode(Der.integer(128)).integer().intValueExact());
    assertThrows(DecodingException.class, decode(Bytes.ofHex("030204f0"))::wholeBits);
    for (int size : new int[] {127, 128, 255, 256, 65_535, 65_536}) {
      assertEquals(size, decode(Der.octets(Bytes.copyOf(new byte[size]))).octets().size());
    }
  }

  @Test
  void tellsContextTagsFromOthers() throws Exception {
    DerValue explicit = decode(Der.context(30, List.of(Der.nothing())));

    assertTrue(explicit.isContext() && explicit.isContext(30));
    assertFalse(explicit.isContext(29));
    assertFalse(decode(Der.nothing()).isContext());
    assertFalse(decode(Bytes.ofHex("400100")).isContext());
    assertThrows(IllegalArgumentException.class, () -> Der.context(31, List.of()));
    assertThrows(IllegalArgumentException.class, () -> Der.context(-1, List.of()));
  }

  @Test
  void isEqualToTheSameBytesAndShowsNoContent() throws Exception {
    DerValue secret = decode(Der.octets(Bytes.ofUtf8("secret")));

    assertEquals(secret, decode(Der.octets(Bytes.ofUtf8("secret"))));
    assertEquals(secret.hashCode(), decode(secret.encoded()).hashCode());
    assertNotEquals(secret, decode(Der.utf8("secret")));
    assertEquals("DerValue[tag=4, length=6]", secret.toString());
  }

  @Test
  void readsAsManyBytesAsTheOptionsSayAndNoMore() throws Exception {
    DecodeOptions options = DecodeOptions.builder().inputBytes(5).build();

    DerValue.decode(Der.octets(Bytes.of(1, 2, 3)), options, "x");
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> DerValue.decode(Der.octets(Bytes.of(1, 2, 3, 4)), options, "x"));

    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
  }

  @Test
  void aCodecIsItsReaderAndItsWriter() throws Exception {
    DerCodec<String> codec = DerCodec.of(DerValue::utf8, Der::utf8);

    assertEquals(Der.utf8("abc"), codec.write("abc"));
    assertEquals("abc", codec.read(decode(Der.utf8("abc"))));
  }

  private static DerValue decode(Bytes der) throws DecodingException {
    return DerValue.decode(der, DecodeOptions.STRICT, "x");
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
    byte[] wire = sample.toByteArray();
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
