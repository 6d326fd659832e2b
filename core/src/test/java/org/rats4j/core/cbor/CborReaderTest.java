package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.Leniency;

class CborReaderTest {

  private static CborReader reader(String hex) throws DecodingException {
    return CborReader.of(Bytes.ofHex(hex), DecodeOptions.STRICT, "root");
  }

  @Test
  void aForkLooksAheadAndLeavesTheReaderWhereItIs() throws Exception {
    CborReader in = reader("a2018201020203");
    in.startMap();
    in.readLabel();
    in.startArray();
    in.readInt();

    CborReader fork = in.fork();
    assertEquals(2, fork.readInt());
    fork.endArray();
    assertEquals(Label.of(2), fork.readLabel());
    assertEquals(3, fork.readInt());
    fork.endMap();

    assertEquals("root/1/0", in.path());
    assertEquals(2, in.readInt());
    in.endArray();
    assertEquals(Label.of(2), in.readLabel());
    assertEquals("root/2", in.path());
  }

  @Test
  void pathsFollowTheReads() throws Exception {
    CborReader in = reader("a2 01 82 05 a1 61 2f f6 63 61 7e 62 80".replace(" ", ""));

    assertEquals("root", in.path());
    assertEquals(2, in.startMap());
    assertEquals("root", in.path());
    assertEquals(Label.of(1), in.readLabel());
    assertEquals("root/1", in.path());
    in.startArray(2);
    assertEquals("root/1", in.path());
    assertEquals(5, in.readInt());
    assertEquals("root/1/0", in.path());
    in.startMap();
    assertEquals("root/1/1", in.path());
    in.readLabel();
    assertEquals("root/1/1/~1", in.path());
    assertTrue(in.tryNull());
    in.endMap();
    assertEquals("root/1/1", in.path());
    in.endArray();
    assertEquals("root/1", in.path());
    in.readLabel();
    in.skip();
    assertEquals("root/a~0b", in.path());
    in.endMap();
    assertEquals("root", in.path());
    assertFalse(in.hasNext());
  }

  @Test
  void namesTheArrayWhenElementsAreLeft() throws Exception {
    CborReader in = reader("81820102");
    in.startArray();
    in.startArray();
    in.readInt();

    DecodingException e = assertThrows(DecodingException.class, in::endArray);

    assertEquals(Reason.UNEXPECTED_STRUCTURE, e.reason());
    assertEquals("root/0", e.path());
  }

  @Test
  void countsItemsOfIndefiniteContainers() throws Exception {
    CborReader in = reader("9f01bf01020304ff9fff9f9f05ffffff");

    assertEquals(4, in.startArray());
    assertEquals(1, in.readInt());
    assertEquals(2, in.startMap());
    in.readRaw();
    in.skip();
    assertEquals("{3: 4}", "{" + in.readItem() + ": " + in.readItem() + "}");
    in.endMap();
    assertEquals(0, in.startArray());
    in.endArray();
    assertEquals("9f9f05ffff", in.peekRaw().toHex());
    assertEquals("9f9f05ffff", in.readRaw().toHex());
    in.endArray();
  }

  @Test
  void readsIntegersOfEverySize() throws Exception {
    BigInteger two64 = BigInteger.ONE.shiftLeft(64);

    assertEquals(Long.MAX_VALUE, reader("1b7fffffffffffffff").readLong());
    assertEquals(Long.MIN_VALUE, reader("3b7fffffffffffffff").readLong());
    assertEquals(two64.subtract(BigInteger.ONE), reader("1bffffffffffffffff").readInteger());
    assertEquals(two64.negate(), reader("3bffffffffffffffff").readInteger());
    assertEquals(BigInteger.ZERO, reader("c240").readInteger());
    assertEquals(BigInteger.valueOf(-1), reader("c340").readInteger());
    assertEquals(BigInteger.valueOf(255), reader("c241ff").readInteger());
    assertEquals(BigInteger.valueOf(-256), reader("c341ff").readInteger());
    assertEquals(two64, reader("c25f4101480000000000000000ff").readInteger());
  }

