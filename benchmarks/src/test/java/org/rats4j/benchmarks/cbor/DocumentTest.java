package org.rats4j.benchmarks.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.cbor.CborItem;

class DocumentTest {
  private static final DecodeOptions DETERMINISTIC =
      DecodeOptions.builder().encodingRule(EncodingRule.DETERMINISTIC).build();

  @Test
  void hasTheSizesThatTheReportNames() {
    assertEquals(2, Math.round(Document.EAT.encode().length / 1000.0));
    assertEquals(20, Math.round(Document.CORIM.encode().length / 10_000.0));
  }

  @Test
  void isTheSameInEveryRunAndDeterministicCbor() throws Exception {
    for (Document document : Document.values()) {
      Bytes cbor = Bytes.copyOf(document.encode());

      assertEquals(cbor, Bytes.copyOf(document.encode()));
      assertEquals(cbor, CborItem.decode(cbor, DETERMINISTIC).encode());
    }
  }
}
