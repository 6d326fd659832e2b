package org.rats4j.eat.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.Version;

class MeasuredComponentTest {
  private static final MeasuredComponent LOADER =
      MeasuredComponent.of("loader", Digest.sha256(Bytes.copyOf(new byte[32])))
          .withVersion(Version.of("1.2.3", Version.SEMVER))
          .withAuthorities(List.of(Bytes.of(1), Bytes.of(2)))
          .withFlags(Bytes.copyOf(new byte[8]));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/measured/valid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void decodesAndEncodesTheSameBytes(String name, Encoding encoding, String wire) throws Exception {
    Bytes bytes = bytes(encoding, wire);

    MeasuredComponent component =
        MeasuredComponent.decode(bytes, encoding, MeasuredComponent.STRICT);

    assertEquals(bytes, component.encode(encoding));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/measured/invalid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejects(
      String name,
      Encoding encoding,
      String wire,
      DecodingException.Reason reason,
      String code,
      String path) {
    Bytes bytes = bytes(encoding, wire == null ? "" : wire);

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> MeasuredComponent.decode(bytes, encoding, MeasuredComponent.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals("measured-component" + (path == null ? "" : path), e.path());
  }

  private static Bytes bytes(Encoding encoding, String wire) {
    return encoding == Encoding.CBOR ? Bytes.ofHex(wire) : Bytes.ofUtf8(wire);
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    for (Encoding encoding : Encoding.values()) {
      byte[] wire = LOADER.encode(encoding).toByteArray();
      for (int i = 0; i < 2; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        MeasuredComponent.decode(Bytes.copyOf(wire), encoding, MeasuredComponent.LENIENT)
            .encode(encoding);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  @Test
  void isTheSameInBothEncodings() throws Exception {
    for (Encoding encoding : Encoding.values()) {
      MeasuredComponent decoded =
          MeasuredComponent.decode(LOADER.encode(encoding), encoding, MeasuredComponent.STRICT);

      assertEquals(LOADER, decoded);
      assertTrue(decoded.needsProfile());
    }
  }

  @Test
  void remarksAnAlgorithmOfCose() throws Exception {
    Findings findings = new Findings(MeasuredComponent.STRICT);
    MeasuredComponent cose = MeasuredComponent.of("c", Digest.of(-16, Bytes.of(1)));

    MeasuredComponent.decode(cose.encode(Encoding.CBOR), Encoding.CBOR, findings);

    assertEquals(EatCodes.UNKNOWN_DIGEST_ALGORITHM, findings.toList().get(0).code());
    assertEquals("measured-component/2", findings.toList().get(0).path());
  }

  @Test
  void refusesARawMeasurementBeyondTheLimit() throws Exception {
    Bytes most = MeasuredComponent.ofRaw("c", Bytes.copyOf(new byte[65536])).encode(Encoding.CBOR);
    Bytes tooLong =
        MeasuredComponent.ofRaw("c", Bytes.copyOf(new byte[65537])).encode(Encoding.CBOR);

    MeasuredComponent.decode(most, Encoding.CBOR, MeasuredComponent.STRICT);
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> MeasuredComponent.decode(tooLong, Encoding.CBOR, MeasuredComponent.STRICT));

    assertEquals(EatCodes.LIMIT_EXCEEDED, e.code());
  }

  @Test
  void goesIntoATokenOfEitherEncodingInEitherForm() throws Exception {
    MeasuredComponent plain = MeasuredComponent.ofRaw("c", Bytes.of(1));
    EatClaims built =
        EatClaims.builder()
            .put(
                Claims.MANIFESTS,
                List.of(ContentFormatBody.ofBytes(ContentFormat.of(258), Bytes.of(0xa0))))
            .put(Claims.MEASUREMENTS, List.of(plain.body(Encoding.CBOR), plain.body(Encoding.JSON)))
            .build();

    for (Encoding encoding : Encoding.values()) {
      EatClaims claims = EatClaims.decode(built.encode(encoding), encoding, EatOptions.STRICT);

      assertEquals(
          List.of(plain, plain),
          MeasuredComponents.read(claims, List.of(), MeasuredComponent.STRICT));
    }
  }

  @Test
  void readsFlagsOnlyUnderAProfileThatTheCallerKnows() throws Exception {
    ProfileId profile = ProfileId.of("2.999.1");
    List<ContentFormatBody> bodies = List.of(LOADER.body(Encoding.CBOR));
    EatClaims none = EatClaims.builder().put(Claims.MANIFESTS, bodies).build();
    EatClaims named = none.toBuilder().put(Claims.PROFILE, profile).build();

    List<MeasuredComponent> read =
        MeasuredComponents.read(named, List.of(profile), MeasuredComponent.STRICT);

    assertEquals(List.of(LOADER), read);
    for (EatClaims claims : List.of(none, named)) {
      DecodingException e =
          assertThrows(
              DecodingException.class,
              () -> MeasuredComponents.read(claims, List.of(), MeasuredComponent.STRICT));
      assertEquals(EatCodes.PROFILE_MISMATCH, e.code());
      assertEquals("manifests/0/1", e.path());
    }
  }

  @Test
  void namesTheEntryWithAFault() {
    EatClaims claims =
        EatClaims.builder()
            .put(
                Claims.MEASUREMENTS,
                List.of(
                    ContentFormatBody.ofBytes(MeasuredComponent.CBOR_FORMAT, Bytes.of(0xa1, 6, 0))))
            .build();

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> MeasuredComponents.read(claims, List.of(), MeasuredComponent.STRICT));

    assertEquals("measurements/0/1/6", e.path());
  }

  @Test
  void leavesOtherDocumentsAlone() throws Exception {
    ContentFormatBody coswid = ContentFormatBody.ofBytes(ContentFormat.of(258), Bytes.of(0xa0));

    assertEquals(Optional.empty(), MeasuredComponents.read(coswid, MeasuredComponent.STRICT));
    assertFalse(MeasuredComponent.ofRaw("c", Bytes.EMPTY).needsProfile());
    assertThrows(IllegalArgumentException.class, () -> LOADER.withFlags(Bytes.of(1)));
  }
}
