package org.rats4j.corim.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.MeasurementValues;

class ComidTemplateTest {

  private static byte[] template() throws IOException {
    try (InputStream in =
        ComidTemplateTest.class.getResourceAsStream("/test-vectors/template/comid.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static JsonValue tree(byte[] json) throws DecodingException {
    return JsonValue.decode(json, CorimOptions.STRICT);
  }

  private static Comid decode(byte[] json) throws DecodingException {
    return ComidTemplate.decode(Bytes.copyOf(json), CorimOptions.STRICT);
  }

  @Test
  void writesWhatItRead() throws Exception {
    Comid comid = decode(template());

    JsonValue written = tree(ComidTemplate.encode(comid).toByteArray());

    assertEquals(tree(template()), written);
  }

  @Test
  void meansTheSameInCbor() throws Exception {
    Comid comid = decode(template());

    Comid read = Comid.decode(comid.encode(), CorimOptions.STRICT);

    assertEquals(comid, read);
    MeasurementValues values = read.triples().reference().get(0).measurements().get(0).values();
    assertEquals(List.of("1", "sha-512", "own"), algorithms(values));
    assertEquals(
        List.of(Label.of(5), Label.of("5"), Label.of("pcr")),
        List.copyOf(values.integrityRegisters().orElseThrow().registers().keySet()));
  }

  private static List<String> algorithms(MeasurementValues values) {
    return values.digests().stream().map(digest -> digest.algorithm().toString()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/template/invalid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejects(
      String name,
      String pointer,
      String value,
      DecodingException.Reason reason,
      String code,
      String path)
      throws Exception {
    byte[] json =
        replace(tree(template()), List.of(pointer.split("/")), value).encode().toByteArray();

    DecodingException e = assertThrows(DecodingException.class, () -> decode(json));

    assertEquals(reason + " " + code + " " + path, e.reason() + " " + e.code() + " " + e.path());
  }

  private static JsonValue replace(JsonValue tree, List<String> steps, String value)
      throws DecodingException {
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (tree instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>(array.items());
      int index = Integer.parseInt(step);
      items.set(index, replace(items.get(index), rest, value));
      return new JsonArray(items);
    }
    Map<String, JsonValue> members = new LinkedHashMap<>(((JsonObject) tree).members());
    if (rest.isEmpty() && value.equals("REMOVE")) {
      members.remove(step);
    } else if (rest.isEmpty()) {
      members.put(step, tree(value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } else {
      members.put(step, replace(Objects.requireNonNull(members.get(step)), rest, value));
    }
    return new JsonObject(members);
  }

  /** Whatever the text is, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    byte[] json = template();
    for (int i = 0; i < 2; i++) {
      json[random.nextInt(json.length)] = (byte) (0x20 + random.nextInt(0x5f));
    }
    for (DecodeOptions options : List.of(CorimOptions.STRICT, CorimOptions.LENIENT)) {
      try {
        Comid comid = ComidTemplate.decode(Bytes.copyOf(json), options);
        assertEquals(comid, ComidTemplate.decode(ComidTemplate.encode(comid), options));
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"op-flags\": [\"notSecure\", \"debug\"]} | {\"flags\": {\"is-secure\": false, \"is-debug\": true}}",
        "{\"digests\": [\"own;AQ==\"]} | {\"digests\": [[\"own\", \"AQ\"]]}",
        "{\"digests\": [\"own:-_8\"]} | {\"digests\": [[\"own\", \"-_8\"]]}",
      })
  void readsTheFirstVersionAsTheSecond(String first, String second) throws Exception {
    Findings findings = new Findings(CorimOptions.LENIENT);

    Comid old = ComidTemplate.decode(withValue(first), findings);

    assertEquals(ComidTemplate.decode(withValue(second), CorimOptions.STRICT), old);
    assertEquals(
        List.of("JSON_V1_FORM"),
        findings.toList().stream().map(Finding::code).distinct().collect(Collectors.toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"digests\": [[\"sha-256-32\", \"AQIDBA==\"]]} | {\"digests\": [[6, \"AQIDBA\"]]}",
        "{\"ip-addr\": \"::ffff:1.2.3.4\"} | {\"ip-addr\": \"0:0:0:0:0:ffff:102:304\"}",
        "{\"ip-addr\": \"2001:DB8::\"} | {\"ip-addr\": \"2001:db8:0:0:0:0:0:0\"}",
        "{\"mac-addr\": \"0A-0B-0C-0D-0E-0F\"} | {\"mac-addr\": \"0a:0b:0c:0d:0e:0f\"}",
        "{\"int-range\": {\"value\": {\"Min\": 1, \"Max\": null}, \"type\": \"rawIntRange\"}} | {\"int-range\": {\"type\": \"rawIntRange\", \"value\": {\"min\": 1}}}",
        "{\"integrity-registers\": {\"1\": {\"key_type\": \"text\", \"Value\": [[\"own\", \"AQ\"]]}}} | {\"integrity-registers\": {\"text:1\": {\"key-type\": \"text\", \"value\": [[\"own\", \"AQ\"]]}}}",
      })
  void readsOtherSpellings(String other, String written) throws Exception {
    Comid comid = ComidTemplate.decode(withValue(other), CorimOptions.STRICT);

    assertEquals(
        tree(withValue(written).toByteArray()), tree(ComidTemplate.encode(comid).toByteArray()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"flags\": {\"11\": 1}} | INVALID_VALUE",
        "{\"flags\": {\"is-debug\": true}, \"op-flags\": [\"debug\"]} | DUPLICATE_KEY",
        "{\"int-range\": {\"type\": \"rawIntRange\", \"value\": {\"min\": 1, \"Min\": 2}}} | DUPLICATE_KEY",
        "{\"integrity-registers\": {\"1\": {\"key_type\": \"text\", \"key-type\": \"uint\", \"value\": [[\"own\", \"AQ\"]]}}} | DUPLICATE_KEY",
        "{\"integrity-registers\": {\"1\": {\"key-type\": \"uint\", \"value\": [[\"own\", \"AQ\"]], \"Value\": [[\"own\", \"Ag\"]]}}} | DUPLICATE_KEY",
      })
  void refusesWhatIsSaidTwiceOrCannotBeWritten(String value, DecodingException.Reason reason) {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> ComidTemplate.decode(withValue(value), CorimOptions.LENIENT));

    assertEquals(reason, e.reason());
  }

  private static Bytes withValue(String value) {
    return Bytes.ofUtf8(
        "{\"tag-identity\": {\"id\": \"a\"}, \"triples\": {\"reference-values\": [{\"environment\":"
            + " {\"class\": {\"vendor\": \"v\"}}, \"measurements\": [{\"value\": "
            + value
            + "}]}]}}");
  }
}
