package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Label;

/** What general parsers do to signed data, each with what this one does instead. */
class CborTrapsTest {
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  private static CborReader reader(String hex) throws DecodingException {
    return CborReader.of(Bytes.ofHex(hex), DecodeOptions.STRICT, "root");
  }

  private static CborItem item(String hex) throws DecodingException {
    return CborItem.decode(Bytes.ofHex(hex), DecodeOptions.STRICT);
  }

  private static CborMap map(String hex) throws DecodingException {
    return (CborMap) item(hex);
  }

  private static Reason failure(String hex) {
    return assertThrows(DecodingException.class, () -> reader(hex)).reason();
  }

  @Test
  void integerOneAndTextOneAreTwoKeys() throws Exception {
    CborMap map = map("a20100613101");

    assertEquals(2, map.entries().size());
    assertEquals(Optional.of(CborInteger.of(0)), map.get(1));
    assertEquals(Optional.of(CborInteger.of(1)), map.get("1"));
    CborReader in = reader("a20100613101");
    in.startMap();
    assertEquals(Label.of(1), in.readLabel());
    in.skip();
    assertEquals(Label.of("1"), in.readLabel());
  }

  @Test
  void keysBeyondLongAreExact() throws Exception {
    CborReader in = reader("a31bffffffffffffffff00200 13bffffffffffffffff02".replace(" ", ""));
    in.startMap();

    assertEquals(Label.of(TWO_64.subtract(BigInteger.ONE)), in.readLabel());
    assertEquals("root/18446744073709551615", in.path());
    in.skip();
    assertEquals(Label.of(-1), in.readLabel());
    in.skip();
    assertEquals(Label.of(TWO_64.negate()), in.readLabel());
    assertEquals("root/-18446744073709551616", in.path());
  }

