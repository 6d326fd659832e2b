package org.rats4j.core.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

class PojoCodecTest {
  private static final ObjectMapper CBOR = new CBORMapper();
  private static final ObjectMapper JSON = new JsonMapper();

  /** What a user declares: nested, with every type that a claim usually has. */
  public record BootState(
      int count, String stage, byte[] seed, List<Slot> slots, Double load, boolean secure) {}

  /** A part of it, with a rule of its own. */
  public record Slot(@JsonProperty("1") long id, @JsonProperty("2") String name) {
    public Slot {
      if (id < 0) {
        throw new IllegalArgumentException("id is negative: " + id);
      }
    }
  }

  private static final ValueCodec<BootState> BOOT_STATE = PojoCodec.of(CBOR, JSON, BootState.class);
  private static final ValueCodec<Slot> SLOT = PojoCodec.of(CBOR, JSON, Slot.class);
  private static final ValueCodec<Object> ANY = PojoCodec.of(CBOR, JSON, Object.class);

  private static final BootState STATE =
      new BootState(
          70_000,
          "bl2 \u6c34",
          new byte[] {1, 2, 3},
          List.of(new Slot(Long.MAX_VALUE, "a"), new Slot(0, "b")),
          1.5,
          true);

  @Test
  void writesARecordDeterministicallyAndReadsItAgain() throws Exception {
    byte[] cbor = cbor(BOOT_STATE, STATE);
    DecodeOptions deterministic =
        DecodeOptions.builder().encodingRule(EncodingRule.DETERMINISTIC).build();

    BootState read = BOOT_STATE.readCbor(CborReader.of(cbor, deterministic, "pojo"));

    assertEquals(STATE.slots(), read.slots());
    assertEquals(STATE.stage(), read.stage());
    assertEquals(Bytes.copyOf(STATE.seed()), Bytes.copyOf(read.seed()));
    assertEquals(Bytes.copyOf(cbor), Bytes.copyOf(cbor(BOOT_STATE, read)));
  }

  @Test
  void writesARecordInJsonAndReadsItAgain() throws Exception {
    byte[] json = json(BOOT_STATE, STATE);

    BootState read = BOOT_STATE.readJson(JsonReader.of(json, DecodeOptions.STRICT, "pojo"));

    assertEquals(STATE.slots(), read.slots());
    assertEquals(Bytes.copyOf(json), Bytes.copyOf(json(BOOT_STATE, read)));
  }

  @Test
  void leavesTheReaderBehindTheValue() throws Exception {
    CborReader in =
        CborReader.of(Bytes.ofHex("83a2613105613261610708"), DecodeOptions.STRICT, "pojo");
    in.startArray(3);

    assertEquals(new Slot(5, "a"), SLOT.readCbor(in));
    assertEquals(7, in.readInt());
    assertEquals(8, in.readInt());
    in.endArray();
  }

