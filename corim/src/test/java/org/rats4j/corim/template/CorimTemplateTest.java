package org.rats4j.corim.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;

class CorimTemplateTest {
  private static final String COMID =
      "{\"tag-identity\":{\"id\":\"a\"},\"triples\":{\"reference-values\":[{\"environment\":"
          + "{\"class\":{\"vendor\":\"v\"}},\"measurements\":[{\"value\":{\"svn\":1}}]}]}}";

  private static final String TEMPLATE =
      "{\"corim-id\":\"5c57e8f4-46cd-421b-91c9-08cf93e13cfc\",\"tags\":["
          + "{\"type\":\"comid\",\"value\":"
          + COMID
          + "},{\"type\":\"coswid\",\"value\":\"pQBhYQFhbgKiGB9hZRghAQwADWEx\"},"
          + "{\"type\":\"cotl\",\"value\":{\"tag-identity\":{\"id\":\"l\",\"version\":1},"
          + "\"tags-list\":[{\"id\":\"a\"}],\"validity\":{\"not-after\":\"2030-01-01T00:00:00Z\"}}},"
          + "{\"type\":\"cots\",\"value\":\"oA==\"},"
          + "{\"type\":\"cbor-tag\",\"tag\":60000,\"value\":\"oA==\"}],"
          + "\"dependent-rims\":[{\"href\":\"https://a.example\",\"thumbprint\":"
          + "\"sha-256-32;AQIDBA\"},{\"href\":[\"https://b.example\"],\"thumbprint\":[\"own;AQ\"]}],"
          + "\"profile\":\"2.999.1\","
          + "\"validity\":{\"not-before\":\"2026-01-01T00:00:00Z\",\"not-after\":4.5},"
          + "\"entities\":[{\"name\":\"ACME\",\"roles\":[\"manifestCreator\",9]}],\"-1\":true}";

  private static CorimTemplate decode(String json) throws DecodingException {
    return CorimTemplate.decode(Bytes.ofUtf8(json), CorimOptions.STRICT);
  }

  private static JsonValue tree(Bytes json) throws DecodingException {
    return JsonValue.decode(json.toByteArray(), CorimOptions.STRICT);
  }

  @Test
  void keepsTagsOfCotsByteForByte() throws Exception {
    Bytes unsorted = Bytes.ofHex("a2020001" + "1800");

    CorimTemplate template =
        decode("{\"corim-id\":\"c\",\"tags\":[{\"type\":\"cots\",\"value\":\"ogIAARgA\"}]}");

    assertEquals(unsorted, template.tags().get(0).content());
  }

  @Test
  void refusesAnExtensionByNameAndByNumber() {
    String named =
        TEMPLATE
            .replace("2.999.1", "2.16.840.1.113741.1.16.1")
            .replace("{\"svn\":1}", "{\"pceid\":\"a\",\"-80\":\"b\"}");

    DecodingException e = assertThrows(DecodingException.class, () -> decode(named));

    assertEquals(DecodingException.Reason.DUPLICATE_KEY, e.reason());
  }

  @Test
  void writesWhatItRead() throws Exception {
    CorimTemplate template = decode(TEMPLATE);

    assertEquals(tree(Bytes.ofUtf8(TEMPLATE)), tree(template.encode()));
    assertEquals(5, template.tags().size());
  }

  @Test
  void meansTheSameInCbor() throws Exception {
    Corim corim = decode(TEMPLATE).build();
    Findings findings = new Findings(CorimOptions.STRICT);

    Corim read = Corim.decode(corim.encode(), CorimProfiles.NONE.keepingUnknown(), findings);

    assertEquals(corim, read);
    assertEquals(CorimTemplate.of(corim).encode(), CorimTemplate.of(read).encode());
  }

  @Test
  void getsTagsAndProfileLater() throws Exception {
    CorimTemplate tags = decode(TEMPLATE);
    CorimTemplate empty = decode("{\"corim-id\": \"x\"}");

    assertThrows(IllegalArgumentException.class, empty::build);
    Corim corim =
        empty.withTags(tags.tags()).withProfile(CorimProfileId.of("tag:a,2026:b")).build();

    assertEquals(tags.tags(), corim.tags());
    assertEquals(Optional.of(CorimProfileId.of("tag:a,2026:b")), corim.profile());
  }

