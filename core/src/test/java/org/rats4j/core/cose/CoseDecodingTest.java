package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.AllocatedBytes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;
import org.rats4j.core.Leniency;
import org.rats4j.core.cbor.CborReader;

class CoseDecodingTest {
  private static final DecodeOptions LENIENT =
      DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build();
  private static final Bytes SIGN1 = Bytes.ofHex("d28443a10126a041014102");
  private static final Bytes UNTAGGED = SIGN1.slice(1, SIGN1.size() - 1);
  private static final List<byte[]> SEEDS = new ArrayList<>();

  /** The message types by which the rows of the tables are read. */
  private static UnverifiedCoseMessage decode(String type, Bytes cbor, DecodeOptions options)
      throws DecodingException {
    return switch (type) {
      case "sign1" -> CoseSign1.decode(cbor, options);
      case "sign" -> CoseSign.decode(cbor, options);
      case "mac0" -> CoseMac0.decode(cbor, options);
      default -> CoseMessage.decode(cbor, options);
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cose/valid.csv", delimiter = '|')
  void decodesAndKeepsTheSameBytes(String name, String type, String cbor) throws Exception {
    Bytes wire = Bytes.ofHex(cbor);

    UnverifiedCoseMessage message = decode(type, wire, DecodeOptions.STRICT);

    assertEquals(wire, message.encoded());
    assertEquals(List.of(), message.findings());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/cose/invalid.csv",
      delimiter = '|',
      emptyValue = "",
      nullValues = "NULL")
  void rejects(String name, String type, String cbor, Reason reason, String code, String path) {
    Bytes wire = cbor == null ? Bytes.EMPTY : Bytes.ofHex(cbor);

    DecodingException e =
        assertThrows(DecodingException.class, () -> decode(type, wire, DecodeOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cose/deviations.csv", delimiter = '|')
  void acceptsANamedDeviation(String name, String type, String cbor, String code, String path)
      throws Exception {
    Bytes wire = Bytes.ofHex(cbor);
    DecodeOptions named = DecodeOptions.builder().allow(new Leniency(code)).build();
    Set<Leniency> others = new HashSet<>(CoseLeniencies.LENIENT);
    others.remove(new Leniency(code));

    UnverifiedCoseMessage message = decode(type, wire, named);

    Finding finding = message.findings().get(0);
    assertEquals(1, message.findings().size());
    assertEquals(Finding.Severity.DEVIATION, finding.severity());
    assertEquals(code, finding.code());
    assertEquals(path, finding.path());
    assertEquals(wire, message.encoded());
    assertThrows(
        DecodingException.class,
        () -> decode(type, wire, DecodeOptions.builder().allow(others).build()));
  }

  @Test
  void neverGuessesTheTypeOfAnUntaggedMessage() {
    DecodingException e =
        assertThrows(DecodingException.class, () -> CoseMessage.decode(UNTAGGED, LENIENT));

    assertEquals("UNTAGGED", e.code());
  }

  @Test
  void takesTheTagAsTheEmbeddingSpecificationSays() throws Exception {
    DecodeOptions strict = DecodeOptions.STRICT;

    assertEquals(List.of(), CoseSign1.decode(UNTAGGED, CoseTag.ABSENT, strict).findings());
    assertEquals(List.of(), CoseSign1.decode(UNTAGGED, CoseTag.OPTIONAL, strict).findings());
    assertEquals(List.of(), CoseSign1.decode(SIGN1, CoseTag.OPTIONAL, strict).findings());
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> CoseSign1.decode(SIGN1, CoseTag.ABSENT, strict));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, e.reason());
  }

  @Test
  void readsAMessageInsideAnother() throws Exception {
    Bytes outer = Bytes.ofHex("82d83d").concat(SIGN1).concat(Bytes.ofHex("01"));
    CborReader in = CborReader.of(outer, DecodeOptions.STRICT, "eat");

    in.startArray(2);
    in.readTag();
    UnverifiedCoseMessage message = CoseMessage.read(in);

    assertEquals(SIGN1, message.encoded());
    assertEquals(1, in.readInt());
    in.endArray();
  }

  @Test
  void reportsOnlyItsOwnFindings() throws Exception {
    CborReader in = CborReader.of(UNTAGGED, LENIENT, "eat");
    in.findings().add("BEFORE", Finding.Severity.INFO, "eat", "of the embedding message");

    UnverifiedCoseSign1 message = CoseSign1.read(in, CoseTag.REQUIRED);

    assertEquals(List.of("UNTAGGED"), message.findings().stream().map(Finding::code).toList());
  }

  @Test
  void countsTheDepthOfHeadersFromTheOutermostItem() throws Exception {
    Bytes atTheLimit = Bytes.ofHex("81d28454a201261864" + "81".repeat(14) + "00" + "a041014102");
    CborReader in = CborReader.of(atTheLimit, DecodeOptions.STRICT, "eat");
    in.startArray(1);

    DecodingException e = assertThrows(DecodingException.class, () -> CoseMessage.read(in));

    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals("eat/0/0", e.path());
  }

  @Test
  void holdsHeadersToTheLimitOfMapEntries() throws Exception {
    DecodeOptions two = DecodeOptions.builder().mapEntries(2).build();
    Bytes ofTwo = Bytes.ofHex("d28446a20126044101a041014102");
    Bytes ofThree = Bytes.ofHex("d28449a30126044101186400a041014102");

    assertEquals(ofTwo, CoseSign1.decode(ofTwo, two).encoded());
    DecodingException e =
        assertThrows(DecodingException.class, () -> CoseSign1.decode(ofThree, two));
    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
  }

  @ParameterizedTest
  @EnumSource(EncodingRule.class)
  void holdsProtectedHeadersToTheEncodingRule(EncodingRule rule) throws Exception {
    DecodeOptions options = DecodeOptions.builder().encodingRule(rule).build();
    Bytes longHead = Bytes.ofHex("d28444a1180126a041014102");

    if (rule.compareTo(EncodingRule.PREFERRED) < 0) {
      assertEquals(longHead, CoseSign1.decode(longHead, options).encoded());
    } else {
      DecodingException e =
          assertThrows(DecodingException.class, () -> CoseSign1.decode(longHead, options));
      assertEquals(Reason.ENCODING_RULE, e.reason());
    }
  }

  @Test
  void refusesMoreBytesThanTheLimit() throws Exception {
    DecodeOptions exact = DecodeOptions.builder().inputBytes(SIGN1.size()).build();
    DecodeOptions less = DecodeOptions.builder().inputBytes(SIGN1.size() - 1).build();

    assertTrue(CoseSign1.decode(SIGN1, exact).payload().isPresent());
    DecodingException e =
        assertThrows(DecodingException.class, () -> CoseSign1.decode(SIGN1, less));
    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
  }

  @BeforeAll
  static void collectSeeds() throws IOException {
    try (var in = CoseDecodingTest.class.getResourceAsStream("/test-vectors/cose/valid.csv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> SEEDS.add(HexFormat.of().parseHex(line.split("\\|")[2].strip())));
    }
    Path vectors = Path.of("../../shared/vectors/core/cose");
    if (Files.isDirectory(vectors)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(vectors, "*.cbor")) {
        for (Path file : files) {
          SEEDS.add(Files.readAllBytes(file));
        }
      }
    }
    assertFalse(SEEDS.isEmpty());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    for (byte[] seed : SEEDS) {
      Bytes wire = Bytes.copyOf(mutate(seed, random));
      for (String type : List.of("sign1", "sign", "mac0", "any")) {
        for (DecodeOptions options : List.of(DecodeOptions.STRICT, LENIENT)) {
          try {
            readAll(decode(type, wire, options));
          } catch (DecodingException expected) {
            // the one permitted failure
          }
        }
      }
    }
  }

  private static byte[] mutate(byte[] seed, Random random) {
    byte[] wire = seed.clone();
    switch (random.nextInt(3)) {
      case 0 -> {
        for (int i = 0; i < 3; i++) {
          wire[random.nextInt(Math.min(wire.length, 64))] = (byte) random.nextInt();
        }
      }
      case 1 -> wire = Arrays.copyOf(wire, random.nextInt(wire.length));
      default -> {
        int at = random.nextInt(wire.length);
        wire = new byte[seed.length + 1];
        System.arraycopy(seed, 0, wire, 0, at);
        wire[at] = (byte) random.nextInt();
        System.arraycopy(seed, at, wire, at + 1, seed.length - at);
      }
    }
    return wire;
  }

  /** Calls every getter: what decode let pass must not fail later. */
  static void readAll(UnverifiedCoseMessage message) {
    read(message.protectedHeaders());
    read(message.unprotectedHeaders());
    assertFalse(message.encoded().isEmpty());
    if (message instanceof UnverifiedCoseSign sign) {
      for (int i = 0; i < sign.signatures().size(); i++) {
        read(sign.signatures().get(i).protectedHeaders());
        read(sign.signatures().get(i).unprotectedHeaders());
        sign.signatures().get(i).keyHints().certificateThumbprint();
        assertFalse(sign.toBeSigned(i, Bytes.EMPTY, Bytes.EMPTY).isEmpty());
      }
    } else if (message instanceof UnverifiedCoseSign1 sign1) {
      sign1.keyHints().certificateChain();
      assertFalse(sign1.toBeSigned(Bytes.EMPTY, Bytes.EMPTY).isEmpty());
    }
  }

  private static void read(CoseHeaders headers) {
    headers.algorithm();
    headers.critical();
    headers.contentType();
    headers.typ();
    headers.kid();
    headers.cwtClaims();
    headers.x5chain().forEach(CertificateShape::fits);
    headers.x5bag();
    headers.x5t();
    HashEnvelope.of(headers, Bytes.EMPTY);
    assertEquals(headers, headers.toBuilder().build());
    assertFalse(headers.toString().isEmpty());
  }

  @Test
  void givesEachOfManyMessagesItsOwnFindings() throws Exception {
    int count = 2_000;
    String messages = "8440a041014101".repeat(count);
    Bytes cbor = Bytes.ofHex(String.format("99%04x", count) + messages);
    DecodeOptions lenient = DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build();
    AllocatedBytes allocated = new AllocatedBytes();
    CborReader in = CborReader.of(cbor, lenient, "many");
    in.startArray();
    long before = allocated.soFar();

    for (int i = 0; i < count; i++) {
      assertEquals(2, CoseSign1.read(in, CoseTag.REQUIRED).findings().size());
    }

    assertTrue(allocated.soFar() - before < 10_000L * count);
  }
}