  @Test
  void readsIntegerKeysAsNames() throws Exception {
    CborReader negative = CborReader.of(Bytes.ofHex("a12005"), DecodeOptions.STRICT, "pojo");

    assertEquals(new Slot(5, "a"), readSlot("a20105026161"));
    assertEquals(Map.of("-1", 5), ANY.readCbor(negative));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/jackson/unsupported.csv", delimiter = '|')
  void refusesWhatJacksonWouldChange(String name, String cbor, String path) throws Exception {
    CborReader in = CborReader.of(Bytes.ofHex(cbor), DecodeOptions.STRICT, "pojo");

    DecodingException e = assertThrows(DecodingException.class, () -> ANY.readCbor(in));

    assertEquals(Reason.UNSUPPORTED, e.reason());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no map             | 8105               | UNEXPECTED_STRUCTURE | pojo
          null               | f6                 | UNEXPECTED_STRUCTURE | pojo
          unknown member     | a30105026161613300 | UNEXPECTED_STRUCTURE | pojo/3
          text for a number  | a2016178026161     | INVALID_VALUE        | pojo/1
          map for a number   | a201a0026161       | UNEXPECTED_STRUCTURE | pojo/1
          beyond long        | a2011b8000000000000000026161 | INVALID_VALUE | pojo/1
          rule of the record | a20120026161       | INVALID_VALUE        | pojo
          """)
  void rejects(String name, String cbor, Reason reason, String path) {
    DecodingException e = assertThrows(DecodingException.class, () -> readSlot(cbor));

    assertEquals(reason, e.reason(), e::getMessage);
    assertEquals(path, e.path());
  }

  @Test
  void rejectsAPartOfAListByItsPath() {
    String json = "{\"count\":1,\"slots\":[{\"1\":1,\"2\":\"a\"},{\"1\":\"secret\",\"2\":\"b\"}]}";

    DecodingException e = assertThrows(DecodingException.class, () -> read(BOOT_STATE, json));

    assertEquals(Reason.INVALID_VALUE, e.reason());
    assertEquals("pojo/slots/1/1", e.path());
    assertFalse(e.getMessage().contains("secret"));
  }

  @Test
  void rejectsWhatTheConstructorRefusesAlsoIfTheMapperDoesNotWrapIt() {
    ObjectMapper plain = new CBORMapper().disable(DeserializationFeature.WRAP_EXCEPTIONS);
    ValueCodec<Slot> codec = PojoCodec.of(plain, JSON, Slot.class);

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () ->
                codec.readCbor(
                    CborReader.of(Bytes.ofHex("a20120026161"), DecodeOptions.STRICT, "pojo")));

    assertEquals(Reason.INVALID_VALUE, e.reason());
  }

  /** A class that says no in another way. */
  public record Named(String name) {
    public Named {
      Objects.requireNonNull(name, "name");
    }
  }

  @Test
  void whatTheConstructorThrowsIsAWrongValue() {
    ValueCodec<Named> codec = PojoCodec.of(CBOR, JSON, Named.class);

    DecodingException e = assertThrows(DecodingException.class, () -> read(codec, "{}"));

    assertEquals(Reason.INVALID_VALUE, e.reason());
    assertEquals("value refused by Named", e.detail());
  }

  @Test
  void classThatTheMapperCannotMakeIsUnsupported() {
    ValueCodec<Runnable> codec = PojoCodec.of(CBOR, JSON, Runnable.class);

    DecodingException e = assertThrows(DecodingException.class, () -> read(codec, "{}"));

    assertEquals(Reason.UNSUPPORTED, e.reason());
    assertEquals("the mapper cannot make a Runnable", e.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"12345\"", "[\"12345\"]", "{\"2\":\"12345\"}"})
  void limitsOfTheMapperAreLimits(String json) {
    JsonFactory small =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(4).build())
            .build();
    Class<?> type = json.startsWith("{") ? Slot.class : Object.class;
    ValueCodec<?> codec = PojoCodec.of(CBOR, new JsonMapper(small), type);

    DecodingException e = assertThrows(DecodingException.class, () -> read(codec, json));

    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals("beyond a limit of the mapper of " + type.getSimpleName(), e.detail());
  }

  @Test
  void namesItsClass() {
    assertEquals("PojoCodec[" + Slot.class.getName() + "]", SLOT.toString());
  }

  @Test
  void writesIntegersInTheirShortestForm() {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("b", BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
    numbers.put("a", BigInteger.valueOf(5));
    numbers.put("d", BigInteger.TWO.pow(64));
    numbers.put("c", BigInteger.TWO.pow(64).negate());
    numbers.put("e", List.of(1.0, 1.1f, BigInteger.TEN));
    numbers.put("f", BigInteger.valueOf(-5));
    numbers.put("g", BigInteger.TWO.pow(64).negate().subtract(BigInteger.ONE));
    numbers.put("h", BigInteger.TWO.pow(72).subtract(BigInteger.ONE));

    byte[] cbor = cbor(ANY, numbers);

    assertEquals(
        Bytes.ofHex(
            "a8"
                + "616105"
                + "61621bffffffffffffffff"
                + "61633bffffffffffffffff"
                + "6164c249010000000000000000"
                + "616583f93c00fa3f8ccccd0a"
                + "616624"
                + "6167c349010000000000000000"
                + "6168c249ffffffffffffffffff"),
        Bytes.copyOf(cbor));
  }

  @Test
  void writesLongTextInOneString() {
    byte[] cbor = cbor(ANY, "x".repeat(5000));

    assertEquals(Bytes.of(0x79, 0x13, 0x88), Bytes.copyOf(cbor, 0, 3));
    assertEquals(5003, cbor.length);
  }

  @Test
  void refusesToWriteWhatTheFormatCannotHold() {
    assertThrows(IllegalArgumentException.class, () -> cbor(ANY, new Object()));
    assertThrows(IllegalArgumentException.class, () -> json(ANY, new Object()));
    assertThrows(NullPointerException.class, () -> cbor(ANY, null));
  }

  @Test
  void keepsJsonNumbersExact() throws Exception {
    ObjectMapper exact = new JsonMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    ValueCodec<Object> codec = PojoCodec.of(CBOR, exact, Object.class);
    byte[] json = Bytes.ofUtf8("0.1000000000000000055511151231257827").toByteArray();

    Object read = codec.readJson(JsonReader.of(json, DecodeOptions.STRICT, "pojo"));

    assertEquals(new BigDecimal("0.1000000000000000055511151231257827"), read);
  }

  @Test
  void wantsTheRightMappers() {
    assertThrows(IllegalArgumentException.class, () -> PojoCodec.of(JSON, JSON, BootState.class));
    assertThrows(IllegalArgumentException.class, () -> PojoCodec.of(CBOR, CBOR, BootState.class));
    for (CBORGenerator.Feature tagging :
        List.of(CBORGenerator.Feature.STRINGREF, CBORGenerator.Feature.WRITE_TYPE_HEADER)) {
      ObjectMapper mapper = CBORMapper.builder().enable(tagging).build();
      assertThrows(IllegalArgumentException.class, () -> PojoCodec.of(mapper, JSON, Slot.class));
    }
  }

  /** Whatever the bytes are, the codec returns or throws DecodingException. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    byte[] cbor = cbor(BOOT_STATE, STATE);
    for (int i = 0; i < 3; i++) {
      cbor[random.nextInt(cbor.length)] = (byte) random.nextInt();
    }
    try {
      BOOT_STATE.readCbor(CborReader.of(cbor, DecodeOptions.STRICT, "pojo"));
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  private static Slot readSlot(String cbor) throws DecodingException {
    return SLOT.readCbor(CborReader.of(Bytes.ofHex(cbor), DecodeOptions.STRICT, "pojo"));
  }

  private static <T> T read(ValueCodec<T> codec, String json) throws DecodingException {
    return codec.readJson(JsonReader.of(Bytes.ofUtf8(json), DecodeOptions.STRICT, "pojo"));
  }

  private static <T> byte[] cbor(ValueCodec<T> codec, T value) {
    CborWriter out = new CborWriter();
    codec.writeCbor(value, out);
    return out.toByteArray();
  }

  private static <T> byte[] json(ValueCodec<T> codec, T value) {
    JsonWriter out = new JsonWriter();
    codec.writeJson(value, out);
    return out.toByteArray();
  }
}
