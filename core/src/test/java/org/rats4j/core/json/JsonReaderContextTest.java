package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;

/** What a codec that stands on a reader says of the value that it read last. */
class JsonReaderContextTest {
  private static final Leniency LENIENCY = new Leniency("ODD");

  private static JsonReader reader(String json, DecodeOptions options) throws DecodingException {
    return JsonReader.of(Bytes.ofUtf8(json), options, "root", new Findings(options));
  }

  @Test
  void namesTheValueThatWasReadLast() throws Exception {
    JsonReader in = reader("{\"a\":[1,2]}", DecodeOptions.STRICT);
    in.startObject();
    in.readName();
    assertEquals(2, in.startArray(1, 2));
    in.readLong();
    in.readLong();

    DecodingException plain = in.fail(Reason.INVALID_VALUE, "odd");
    DecodingException coded = in.fail(Reason.INVALID_VALUE, CoreCodes.ALG, "odd");

    assertEquals("root/a/1", plain.path());
    assertEquals(Reason.INVALID_VALUE.name(), plain.code());
    assertEquals("root/a/1", coded.path());
    assertEquals(CoreCodes.ALG, coded.code());
    JsonReader fork = in.fork();
    assertEquals("root/a/1", fork.fail(Reason.INVALID_VALUE, "odd").path());
    assertSame(in.findings(), fork.findings());
    assertSame(DecodeOptions.STRICT, fork.options());
  }

  @Test
  void cutsLongNames() throws Exception {
    for (int length : new int[] {256, 257}) {
      String name = "n".repeat(length);
      JsonReader in = reader("{\"" + name + "\":1}", DecodeOptions.STRICT);
      in.startObject();
      in.readName();
      in.readLong();

      String path = in.fail(Reason.INVALID_VALUE, "odd").path();

      assertEquals("root/" + (length == 256 ? name : "n".repeat(256) + "..."), path);
    }
  }

  @Test
  void recordsADeviationThatIsAllowedAndRefusesAnyOther() throws Exception {
    JsonReader strict = reader("1", DecodeOptions.STRICT);
    JsonReader lenient = reader("1", DecodeOptions.STRICT.toBuilder().allow(LENIENCY).build());

    lenient.deviation(LENIENCY, Reason.INVALID_VALUE, "odd");

    assertEquals("ODD", lenient.findings().toList().get(0).code());
    assertThrows(
        DecodingException.class, () -> strict.deviation(LENIENCY, Reason.INVALID_VALUE, "odd"));
  }

  @Test
  void buildsWhatAConstructorAccepts() throws Exception {
    JsonReader in = reader("1", DecodeOptions.STRICT);

    assertEquals("made", in.build(() -> "made"));
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () ->
                in.build(
                    () -> {
                      throw new IllegalArgumentException("odd");
                    }));
    assertEquals(Reason.INVALID_VALUE, e.reason());
  }

  @Test
  void readsANameOnlyWhereOneStands() throws Exception {
    JsonReader in = reader("{\"a\":1}", DecodeOptions.STRICT);

    assertThrows(IllegalStateException.class, in::readName);
    in.startObject();
    assertEquals("a", in.readName());
    assertThrows(IllegalStateException.class, in::readName);
    in.readLong();
    assertThrows(IllegalStateException.class, in::readName);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "-1, true",
    "1.0, false",
    ".5, ",
    "1e2, false",
    "1E2, false",
    "1e1000, false",
    "1e1001, ",
    "1e-1001, ",
    "01, ",
    "+1, ",
    "e1, ",
    "E1, "
  })
  void knowsNumbers(String text, Boolean integer) {
    if (integer == null) {
      assertThrows(IllegalArgumentException.class, () -> new JsonNumber(text));
    } else {
      assertEquals(integer, new JsonNumber(text).isInteger());
    }
  }

  @Test
  void limitsTheLengthOfNumbers() {
    assertTrue(new JsonNumber("1".repeat(1000)).isInteger());
    assertThrows(IllegalArgumentException.class, () -> new JsonNumber("1".repeat(1001)));
  }

  @Test
  void findsMembers() {
    JsonObject object = new JsonObject(Map.of("a", JsonNumber.of(1)));

    assertEquals(Optional.of(JsonNumber.of(1)), object.get("a"));
    assertFalse(object.get("b").isPresent());
  }
}
