package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

class CborLimitsTest {
  /** What a refusal may allocate beside the input: the exception with its trace above all. */
  private static final long ALLOWANCE = 64 * 1024;

  private static void accepts(String hex, DecodeOptions.Builder options) {
    assertDoesNotThrow(() -> CborItem.decode(Bytes.ofHex(hex), options.build()));
  }

  private static void exceeds(String hex, DecodeOptions.Builder options) {
    assertEquals(Reason.LIMIT_EXCEEDED, failure(Bytes.ofHex(hex), options.build()));
  }

  private static Reason failure(Bytes cbor, DecodeOptions options) {
    return assertThrows(DecodingException.class, () -> CborItem.decode(cbor, options)).reason();
  }

  private static DecodeOptions.Builder options() {
    return DecodeOptions.builder();
  }

  @Test
  void inputBytes() throws Exception {
    accepts("820102", options().inputBytes(3));
    exceeds("83010203", options().inputBytes(3));
    byte[] four = {(byte) 0x83, 1, 2, 3};
    DecodeOptions three = options().inputBytes(3).build();
    assertEquals(
        Reason.LIMIT_EXCEEDED,
        assertThrows(
                DecodingException.class,
                () -> CborReader.of(new ByteArrayInputStream(four), three, "root"))
            .reason());
    DecodeOptions exact = options().inputBytes(4).build();
    assertEquals(3, CborReader.of(new ByteArrayInputStream(four), exact, "root").startArray());
  }

  @Test
  void depth() {
    accepts("81".repeat(16) + "01", options());
    exceeds("81".repeat(17) + "01", options());
    accepts("81".repeat(15) + "80", options());
    exceeds("81".repeat(16) + "80", options());
    accepts("9f".repeat(16) + "ff".repeat(16), options());
    exceeds("9f".repeat(17) + "ff".repeat(17), options());
    accepts("a100".repeat(16) + "01", options());
    exceeds("a100".repeat(17) + "01", options());
    accepts("c181".repeat(16) + "01", options());
    accepts("81".repeat(512) + "01", options().depth(512));
    exceeds("81".repeat(513) + "01", options().depth(512));
  }

  @Test
  void depthOfKeysCountsLikeThatOfValues() {
    accepts("a1".repeat(4) + "01".repeat(5), options().depth(4));
    exceeds("a1".repeat(5) + "01".repeat(6), options().depth(4));
    accepts("a1".repeat(512) + "01".repeat(513), options().depth(512));
  }

  @Test
  void tagsOnOneItem() {
    accepts("c1".repeat(8) + "01", options());
    exceeds("c1".repeat(9) + "01", options());
    exceeds("a1" + "c1".repeat(9) + "0101", options());
    accepts("82" + ("c1".repeat(8) + "01").repeat(2), options());
    accepts("01", options().tags(0));
    exceeds("c101", options().tags(0));
    accepts(("c1".repeat(512) + "81").repeat(512) + "01", options().tags(512).depth(512));
  }

  @Test
  void elements() throws Exception {
    for (String cbor :
        List.of("8200820102", "9f009f0102ffff", "a2000101820001", "bf000101820001ff")) {
      byte[] wire = HexFormat.of().parseHex(cbor);
      assertEquals(4, CborReader.of(wire, options().elements(4).build(), "x").elements(), cbor);
      assertThrows(
          DecodingException.class,
          () -> CborReader.of(wire, options().elements(3).build(), "x"),
          cbor);
    }
    accepts("00", options().elements(0));
    accepts("80", options().elements(0));
    exceeds("8100", options().elements(0));
    exceeds("9f00ff", options().elements(0));
    exceeds("a1810000", options().elements(1));
    // Long enough for the fast loop.
    String many = "98c8" + "8100".repeat(200);
    accepts(many, options().elements(400));
    exceeds(many, options().elements(399));
  }

  @Test
  void mapEntries() {
    accepts("a201000200", options().mapEntries(2));
    exceeds("a3010002000300", options().mapEntries(2));
    accepts("bf01000200ff", options().mapEntries(2));
    exceeds("bf010002000300ff", options().mapEntries(2));
    exceeds("bf616100616200616300ff", options().mapEntries(2));
    assertDoesNotThrow(() -> CborItem.decode(mapOf(4096), options().build()));
    assertEquals(Reason.LIMIT_EXCEEDED, failure(mapOf(4097), options().build()));
  }

