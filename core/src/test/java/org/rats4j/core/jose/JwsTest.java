package org.rats4j.core.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Leniency;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonNumber;

class JwsTest {
  private static final DecodeOptions LENIENT =
      DecodeOptions.builder()
          .allow(
              Leniency.BASE64_PADDED,
              Leniency.BASE64_STANDARD_ALPHABET,
              Leniency.BASE64_TRAILING_BITS)
          .build();

  private static final String THUMBPRINT = "A".repeat(43);

  private static String compact(String header) {
    return Base64Url.encode(Bytes.ofUtf8(header)) + ".cGF5bG9hZA.AAEC";
  }

  private static String flattened(String header, String unprotected) {
    String part = Base64Url.encode(Bytes.ofUtf8(header));
    return "{\"x\":[1],\"payload\":\"cGF5bG9hZA\",\"header\":"
        + unprotected
        + ",\"protected\":\""
        + part
        + "\",\"signature\":\"AAEC\"}";
  }

  @Test
  void decodesTheCompactSerialization() throws Exception {
    String header =
        "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"cty\":\"a/b\",\"kid\":\"\u00e9\",\"x\":1.0,\"x5c\":[\"AAE=\",\"Ag==\"],"
            + "\"x5t#S256\":\""
            + THUMBPRINT
            + "\"}";
    String text = compact(header);

    UnverifiedJws jws = Jws.decode(text, DecodeOptions.STRICT);

    assertEquals(Bytes.ofUtf8(text), jws.encoded());
    assertEquals(Bytes.ofUtf8(text.substring(0, text.lastIndexOf('.'))), jws.signingInput());
    assertEquals(Bytes.ofUtf8("payload"), jws.payload());
    assertEquals(Bytes.of(0, 1, 2), jws.signature());
    assertEquals(Bytes.ofUtf8(header), jws.protectedHeader().members().encode());
    assertEquals(Optional.of("ES256"), jws.protectedHeader().algorithmName());
    assertEquals(OptionalLong.of(Algorithms.ES256), jws.protectedHeader().algorithm());
    assertEquals(Optional.of("JWT"), jws.protectedHeader().typ());
    assertEquals(Optional.of("a/b"), jws.protectedHeader().cty());
    assertEquals(Optional.of(new JsonNumber("1.0")), jws.protectedHeader().get("x"));
    assertEquals(JwsHeader.EMPTY, jws.unprotectedHeader());
  }

  @Test
  void hintsComeFromEitherHeader() throws Exception {
    String hints =
        "\"kid\":\"\u00e9\",\"x5c\":[\"AAE=\",\"Ag==\"],\"x5t#S256\":\"" + THUMBPRINT + "\"";
    byte[] flattened =
        flattened("{\"alg\":\"PS384\"}", "{" + hints + "}").getBytes(StandardCharsets.UTF_8);

    for (UnverifiedJws jws :
        List.of(
            Jws.decode(compact("{\"alg\":\"PS384\"," + hints + "}"), DecodeOptions.STRICT),
            Jws.decodeFlattened(flattened, DecodeOptions.STRICT))) {
      assertEquals(OptionalLong.of(Algorithms.PS384), jws.keyHints().algorithm());
      assertEquals(Optional.of(Bytes.ofUtf8("\u00e9")), jws.keyHints().keyId());
      assertEquals(List.of(Bytes.of(0, 1), Bytes.of(2)), jws.keyHints().certificateChain());
      assertEquals(
          Optional.of(new CertificateThumbprint(-16, Bytes.copyOf(new byte[32]))),
          jws.keyHints().certificateThumbprint());
    }
  }

  @Test
  void decodesTheFlattenedSerialization() throws Exception {
    Bytes json = Bytes.ofUtf8(flattened("{\"alg\":\"ES256\",\"kid\":\"a\"}", "{\"y\":null}"));

    UnverifiedJws jws = Jws.decodeFlattened(json, DecodeOptions.STRICT);

    assertEquals(json, jws.encoded());
    assertEquals(
        Bytes.ofUtf8(Base64Url.encode(Bytes.ofUtf8("{\"alg\":\"ES256\",\"kid\":\"a\"}")))
            .concat(Bytes.ofUtf8(".cGF5bG9hZA")),
        jws.signingInput());
    assertEquals(Bytes.ofUtf8("payload"), jws.payload());
    assertEquals(Bytes.ofUtf8("{\"y\":null}"), jws.unprotectedHeader().members().encode());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/jws/invalid-header.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejectsHeader(String name, String header, Reason reason, String path) {
    String text = header == null ? "" : header.replace("\\ufeff", "\ufeff");

    DecodingException e =
        assertThrows(DecodingException.class, () -> Jws.decode(compact(text), LENIENT));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/jws/invalid-compact.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejectsCompactEvenWithEveryLeniency(String name, String text, Reason reason, String path) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> Jws.decode(text == null ? "" : text, LENIENT));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/jws/invalid-flattened.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejectsFlattenedEvenWithEveryLeniency(String name, String json, Reason reason, String path) {
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> Jws.decodeFlattened(Bytes.ofUtf8(json), LENIENT));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @Test
  void inputEndsAtTheLimit() throws Exception {
    String text = compact("{\"alg\":\"ES256\"}");
    DecodeOptions options = DecodeOptions.builder().inputBytes(text.length()).build();

    assertEquals(text.length(), Jws.decode(text, options).encoded().size());
    DecodingException e =
        assertThrows(DecodingException.class, () -> Jws.decode(text + "A", options));
    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String header = "{\"alg\":\"ES256\",\"crit\":[\"x\"],\"x\":{},\"x5c\":[\"AAE=\"],\"b64\":true}";
    decodeMutated(header, 0, random);
    decodeMutated(compact(header), 1, random);
    decodeMutated(flattened("{\"alg\":\"ES256\"}", "{\"kid\":\"a\"}"), 2, random);
  }

  private static void decodeMutated(String text, int level, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    try {
      switch (level) {
        case 0 -> {
          String part = Base64Url.encode(Bytes.copyOf(bytes));
          Jws.decode(part + ".AA.AA", DecodeOptions.STRICT).keyHints().certificateChain();
        }
        case 1 -> Jws.decode(bytes, DecodeOptions.STRICT).signingInput();
        default -> Jws.decodeFlattened(bytes, DecodeOptions.STRICT).signingInput();
      }
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
