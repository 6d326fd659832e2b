package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.EncodingRule;

class CborReaderFuzzTest {
  private static final DecodeOptions DETERMINISTIC =
      DecodeOptions.builder().encodingRule(EncodingRule.DETERMINISTIC).build();

  /** An accepted item reads the same in every way there is, and survives its own encoding. */
  @FuzzTest
  void acceptsOnlyWhatItCanWrite(byte[] cbor) {
    CborItem item;
    try {
      item = CborItem.decode(cbor, DecodeOptions.STRICT);
    } catch (DecodingException expected) {
      return;
    }
    try {
      Bytes raw = Bytes.copyOf(cbor);
      assertEquals(raw, CborReader.of(raw, DecodeOptions.STRICT, "cbor").readRaw());
      walk(CborReader.of(raw, DecodeOptions.STRICT, "cbor"));
      Bytes encoded = item.encode();
      assertEquals(item, CborItem.decode(encoded, DecodeOptions.STRICT));
      assertEquals(item, Diagnostic.parse(item.toString()));
      if (isDeterministic(raw)) {
        assertEquals(raw.size(), encoded.size());
      }
    } catch (DecodingException e) {
      throw new AssertionError("refuses what it accepted", e);
    }
  }

  /** Reads every value by its type. */
  private static void walk(CborReader in) throws DecodingException {
    switch (in.peekType()) {
      case ARRAY -> {
        for (int left = in.startArray(); left > 0; left--) {
          walk(in);
        }
        in.endArray();
      }
      case MAP -> {
        for (int left = 2 * in.startMap(); left > 0; left--) {
          walk(in);
        }
        in.endMap();
      }
      case TAG -> {
        in.readTag();
        walk(in);
      }
      case UNSIGNED_INTEGER, NEGATIVE_INTEGER -> in.readInteger();
      case BYTE_STRING -> in.readBytes();
      case TEXT_STRING -> in.readText();
      case FLOAT -> in.readDouble();
      case BOOLEAN -> in.readBoolean();
      case NULL -> assertTrue(in.tryNull());
      default -> in.skip();
    }
    assertTrue(in.path().startsWith("cbor"));
  }

  private static boolean isDeterministic(Bytes cbor) {
    try {
      CborReader.of(cbor, DETERMINISTIC, "cbor");
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }
}
