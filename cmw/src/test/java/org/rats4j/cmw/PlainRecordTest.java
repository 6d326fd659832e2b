package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Findings;

class PlainRecordTest {
  private static final DecodeOptions NARROW =
      DecodeOptions.builder()
          .depth(1)
          .tags(0)
          .mapEntries(1)
          .bignumBytes(8)
          .textBytes(1)
          .encodingRule(EncodingRule.DETERMINISTIC)
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "82004101",
        "82184040",
        "8219ffff4101",
        "8263612f624101",
        "8263612f625818000000000000000000000000000000000000000000000000",
        "830041011aFFFFFFFF",
        "83004101190100",
      })
  void readsWhatTheReaderForAllOfCborReads(String hex) throws Exception {
    Bytes cbor = Bytes.ofHex(hex);

    CmwRecord plain = PlainRecord.read(cbor, CmwOptions.STRICT);

    assertNotNull(plain);
    assertEquals(all(cbor), plain);
    assertEquals(cbor, plain.encode(CmwForm.CBOR));
  }

  private static Cmw all(Bytes cbor) throws DecodingException {
    return Cmw.decode(cbor, Encoding.CBOR, new Findings(CmwOptions.STRICT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "82",
        "81",
        "8200",
        "820041",
        "820058",
        "8200410100",
        "82184101",
        "821a000100004101",
        "8218174101",
        "82006161",
        "82204101",
        "8263612f224101",
        "8263612f",
        "8263c3a9624101",
        "827f63612f62ff4101",
        "82005f4101ff",
        "8200580101",
        "8200590001aa",
        "8200591000",
        "82005b000000000000000101",
        "9f004101ff",
        "9802004101",
        "83004101",
        "8300410100",
        "83004101f6",
        "8300410120",
        "830041011b0000000100000000",
        "8300410101ff",
        "d9038b82004101",
        "da6374010141aa",
        "a1616182004101",
      })
  void leavesAllElseToIt(String hex) {
    assertNull(PlainRecord.read(Bytes.ofHex(hex), CmwOptions.STRICT));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void keepsToTheLimitOfTheInput(int inputBytes) {
    DecodeOptions options = CmwOptions.STRICT.toBuilder().inputBytes(inputBytes).build();

    CmwRecord plain = PlainRecord.read(Bytes.ofHex("82004101"), options);

    assertEquals(inputBytes >= 4, plain != null);
  }

  @ParameterizedTest
  @MethodSource("org.rats4j.cmw.FuzzSeeds#cbor")
  void agreesWithItOnSeeds(byte[] cbor) {
    agrees(Bytes.copyOf(cbor));
  }

  @RepeatedTest(500)
  void agreesWithItOnMutatedRecords(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    byte[] cbor = Bytes.ofHex("83646161612f62184101190100").toByteArray();
    cbor[random.nextInt(cbor.length)] = (byte) random.nextInt();
    byte[] other = Bytes.ofHex("83190107420102190100").toByteArray();
    other[random.nextInt(other.length)] = (byte) random.nextInt();

    agrees(Bytes.copyOf(cbor));
    agrees(Bytes.copyOf(other));
  }

  /**
   * All inputs of up to six bytes that are made of heads of each width and kind, of lengths that
   * fit and that do not, and of characters that a media type has and has not.
   */
  @ParameterizedTest
  @ValueSource(ints = {0x82, 0x83})
  void agreesWithItOnAllShortInputs(int array) {
    byte[] heads = Bytes.ofHex("00171819011a1b2040415859616378ff2f").toByteArray();
    byte[] cbor = new byte[6];
    cbor[0] = (byte) array;
    int read = 0;
    for (int size = 1; size <= cbor.length; size++) {
      int[] choice = new int[size];
      int at;
      do {
        for (int i = 1; i < size; i++) {
          cbor[i] = heads[choice[i]];
        }
        read += agrees(Bytes.copyOf(Arrays.copyOf(cbor, size))) ? 1 : 0;
        at = size - 1;
        while (at > 0 && ++choice[at] == heads.length) {
          choice[at--] = 0;
        }
      } while (at > 0);
    }
    assertTrue(read > 100, () -> "hardly anything is plain under " + array);
  }

  /** What is read here is read there as the same, by the narrowest options. */
  static boolean agrees(Bytes cbor) {
    CmwRecord plain = PlainRecord.read(cbor, CmwOptions.STRICT);
    if (plain != null) {
      try {
        CmwRecord all = (CmwRecord) Cmw.decode(cbor, Encoding.CBOR, new Findings(NARROW));
        assertEquals(all, plain);
        assertEquals(all.type().toString(), plain.type().toString());
      } catch (DecodingException e) {
        throw new AssertionError("reads what is refused: " + cbor.toHex(), e);
      }
    }
    return plain != null;
  }
}
