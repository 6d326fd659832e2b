package org.rats4j.corim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.Diagnostic;

class CorimCollectionTest {
  private static final UUID NAME = UUID.fromString("284e6c3e-5d9f-4f6b-851f-5a4247f243a7");

  private static Corim corim(TagId id) {
    Cotl list =
        Cotl.of(
            TagIdentity.of(TagId.of("list")),
            List.of(TagIdentity.of(TagId.of("tag"))),
            Validity.until(EpochTime.of(1)));
    return Corim.builder(id).tag(ConciseTag.of(list)).build();
  }

  private static CorimCollection collection(Label first, Label second) {
    Map<Label, Corim> entries = new LinkedHashMap<>();
    entries.put(first, corim(TagId.of("c1")));
    entries.put(second, corim(TagId.of(NAME)));
    return CorimCollection.of(entries);
  }

  private static CorimCollection decode(Bytes cmw, Encoding encoding, Findings findings)
      throws DecodingException {
    return CorimCollection.decode(cmw, encoding, CorimProfiles.BUILT_IN, findings);
  }

  @Test
  void readsWhatItWrote() throws Exception {
    CorimCollection inCbor = collection(Label.of(0), Label.of(1));
    CorimCollection inJson = collection(Label.of("base"), Label.of("x/y"));

    Bytes cbor = inCbor.toCmw().encode(CmwForm.CBOR);
    Bytes json = inJson.toCmw().encode(CmwForm.JSON);

    assertEquals(inCbor, decode(cbor, Encoding.CBOR, new Findings(CorimOptions.STRICT)));
    assertEquals(inJson, decode(json, Encoding.JSON, new Findings(CorimOptions.STRICT)));
    assertEquals(Optional.of(corim(TagId.of("c1"))), inCbor.base());
    assertEquals(inCbor.base(), inJson.base());
  }

  @Test
  void resolvesLocalReferences() {
    CorimCollection collection = collection(Label.of(0), Label.of(1));

    assertEquals(Optional.of(corim(TagId.of(NAME))), collection.resolve("urn:uuid:" + NAME));
    assertEquals(Optional.of(corim(TagId.of("c1"))), collection.resolve("tag:RFCthis:local,c1"));
    assertEquals(Optional.empty(), collection.resolve("https://c1.example/c1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"application/rim+cbor\", h'00'] | COLLECTION | /",
        "{\"__cmwc_t\": \"tag:a.example,2026:b\", 0: [\"application/rim+cbor\", h'00']} | COLLECTION | /__cmwc_t",
        "{\"__cmwc_t\": \"tag:RFCthis:corim:bundle\", 0: [\"application/rim+cbor\", h'00']} | LEGACY_COLLECTION_TYPE | /__cmwc_t",
        "{0: [\"application/rim+cbor\", h'00']} | COLLECTION | /__cmwc_t",
        "{\"__cmwc_t\": \"tag:RFCthis:corim\", \"a/b\": [\"application/cbor\", h'00']} | COLLECTION | /a~1b",
        "{\"__cmwc_t\": \"tag:RFCthis:corim\", 0: [0, h'00']} | COLLECTION | /0",
        "{\"__cmwc_t\": \"tag:RFCthis:corim\", 0: [\"application/rim+cbor\", h'00']} | UNEXPECTED_STRUCTURE | /0/1",
        "{\"__cmwc_t\": \"tag:RFCthis:corim\", 0: [\"application/rim+cbor\", h'ff']} | NOT_WELL_FORMED | /0/1",
      })
  void rejects(String diagnostic, String code, String path) throws Exception {
    Bytes cbor = Diagnostic.parse(diagnostic).encode();

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> decode(cbor, Encoding.CBOR, new Findings(CorimOptions.STRICT)));

    assertEquals(code + " " + path, e.code() + " " + e.path());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    byte[] cbor = collection(Label.of(0), Label.of("x")).toCmw().encode(CmwForm.CBOR).toByteArray();
    for (int i = 0; i < 2; i++) {
      cbor[random.nextInt(cbor.length)] = (byte) random.nextInt();
    }
    try {
      decode(Bytes.copyOf(cbor), Encoding.CBOR, new Findings(CorimOptions.LENIENT)).toCmw();
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