  @Test
  void tellsRangeFromType() throws Exception {
    assertEquals(Reason.INVALID_VALUE, failure("1b8000000000000000", CborReader::readLong));
    assertEquals(Reason.INVALID_VALUE, failure("1a80000000", CborReader::readInt));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, failure("6131", CborReader::readLong));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, failure("c101", CborReader::readLong));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, failure("c4820102", CborReader::readInteger));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, failure("c201", CborReader::readInteger));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, failure("f7", CborReader::readBoolean));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, failure("01", CborReader::readDouble));
    assertEquals(Reason.INVALID_VALUE, failure("4100", in -> in.readBytes(2, 4)));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, failure("8100", in -> in.startArray(2, 3)));
  }

  private interface Read {
    Object from(CborReader in) throws DecodingException;
  }

  private static Reason failure(String hex, Read read) throws DecodingException {
    CborReader in = reader(hex);
    return assertThrows(DecodingException.class, () -> read.from(in)).reason();
  }

  @Test
  void readsTagsFromTheOutside() throws Exception {
    CborReader in = reader("82dbffffffffffffffffc16101c2f7");
    in.startArray(2);

    assertFalse(in.tryTag(1));
    assertTrue(in.tryTag(-1));
    assertEquals(1, in.readTag());
    assertEquals("\u0001", in.readText());
    assertEquals("root/0", in.path());
    assertEquals(CborType.TAG, in.peekType());
    assertEquals(2, in.readTag());
    assertEquals("root/1", in.path());
    assertEquals(CborType.UNDEFINED, in.peekType());
    in.skip();
    in.endArray();
  }

  @Test
  void continuesPathsAndDepthIntoEmbeddedItems() throws Exception {
    DecodeOptions options = DecodeOptions.builder().depth(3).build();
    CborReader in = CborReader.of(Bytes.ofHex("8242818043818180"), options, "root");
    in.startArray(2);

    CborReader embedded = in.readEmbedded();
    embedded.startArray();
    embedded.startArray();

    assertEquals("root/0/0", embedded.path());
    assertSame(in.findings(), embedded.findings());
    DecodingException e = assertThrows(DecodingException.class, in::readEmbedded);
    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals("root/1", e.path());
  }

  @Test
  void handsOutViewsOfBytesAndCopiesOfArrays() throws Exception {
    byte[] array = {0x42, 1, 2};
    Bytes copy = CborReader.of(array, DecodeOptions.STRICT, "root").readBytes();
    array[1] = 9;

    assertEquals(Bytes.of(1, 2), copy);
  }

  @Test
  void reportsReadingBeyondTheEndAsMisuse() throws Exception {
    CborReader in = reader("8101");
    in.startArray();
    in.readInt();

    assertThrows(IllegalStateException.class, in::readInt);
    assertThrows(IllegalStateException.class, in::peekType);
    assertThrows(IllegalStateException.class, in::endMap);
  }

  @Test
  void putsNoSecondSlashBehindARootOfOne() throws Exception {
    for (String root : List.of("", "/")) {
      CborReader in = CborReader.of(Bytes.ofHex("a10781f6"), DecodeOptions.STRICT, root);
      in.startMap();
      in.readLabel();
      in.startArray();

      DecodingException e = assertThrows(DecodingException.class, in::readLong);

      assertEquals(root + "7/0", e.path());
    }
  }

  @Test
  void cutsLongKeysInPaths() throws Exception {
    for (String key : List.of("k".repeat(10_000), "\u20ac".repeat(10_000))) {
      Bytes cbor = new CborWriter().startMap(1).writeText(key).writeInt(1).toBytes();
      CborReader in = CborReader.of(cbor, DecodeOptions.STRICT, "x");
      in.startMap();
      in.readLabel();

      DecodingException e = assertThrows(DecodingException.class, in::readText);

      assertEquals("x/" + key.substring(0, 256) + "...", e.path());
    }
  }

  @Test
  void showsNoControlCharacterOfAKeyInAMessage() throws Exception {
    Bytes cbor = new CborWriter().startMap(1).writeText("a\n\u001b[31m").writeInt(1).toBytes();
    CborReader in = CborReader.of(cbor, DecodeOptions.STRICT, "x");
    in.startMap();
    in.readLabel();

    DecodingException e = assertThrows(DecodingException.class, in::readText);

    assertEquals("x/a\n\u001b[31m", e.path());
    assertEquals(
        "x/a\\u000a\\u001b[31m: text string expected (UNEXPECTED_STRUCTURE)", e.getMessage());
  }

  private static void assertRefused(Reason reason, String path, String detail, Executable read) {
    DecodingException e = assertThrows(DecodingException.class, read);
    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
    assertEquals(detail, e.detail());
  }

  @Test
  void readsBooleansAndNothingElseAsSuch() throws Exception {
    CborReader in = reader("84f5f4f601");
    assertEquals(4, in.startArray(4, 4));

    assertTrue(in.readBoolean());
    assertFalse(in.readBoolean());
    assertRefused(
        Reason.UNEXPECTED_STRUCTURE, "root/2", "boolean expected", in.fork()::readBoolean);
    assertTrue(in.tryNull());
    assertFalse(in.tryNull());
  }

  @Test
  void readsBytesAndArraysOfTheLengthsAskedForAlone() throws Exception {
    assertEquals(Bytes.of(1, 2), reader("420102").readBytes(2, 2));
    assertEquals(Bytes.of(1, 2), reader("420102").readBytes(1, 2));
    assertEquals(Bytes.of(1, 2), reader("420102").readBytes(2, 3));
    for (String wire : List.of("4101", "43010203")) {
      int size = wire.length() / 2 - 1;
      assertRefused(
          Reason.INVALID_VALUE,
          "root",
          "byte string of " + size + " bytes instead of 2",
          () -> reader(wire).readBytes(2, 2));
    }
    assertRefused(
        Reason.UNEXPECTED_STRUCTURE,
        "root",
        "byte string expected",
        () -> reader("6161").readBytes());
    assertRefused(
        Reason.UNEXPECTED_STRUCTURE,
        "root",
        "array of 1 elements instead of 2..3",
        () -> reader("8101").startArray(2, 3));
  }

  @Test
  void readsIntegersUpToTheBordersAskedFor() throws Exception {
    assertEquals(3, reader("03").readLong(3, 5));
    assertEquals(5, reader("05").readLong(3, 5));
    assertEquals(Long.MAX_VALUE, reader("1b7fffffffffffffff").readLong());
    assertEquals(Long.MIN_VALUE, reader("3b7fffffffffffffff").readLong());
    for (String wire : List.of("02", "06")) {
      assertRefused(
          Reason.INVALID_VALUE,
          "root",
          "integer is not in 3..5",
          () -> reader(wire).readLong(3, 5));
    }
    for (String wire : List.of("1b8000000000000000", "3b8000000000000000")) {
      assertRefused(
          Reason.INVALID_VALUE, "root", "integer is beyond 64 bits", () -> reader(wire).readLong());
    }
  }

  @Test
  void goesOnInsideOfEmbeddedItems() throws Exception {
    CborReader in = reader("834101428101426161");
    in.startArray(3);
    CborReader first = in.readEmbedded();
    assertEquals(1, first.readInt());
    assertEquals("root/0", first.path());
    assertSame(in.options(), first.options());
    assertSame(in.findings(), first.findings());

    CborReader second = in.embedded(in.readBytes());
    second.startArray(1);
    assertEquals(1, second.readInt());
    assertEquals("root/1/0", second.path());

    assertEquals(6, in.position());
    assertEquals("a", in.readEmbedded(DecodeOptions.STRICT).readText());
  }

  @Test
  void saysWhatAModuleFindsWhereItIs() throws Exception {
    CborReader in = reader("8101");
    in.startArray(1);
    in.readInt();

    DecodingException e = in.fail(Reason.INVALID_VALUE, "CODE", "detail");
    assertEquals("CODE root/0 detail", e.code() + " " + e.path() + " " + e.detail());
    assertEquals("made", in.build(() -> "made"));
    assertRefused(
        Reason.INVALID_VALUE,
        "root/0",
        "why",
        () ->
            in.build(
                () -> {
                  throw new IllegalArgumentException("why");
                }));
    assertRefused(
        Reason.ENCODING_RULE,
        "root/0",
        "padded",
        () -> in.deviation(Leniency.BASE64_PADDED, Reason.ENCODING_RULE, "padded"));
  }
}
