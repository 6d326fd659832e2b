package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

class CborRejectionTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cbor/invalid.csv", delimiter = '|', emptyValue = "")
  void rejects(String name, String cbor, Reason reason) {
    Bytes wire = Bytes.ofHex(cbor == null ? "" : cbor);

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> CborReader.of(wire, DecodeOptions.STRICT, "root"));

    assertEquals(reason, e.reason());
    assertEquals("root", e.path());
  }

  /** The same in the middle of a larger array, where other bytes lie around the input. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cbor/invalid.csv", delimiter = '|', emptyValue = "")
  void rejectsInsideALargerArray(String name, String cbor, Reason reason) {
    String hex = cbor == null ? "" : cbor;
    Bytes wire = Bytes.ofHex("ff" + hex + "00ff00ff00ff").slice(1, hex.length() / 2);

    DecodingException e =
        assertThrows(DecodingException.class, () -> CborItem.decode(wire, DecodeOptions.STRICT));

    assertEquals(reason, e.reason());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cbor/invalid.csv", delimiter = '|', emptyValue = "")
  void rejectsAsEmbeddedItem(String name, String cbor, Reason reason) throws Exception {
    byte[] content = Bytes.ofHex(cbor == null ? "" : cbor).toByteArray();
    byte[] wire = new CborWriter().startMap(1).writeInt(7).writeBytes(content).toByteArray();
    CborReader in = CborReader.of(wire, DecodeOptions.STRICT, "root");
    in.startMap();
    in.readLabel();

    DecodingException e = assertThrows(DecodingException.class, in::readEmbedded);

    assertEquals(reason, e.reason());
    assertEquals("root/7", e.path());
  }

  /** Whatever the bytes are: an item that survives its own encoding, or DecodingException. */
  @Tag("seeded")
  @RepeatedTest(2000)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    byte[] wire = new Mutation(seed).of(new RandomItems(seed).item().encode().toByteArray());
    try {
      CborItem item = CborItem.decode(wire, DecodeOptions.STRICT);
      assertEquals(item, CborItem.decode(item.encode(), DecodeOptions.STRICT));
      assertEquals(
          item.hashCode(), CborItem.decode(item.encode(), DecodeOptions.STRICT).hashCode());
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