  private static Bytes mapOf(int entries) {
    CborWriter out = new CborWriter().startMap(entries);
    for (int i = 0; i < entries; i++) {
      out.writeInt(i).writeInt(0);
    }
    return out.toBytes();
  }

  @Test
  void bignumBytes() {
    accepts("c25840" + "01".repeat(64), options());
    exceeds("c25841" + "01".repeat(65), options());
    exceeds("c35841" + "01".repeat(65), options());
    exceeds("d903e8c25841" + "01".repeat(65), options());
    accepts("c25f5820" + "01".repeat(32) + "5820" + "01".repeat(32) + "ff", options());
    exceeds("c25f5820" + "01".repeat(32) + "5821" + "01".repeat(33) + "ff", options());
    accepts("c15841" + "01".repeat(65), options());
    accepts("c2815841" + "01".repeat(65), options());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9a7fffffff",
        "9a80000000",
        "9affffffff",
        "9b8000000000000000",
        "9bffffffffffffffff",
        "ba7fffffff",
        "ba80000000",
        "baffffffff",
        "bb8000000000000000",
        "bbffffffffffffffff",
        "5a7fffffff",
        "5a80000000",
        "5affffffff",
        "5b8000000000000000",
        "5bffffffffffffffff",
        "7a7fffffff",
        "7a80000000",
        "7affffffff",
        "7b8000000000000000",
        "7bffffffffffffffff",
        "da7fffffff",
        "da80000000",
        "daffffffff",
        "db8000000000000000",
        "dbffffffffffffffff",
        "5f5affffffff",
        "7f7b7fffffffffffffff",
        "c25b7fffffffffffffff",
        "9b7fffffffffffffff",
        "bb4000000000000000",
        "bb7fffffffffffffff",
        "bbc000000000000000"
      })
  void forgedLengthsAllocateNothing(String head) {
    for (String prefix : new String[] {"", "81", "a101", "a1", "9f", "bf", "c1"}) {
      Bytes cbor = Bytes.ofHex(prefix + head);
      assertBounded(cbor, DecodeOptions.STRICT, Reason.NOT_WELL_FORMED);
    }
  }

  @Test
  void forgedLengthsBeforeManyBytesAllocateLittle() {
    byte[] input = new byte[1 << 20];
    input[0] = (byte) 0x9a;
    input[1] = (byte) 0x7f;

    assertBounded(Bytes.copyOf(input), DecodeOptions.STRICT, Reason.NOT_WELL_FORMED);
  }

  @Test
  void bombsAllocateLittle() {
    assertBounded(filled(1 << 20, 0x81), DecodeOptions.STRICT, Reason.LIMIT_EXCEEDED);
    assertBounded(filled(1 << 20, 0x9f), DecodeOptions.STRICT, Reason.LIMIT_EXCEEDED);
    assertBounded(filled(1 << 20, 0xbf), DecodeOptions.STRICT, Reason.LIMIT_EXCEEDED);
    assertBounded(filled(1 << 20, 0xa1), DecodeOptions.STRICT, Reason.LIMIT_EXCEEDED);
    assertBounded(filled(1 << 20, 0xc1), DecodeOptions.STRICT, Reason.LIMIT_EXCEEDED);
    assertBounded(filled(1 << 20, 0xd8), DecodeOptions.STRICT, Reason.LIMIT_EXCEEDED);
    DecodeOptions one = options().inputBytes(1).build();
    assertBounded(filled(20 << 20, 0x40), one, Reason.LIMIT_EXCEEDED);
  }

  private static Bytes filled(int size, int value) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) value);
    return Bytes.copyOf(bytes);
  }

  private static void assertBounded(Bytes cbor, DecodeOptions options, Reason reason) {
    assertEquals(reason, failure(cbor, options)); // loads what a first call loads

    long before = allocated();
    assertEquals(reason, failure(cbor, options));
    long allocated = allocated() - before;

    assertTrue(allocated <= ALLOWANCE, () -> allocated + " bytes");
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