  @Test
  void readsTagsInBase64AsTheToolsOfTheDialectWriteThem() throws Exception {
    String tag = "2QH5VaUAYWEBYW4CohgfYWUYIQEMAA1hMQ==";

    CorimTemplate template = decode("{\"corim-id\": \"x\", \"tags\": [\"" + tag + "\"]}");

    assertEquals(List.of(decode(TEMPLATE).tags().get(1)), template.tags());
  }

  @Test
  void remarksWhatIsInTagsInBase64() throws Exception {
    String untagged = "{\"corim-id\":\"x\",\"tags\":[{\"type\":\"coswid\",\"value\":\"%s\"}]}";
    String coswid = "pQBhYQFhbgKjGB9hZRggYXUYIQEMAA1hMQ==";
    Findings findings = new Findings(CorimOptions.LENIENT);

    CorimTemplate.decode(Bytes.ofUtf8(String.format(untagged, coswid)), findings);

    assertEquals(
        List.of("UNTAGGED_URI corim/tags/0/value"),
        findings.toList().stream().map(f -> f.code() + " " + f.path()).toList());
    assertEquals(Finding.Severity.DEVIATION, findings.toList().get(0).severity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | UNEXPECTED_STRUCTURE | MISSING_KEY | corim",
        "[] | UNEXPECTED_STRUCTURE | UNEXPECTED_STRUCTURE | corim",
        "{\"corim-id\": \"a\", \"corim-id\": \"a\"} | DUPLICATE_KEY | DUPLICATE_KEY | corim",
        "{\"corim-id\": \"a\", \"id\": 1} | UNEXPECTED_STRUCTURE | JSON_UNKNOWN_MEMBER | corim/id",
        "{\"corim-id\": \"a\", \"entities\": []} | UNEXPECTED_STRUCTURE | EMPTY | corim/entities",
        "{\"profile\": \"9.9\"} | INVALID_VALUE | INVALID_VALUE | corim/profile",
        "{\"validity\": {}} | UNEXPECTED_STRUCTURE | MISSING_KEY | corim/validity",
        "{\"validity\": {\"not-after\": \"x\"}} | INVALID_VALUE | INVALID_VALUE | corim/validity/not-after",
        "{\"validity\": {\"not-after\": 9223372036854775808}} | INVALID_VALUE | INVALID_VALUE | corim/validity/not-after",
        "{\"dependent-rims\": [{}]} | UNEXPECTED_STRUCTURE | MISSING_KEY | corim/dependent-rims/0",
        "{\"tags\": [{\"type\": \"x\", \"value\": 1}]} | INVALID_VALUE | INVALID_VALUE | corim/tags/0/value",
        "{\"tags\": [{\"type\": \"coswid\", \"value\": \"oA==\"}]} | UNEXPECTED_STRUCTURE | MISSING_KEY | corim/tags/0/value",
        "{\"tags\": [{\"type\": \"cbor-tag\", \"tag\": 506, \"value\": \"oA==\"}]} | INVALID_VALUE | INVALID_VALUE | corim/tags/0/value",
        "{\"tags\": [\"oA==\"]} | UNEXPECTED_STRUCTURE | UNEXPECTED_STRUCTURE | corim/tags/0",
        "{\"tags\": [{\"type\": \"cotl\", \"value\": {\"tags-list\": []}}]} | UNEXPECTED_STRUCTURE | EMPTY | corim/tags/0/value/tags-list",
      })
  void rejects(String json, DecodingException.Reason reason, String code, String path) {
    DecodingException e = assertThrows(DecodingException.class, () -> decode(json));

    assertEquals(reason + " " + code + " " + path, e.reason() + " " + e.code() + " " + e.path());
  }

  /** Whatever the text is, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    byte[] json = Bytes.ofUtf8(TEMPLATE).toByteArray();
    for (int i = 0; i < 2; i++) {
      json[random.nextInt(json.length)] = (byte) (0x20 + random.nextInt(0x5f));
    }
    for (DecodeOptions options : List.of(CorimOptions.STRICT, CorimOptions.LENIENT)) {
      try {
        Bytes written = CorimTemplate.decode(Bytes.copyOf(json), options).encode();
        assertEquals(written, CorimTemplate.decode(written, options).encode());
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }
}
