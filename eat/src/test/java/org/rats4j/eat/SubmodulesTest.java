package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.cose.CoseHash;

class SubmodulesTest {
  private static final EatClaims PART =
      EatClaims.builder().put(Claims.UPTIME, BigInteger.valueOf(7)).build();
  private static final Submodule PART_SET = new Submodule.ClaimsSet(PART);

  private static Bytes bytes(Encoding encoding, String wire) {
    return encoding == Encoding.CBOR ? Bytes.ofHex(wire) : Bytes.ofUtf8(wire);
  }

  private static EatClaims with(Submodules submodules) {
    return EatClaims.builder().put(Claims.SUBMODULES, submodules).build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/eat/submods-valid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void decodesAndEncodesTheSameBytes(String name, Encoding encoding, String wire) throws Exception {
    Bytes bytes = bytes(encoding, wire);

    EatClaims claims = EatClaims.decode(bytes, encoding, EatOptions.STRICT);

    assertEquals(bytes, claims.encode(encoding));
    assertEquals(claims, EatClaims.decode(bytes, encoding, EatOptions.STRICT));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/eat/submods-invalid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejects(
      String name, Encoding encoding, String wire, Reason reason, String code, String path) {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> EatClaims.decode(bytes(encoding, wire), encoding, EatOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path == null ? "" : path, e.path());
  }

  static Stream<String> seeds() throws Exception {
    try (var in = SubmodulesTest.class.getResourceAsStream("/test-vectors/eat/submods-valid.csv")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines().skip(1).toList().stream();
    }
  }

  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    for (String seed : seeds().toList()) {
      String[] parts = seed.split("\\|");
      Encoding encoding = Encoding.valueOf(parts[1]);
      byte[] wire = bytes(encoding, parts[2]).toByteArray();
      for (int i = 0; i < 2; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        EatClaims.decode(wire, encoding, EatOptions.LENIENT).encode(encoding);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  @Test
  void readsDeeperIfTheLimitIsRaised() throws Exception {
    EatClaims claims = PART;
    for (int i = 0; i < 9; i++) {
      claims = with(Submodules.of("a", claims));
    }
    Bytes wire = claims.encode(Encoding.CBOR);
    DecodeOptions nine = EatOptions.STRICT.toBuilder().nesting(9).build();

    assertEquals(claims, EatClaims.decode(wire, Encoding.CBOR, nine));
    assertThrows(
        DecodingException.class, () -> EatClaims.decode(wire, Encoding.CBOR, EatOptions.STRICT));
  }

  @Test
  void countsTheSubmodulesOfAllLevels() throws Exception {
    Submodules inner = Submodules.of("a", PART).and("b", new Submodule.ClaimsSet(PART));
    Bytes wire = with(Submodules.of("c", with(inner))).encode(Encoding.JSON);
    DecodeOptions three = EatOptions.STRICT.toBuilder().nestedMessages(3).build();
    DecodeOptions two = EatOptions.STRICT.toBuilder().nestedMessages(2).build();

    EatClaims.decode(wire, Encoding.JSON, three);
    DecodingException e =
        assertThrows(DecodingException.class, () -> EatClaims.decode(wire, Encoding.JSON, two));

    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals("submods/c/submods/b", e.path());
  }

  @Test
  void givesUpOnTenThousandLevels() {
    Bytes cbor = Bytes.ofHex("a119010aa16161".repeat(10_000) + "a0");
    Bytes json = Bytes.ofUtf8("{\"submods\":{\"a\":".repeat(10_000) + "{}" + "}}".repeat(10_000));

    for (Encoding encoding : Encoding.values()) {
      DecodingException e =
          assertThrows(
              DecodingException.class,
              () ->
                  EatClaims.decode(
                      encoding == Encoding.CBOR ? cbor : json, encoding, EatOptions.STRICT));

      assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    }
  }

  @Test
  void remarksWhatIsMissingInASubmodule() throws Exception {
    EatClaims claims =
        EatClaims.decode(
            Bytes.ofUtf8("{\"submods\":{\"a/b\":{\"oemboot\":true}}}"),
            Encoding.JSON,
            EatOptions.STRICT);
    Submodule.ClaimsSet part =
        assertInstanceOf(
            Submodule.ClaimsSet.class,
            claims.get(Claims.SUBMODULES).orElseThrow().get("a/b").orElseThrow());

    assertEquals(
        List.of("submods/a~1b/oemboot"), claims.findings().stream().map(Finding::path).toList());
    assertEquals(List.of("oemboot"), part.claims().findings().stream().map(Finding::path).toList());
  }

  @Test
  void namesALeniencyByThePathInsideTheSubmodule() throws Exception {
    EatClaims claims =
        EatClaims.decode(
            Bytes.ofHex("a119010aa16161a119010aa16162a119010f6178"),
            Encoding.CBOR,
            EatOptions.LENIENT.toBuilder().build());

    assertEquals(
        List.of("submods/a/submods/b/swversion"),
        claims.findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.DEVIATION)
            .map(Finding::path)
            .toList());
  }

  @Test
  void carriesTokensOfOneEncodingInTheOther() throws Exception {
    NestedToken cwt = NestedToken.of(TestTokens.CWT);
    NestedToken jwt = NestedToken.of(TestTokens.JWT);
    NestedToken ujcs = NestedToken.of(Bytes.ofUtf8("{\"uptime\":1}"));
    EatClaims claims =
        with(Submodules.of("cwt", cwt).and("jwt", jwt).and("ujcs", ujcs).and("set", PART_SET));

    for (Encoding encoding : Encoding.values()) {
      assertEquals(claims, EatClaims.decode(claims.encode(encoding), encoding, EatOptions.STRICT));
    }
  }

  @Test
  void convertsClaimsSetsAndLeavesTokensAndDigestsBehind() throws Exception {
    EatClaims claims =
        with(
            Submodules.of("set", PART)
                .and("token", NestedToken.of(TestTokens.CWT))
                .and("digest", SubmoduleDigest.of(CoseHash.SHA_256, Bytes.of(0xa0))));

    ConvertedClaims converted = claims.convertTo(Encoding.JSON);

    assertEquals(with(Submodules.of("set", PART)), converted.claims());
    assertEquals(
        List.of("submods/token", "submods/digest"),
        converted.losses().stream().map(Finding::path).toList());
  }

  @Test
  void hashesByEveryAlgorithmThatIsNotForFilteringOnly() {
    Bytes set = Bytes.of(0xa0);
    for (long algorithm : new long[] {-16, -17, -18, -43, -44, -45}) {
      SubmoduleDigest digest = SubmoduleDigest.of(algorithm, set);

      assertTrue(digest.matches(set));
      assertTrue(digest.named().matches(set));
      assertTrue(digest.sameAs(digest.named()));
      assertFalse(digest.matches(Bytes.of(0xa1)));
    }
    for (String weak : List.of("SHA-1", "SHA-256/64")) {
      int size = weak.equals("SHA-1") ? 20 : 8;
      SubmoduleDigest digest = new SubmoduleDigest(Label.of(weak), Bytes.copyOf(new byte[size]));

      assertTrue(digest.knownAlgorithm().isEmpty());
      assertFalse(digest.matches(set));
    }
  }

  @Test
  void refusesWhatIsNoNestedTokenWhenItIsBuilt() {
    for (String hex : List.of("", "a0", "d28440a04040", "d83d", "61", "612e622e", "d9025b80")) {
      assertThrows(IllegalArgumentException.class, () -> NestedToken.of(Bytes.ofHex(hex)));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new NestedToken(NestedToken.Form.JWT, TestTokens.CWT));
    assertThrows(IllegalArgumentException.class, () -> Submodules.of("a", PART).and("a", PART_SET));
  }
}