  @Test
  void byteStringKeysDiffer() throws Exception {
    CborMap map = map("a241fe0041ff01");

    assertEquals(CborInteger.of(0), map.entries().get(new CborBytes(Bytes.of(0xfe))));
    assertEquals(CborInteger.of(1), map.entries().get(new CborBytes(Bytes.of(0xff))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8101", "a10102", "f5", "f6", "f93c00", "4101", "c101", "f7", "f0"})
  void keysOfAnyTypeAreKeptButAreNoLabels(String key) throws Exception {
    CborReader kept = reader("a1" + key + "00");
    kept.startMap();
    assertEquals(item(key), kept.readItem());
    assertEquals(CborInteger.of(0), kept.readItem());
    kept.endMap();

    CborReader in = reader("a1" + key + "00");
    in.startMap();
    DecodingException e = assertThrows(DecodingException.class, in::readLabel);
    assertEquals(Reason.UNEXPECTED_STRUCTURE, e.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9affffffff01ff", "baffffffff0101ff", "5affffffff41aaff", "7affffffffff"})
  void countOf32BitsIsNoIndefiniteLength(String hex) {
    assertEquals(Reason.NOT_WELL_FORMED, failure(hex));
    assertEquals(Reason.NOT_WELL_FORMED, failure(hex.replace("ffffffff", "80000000")));
  }

  @Test
  void tagWithoutContentIsNotWellFormed() {
    assertEquals(Reason.NOT_WELL_FORMED, failure("c1"));
  }

  @Test
  void bignumsAreUnsignedMagnitudes() throws Exception {
    assertEquals(BigInteger.valueOf(255), reader("c241ff").readInteger());
    assertEquals(BigInteger.valueOf(-256), reader("c341ff").readInteger());
    assertEquals(BigInteger.ZERO, reader("c240").readInteger());
    assertEquals(BigInteger.ONE.negate(), reader("c340").readInteger());
  }

  @Test
  void tagsAroundABignumAreAllReported() throws Exception {
    CborReader in = reader("d903e8c2420100");

    assertEquals(1000, in.readTag());
    assertEquals(BigInteger.valueOf(256), in.readInteger());
    assertEquals("1000(2(h'0100'))", item("d903e8c2420100").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"c48221196ab3", "c483010203", "c4821a7fffffff01"})
  void decimalFractionStaysATaggedArray(String hex) throws Exception {
    CborTagged tagged = (CborTagged) item(hex);

    assertEquals(4, tagged.tag());
    assertTrue(tagged.content() instanceof CborArray);
    DecodingException e = assertThrows(DecodingException.class, () -> reader(hex).readInteger());
    assertEquals(Reason.UNEXPECTED_STRUCTURE, e.reason());
  }

  @Test
  void stringReferencesAreNotResolved() throws Exception {
    CborTagged namespace = (CborTagged) item("d90100836461616161d81900d81900");

    CborTagged reference = new CborTagged(25, CborInteger.of(0));
    assertEquals(
        new CborArray(List.of(new CborText("aaaa"), reference, reference)), namespace.content());
  }

  @Test
  void tagNumbersAreUnsigned() throws Exception {
    assertEquals(1L << 31, reader("da8000000001").readTag());
    assertEquals((1L << 32) - 1, reader("daffffffff01").readTag());
    assertEquals(-1L, reader("dbffffffffffffffff01").readTag());
    assertEquals("18446744073709551615(1)", item("dbffffffffffffffff01").toString());
    assertTrue(reader("dbffffffffffffffff01").tryTag(-1L));
    assertFalse(reader("daffffffff01").tryTag(-1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"62c0af", "63e08080", "63eda080", "64f4908080", "64f5808080"})
  void textIsUtf8InValuesAndKeys(String text) {
    assertEquals(Reason.INVALID_UTF8, failure(text));
    assertEquals(Reason.INVALID_UTF8, failure("a1" + text + "00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1801", "5801aa", "a202000100", "db000000000000002500"})
  void longerFormsAreAcceptedAndVisibleToTheRules(String hex) throws Exception {
    Bytes cbor = Bytes.ofHex(hex);
    DecodeOptions deterministic =
        DecodeOptions.builder().encodingRule(EncodingRule.DETERMINISTIC).build();

    assertEquals(cbor, reader(hex).readRaw());
    DecodingException e =
        assertThrows(DecodingException.class, () -> CborReader.of(cbor, deterministic, "root"));
    assertEquals(Reason.ENCODING_RULE, e.reason());
  }

  @Test
  void secondRootIsTrailingData() {
    assertEquals(Reason.TRAILING_DATA, failure("0102"));
  }

  @Test
  void tagOnAKeyMakesAnotherKey() throws Exception {
    CborMap map = map("a20100c10101");

    assertEquals(2, map.entries().size());
    CborTagged key = new CborTagged(1, CborInteger.of(1));
    assertEquals(CborInteger.of(1), map.entries().get(key));
  }

  @Test
  void undefinedAndSimpleValuesAreTheirOwnKinds() throws Exception {
    assertEquals(CborSimple.UNDEFINED, item("f7"));
    assertEquals(new CborSimple(16), item("f0"));
    assertEquals(CborType.UNDEFINED, reader("f7").peekType());
    assertEquals(CborType.SIMPLE, reader("f0").peekType());
    assertEquals(CborType.SIMPLE, reader("f8ff").peekType());
    assertFalse(reader("f7").tryNull());
    assertThrows(DecodingException.class, () -> reader("f0").readLong());
  }

  @Test
  void fourMillionTagsAreTooMany() {
    assertEquals(Reason.LIMIT_EXCEEDED, failure("c1".repeat(500_000) + "00"));
  }

  @Test
  void widthOfAFloatStaysInTheRawSlice() throws Exception {
    assertEquals(1.5, reader("f93e00").readDouble());
    assertEquals("f93e00", reader("f93e00").readRaw().toHex());
    assertEquals(item("f93e00"), item("fb3ff8000000000000"));
    assertEquals("f97e01", reader("f97e01").readRaw().toHex());
  }

  @Test
  void numberBeyondIntIsAnInvalidValue() throws Exception {
    DecodingException e =
        assertThrows(DecodingException.class, () -> reader("1a80000000").readInt());

    assertEquals(Reason.INVALID_VALUE, e.reason());
  }

  @Test
  void integralFloatsStayFloats() throws Exception {
    assertNotEquals(item("02"), item("f94000"));
    assertThrows(DecodingException.class, () -> reader("f94000").readLong());
  }
}
