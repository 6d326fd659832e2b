package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.eat.measured.MeasuredComponent;

class DetachedEatBundleTest {
  private static final EatClaims MAIN =
      EatClaims.builder().put(Claims.SOFTWARE_NAME, "main").build();
  private static final EatClaims TEE = EatClaims.builder().put(Claims.SOFTWARE_NAME, "tee").build();
  private static final EatClaims OS = EatClaims.builder().put(Claims.SOFTWARE_NAME, "os").build();

  private static EatExpectations.Builder expected() {
    return EatExpectations.builder().key(TestTokens.KEY).freshnessHandledElsewhere();
  }

  private static DetachedEatBundle verify(Bytes bundle) throws Exception {
    return DetachedEatBundle.decode(bundle, EatOptions.STRICT).verify(expected().build());
  }

  private static VerificationException refuses(Bytes bundle, EatExpectations expectations) {
    return assertThrows(
        VerificationException.class,
        () -> DetachedEatBundle.decode(bundle, EatOptions.STRICT).verify(expectations));
  }

  private static Optional<String> name(EatNode node) throws Exception {
    return node.claims().orElseThrow().get(Claims.SOFTWARE_NAME);
  }

  private static EatClaims with(EatClaims claims, Submodules submodules) {
    return claims.toBuilder().put(Claims.SUBMODULES, submodules).build();
  }

  @ParameterizedTest
  @EnumSource
  void showsWhatTheDigestsOfTheMainTokenAreOf(Encoding encoding) throws Exception {
    Bytes wire =
        DetachedEatBundle.builder(encoding)
            .hash(CoseHash.SHA_384)
            .detach("TEE", TEE)
            .detach("OS", OS)
            .sign(with(MAIN, Submodules.of("own", TEE)), TestTokens.SIGNER);

    DetachedEatBundle bundle = verify(wire);

    assertEquals(encoding, bundle.encoding());
    assertEquals(wire, bundle.encoded());
    assertEquals(List.of(), bundle.findings());
    for (String name : List.of("TEE", "OS")) {
      EatNode node = bundle.token().node("submods/" + name).orElseThrow();
      assertEquals(TrustStatus.DIGEST_MATCHED, node.status());
      assertEquals(TrustStatus.DIGEST_MATCHED, node.effectiveTrust());
      assertEquals(Optional.of(name.toLowerCase(java.util.Locale.ROOT)), name(node));
    }
    assertEquals(
        TrustStatus.COVERED_BY_PARENT, bundle.token().node("submods/own").orElseThrow().status());
  }

  @Test
  void carriesAMainTokenOfTheOtherEncoding() throws Exception {
    DetachedEatBundleBuilder builder = DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", TEE);
    Bytes jwt = Eat.jwt(with(MAIN, builder.digests())).sign(TestTokens.SIGNER);

    DetachedEatBundle bundle = verify(builder.build(jwt));

    assertEquals(EatEnvelope.JWS, bundle.token().envelope());
    assertEquals(Optional.of("tee"), name(bundle.token().node("submods/TEE").orElseThrow()));
  }

  @Test
  void findsDigestsInClaimsThatWereDetachedThemselves() throws Exception {
    Bytes os = OS.encode(Encoding.CBOR);
    EatClaims tee = with(TEE, Submodules.of("OS", SubmoduleDigest.of(CoseHash.SHA_256, os)));
    DetachedEatBundleBuilder onlyTee = DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", tee);
    Bytes main = Eat.cwt(with(MAIN, onlyTee.digests())).sign(TestTokens.SIGNER);
    Bytes wire = onlyTee.detach("OS", os).build(main);

    DetachedEatBundle bundle = verify(wire);

    EatNode node = bundle.token().node("submods/TEE/submods/OS").orElseThrow();
    assertEquals(TrustStatus.DIGEST_MATCHED, node.status());
    assertEquals(Optional.of("os"), name(node));
  }

  @Test
  void refusesAChangedSetBeforeItIsParsed() throws Exception {
    DetachedEatBundleBuilder original = DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", TEE);
    Bytes main = Eat.cwt(with(MAIN, original.digests())).sign(TestTokens.SIGNER);
    Bytes wire = DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", Bytes.of(0xff)).build(main);

    VerificationException e = refuses(wire, expected().build());

    assertEquals(List.of("DIGEST_MISMATCH", "submods/TEE"), List.of(e.code(), e.path()));
  }

  @Test
  void comparesAllDigestsOfARoundBeforeItParses() throws Exception {
    Bytes broken = Bytes.of(0xff);
    Submodules digests =
        Submodules.of("a", SubmoduleDigest.of(CoseHash.SHA_256, broken))
            .and("b", SubmoduleDigest.of(CoseHash.SHA_256, Bytes.of(0xa0)));
    Bytes main = Eat.cwt(with(MAIN, digests)).sign(TestTokens.SIGNER);
    Bytes changed =
        DetachedEatBundle.builder(Encoding.CBOR).detach("a", broken).detach("b", TEE).build(main);
    Bytes unchanged =
        DetachedEatBundle.builder(Encoding.CBOR)
            .detach("a", broken)
            .detach("b", Bytes.of(0xa0))
            .build(main);

    VerificationException first = refuses(changed, expected().build());
    DecodingException then = assertThrows(DecodingException.class, () -> verify(unchanged));

    assertEquals("submods/b", first.path());
    assertEquals(List.of("NOT_WELL_FORMED", "submods/a"), List.of(then.code(), then.path()));
  }

  @Test
  void refusesOrDropsASetWithoutDigest() throws Exception {
    DetachedEatBundleBuilder builder = DetachedEatBundle.builder(Encoding.JSON).detach("TEE", TEE);
    Bytes main = Eat.jwt(with(MAIN, builder.digests())).sign(TestTokens.SIGNER);
    Bytes wire = builder.detach("OS", OS).build(main);

    VerificationException e = refuses(wire, expected().build());
    DetachedEatBundle dropped =
        DetachedEatBundle.decode(wire, EatOptions.STRICT)
            .verify(expected().dropUndigested().build());

    assertEquals(List.of("DETACHED_WITHOUT_DIGEST", "submods/OS"), List.of(e.code(), e.path()));
    assertEquals(
        List.of("DETACHED_WITHOUT_DIGEST"),
        dropped.findings().stream().map(Finding::code).toList());
    assertTrue(dropped.token().node("submods/OS").isEmpty());
  }

  @Test
  void demandsEverySetOnlyIfItIsAskedFor() throws Exception {
    DetachedEatBundleBuilder both =
        DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", TEE).detach("OS", OS);
    Bytes main = Eat.cwt(with(MAIN, both.digests())).sign(TestTokens.SIGNER);
    Bytes wire = DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", TEE).build(main);

    EatNode missing = verify(wire).token().node("submods/OS").orElseThrow();
    VerificationException e = refuses(wire, expected().requireAllDetached().build());

    assertEquals(TrustStatus.DIGEST_MISSING, missing.status());
    assertTrue(missing.claims().isEmpty());
    assertEquals("DETACHED_MISSING", e.code());
  }

  @Test
  void refusesTwoDigestsOfOneName() throws Exception {
    Submodules other = Submodules.of("TEE", SubmoduleDigest.of(CoseHash.SHA_256, Bytes.of(0xa0)));
    DetachedEatBundleBuilder builder = DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", TEE);
    EatClaims claims =
        with(MAIN, builder.digests().and("x", new Submodule.ClaimsSet(with(OS, other))));
    Bytes wire = builder.build(Eat.cwt(claims).sign(TestTokens.SIGNER));

    assertEquals("AMBIGUOUS_DIGEST", refuses(wire, expected().build()).code());
  }

  @Test
  void matchesNothingByAWeakHash() throws Exception {
    SubmoduleDigest sha1 = new SubmoduleDigest(Label.of("SHA-1"), Bytes.copyOf(new byte[20]));
    Bytes main = Eat.cwt(with(MAIN, Submodules.of("TEE", sha1))).sign(TestTokens.SIGNER);
    Bytes wire = DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", TEE).build(main);

    DetachedEatBundle bundle = verify(wire);

    assertEquals(
        TrustStatus.DIGEST_MISSING, bundle.token().node("submods/TEE").orElseThrow().status());
    assertEquals(
        List.of("DIGEST_NOT_COMPUTED submods/TEE"),
        bundle.findings().stream().map(f -> f.code() + " " + f.path()).toList());
  }

  @Test
  void opensABundleInsideAToken() throws Exception {
    Bytes bundle =
        DetachedEatBundle.builder(Encoding.JSON).detach("TEE", TEE).sign(MAIN, TestTokens.SIGNER);
    EatClaims outer =
        EatClaims.builder()
            .put(Claims.SUBMODULES, Submodules.of("se", NestedToken.of(bundle)))
            .build();
    UnverifiedEat token = Eat.decode(Eat.cwt(outer).sign(TestTokens.SIGNER), EatOptions.STRICT);
    EatExpectations allKeys =
        EatExpectations.builder()
            .keys(hints -> List.of(TestTokens.KEY))
            .freshnessHandledElsewhere()
            .build();

    Eat known = token.verify(allKeys);
    Eat unknown = token.verify(expected().build());

    assertEquals(Optional.of("tee"), name(known.node("submods/se/submods/TEE").orElseThrow()));
    EatNode se = unknown.node("submods/se").orElseThrow();
    assertEquals(TrustStatus.SIGNED_UNVERIFIED, se.status());
    assertEquals(Map.of(), se.submodules());
  }

  @Test
  void takesWholeJwtsOnlyByTheirDecoder() throws Exception {
    String jwt =
        new String(
            Eat.jwt(TEE).sign(TestTokens.MAC_SIGNER).toByteArray(),
            java.nio.charset.StandardCharsets.US_ASCII);
    SubmoduleDigest digest = SubmoduleDigest.of(CoseHash.SHA_256, Bytes.ofUtf8(jwt)).named();
    String main =
        new String(
            Eat.jwt(with(MAIN, Submodules.of("GPU-0", digest)))
                .sign(TestTokens.SIGNER)
                .toByteArray(),
            java.nio.charset.StandardCharsets.US_ASCII);
    Bytes wire = Bytes.ofUtf8("[[\"JWT\",\"" + main + "\"],{\"GPU-0\":\"" + jwt + "\"}]");
    UnverifiedDetachedEatBundle bundle =
        DetachedEatBundle.decode(
            wire, ClaimRegistry.EAT, DetachedValueDecoder.JWTS, EatOptions.STRICT);

    EatNode unsigned =
        bundle.verify(expected().build()).token().node("submods/GPU-0").orElseThrow();
    EatNode signed =
        bundle
            .verify(
                EatExpectations.builder()
                    .keys(
                        hints ->
                            List.of(
                                ((EatKeyHints) hints).path().isEmpty()
                                    ? TestTokens.KEY
                                    : TestTokens.MAC_KEY))
                    .freshnessHandledElsewhere()
                    .build())
            .token()
            .node("submods/GPU-0")
            .orElseThrow();

    assertEquals(TrustStatus.DIGEST_MATCHED, unsigned.status());
    assertEquals(TrustStatus.SIGNED_VERIFIED, signed.status());
    assertEquals(Optional.of("tee"), name(signed));
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> DetachedEatBundle.decode(wire, EatOptions.STRICT));
    assertEquals("BAD_BASE64", e.code());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "empty array|d9025a80|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle",
        "three elements|d9025a8343d83d00a16161 41a000|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle",
        "two tags|d9025ad9025a80|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle",
        "number as main token|8200a1616141a0|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle/0",
        "UCCS as main token|8244d90259a0a1616141a0|UNEXPECTED_STRUCTURE|BAD_MAIN_TOKEN|bundle/0",
        "bundle as main token|8244d9025a80a1616141a0|UNEXPECTED_STRUCTURE|BAD_MAIN_TOKEN|bundle/0",
        "unknown main token|8243d82a00a1616141a0|UNEXPECTED_STRUCTURE|BAD_MAIN_TOKEN|bundle/0",
        "untagged main token|8241a0a1616141a0|UNEXPECTED_STRUCTURE|MISSING_TAG|bundle/0",
        "encrypted main token|8247d83dd08340a040a1616141a0|UNSUPPORTED|UNSUPPORTED|bundle/0",
        "main token cut|824ad83dd28443a10126a040a0|NOT_WELL_FORMED|NOT_WELL_FORMED|bundle/0",
        "no set|8249d83dd28440a041a040a0|INVALID_VALUE|BAD_LENGTH|bundle/1",
        "number as name|8249d83dd28440a041a040a10141a0|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle/1/1",
        "map as set|8249d83dd28440a041a040a16161a0|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle/1/a",
        "name twice|8249d83dd28440a041a040a2616141a0616141a0|DUPLICATE_KEY|DUPLICATE_KEY|bundle",
        "byte behind|8249d83dd28440a041a040a1616141a000|TRAILING_DATA|TRAILING_DATA|bundle",
      })
  void rejects(String name, String hex, DecodingException.Reason reason, String code, String path) {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> DetachedEatBundle.decode(Bytes.ofHex(hex.replace(" ", "")), EatOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(List.of(code, path), List.of(e.code(), e.path()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "object|[{},{\"a\":\"e30\"}]|UNEXPECTED_STRUCTURE|BAD_SELECTOR|bundle/0",
        "text|[\"a.b.c\",{\"a\":\"e30\"}]|UNEXPECTED_STRUCTURE|BAD_SELECTOR|bundle/0",
        "UJCS|[[\"UJCS\",{}],{\"a\":\"e30\"}]|UNEXPECTED_STRUCTURE|BAD_MAIN_TOKEN|bundle/0",
        "JWE|[[\"JWT\",\"a..b.c.d\"],{\"a\":\"e30\"}]|UNSUPPORTED|UNSUPPORTED|bundle/0",
        "no set|[[\"JWT\",\"a.b.c\"],{}]|INVALID_VALUE|BAD_LENGTH|bundle/1",
        "object as set|[[\"JWT\",\"a.b.c\"],{\"a\":{}}]|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle/1/a",
        "no base64url|[[\"JWT\",\"a.b.c\"],{\"a\":\"!\"}]|NOT_WELL_FORMED|BAD_BASE64|bundle/1/a",
        "third element|[[\"JWT\",\"a.b.c\"],{\"a\":\"e30\"},1]|UNEXPECTED_STRUCTURE|WRONG_TYPE|bundle",
      })
  void rejectsInJson(
      String name, String json, DecodingException.Reason reason, String code, String path) {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> DetachedEatBundle.decode(Bytes.ofUtf8(json), EatOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(List.of(code, path), List.of(e.code(), e.path()));
  }

  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    for (Encoding encoding : Encoding.values()) {
      byte[] wire =
          DetachedEatBundle.builder(encoding)
              .detach("TEE", TEE)
              .sign(MAIN, TestTokens.MAC_SIGNER)
              .toByteArray();
      for (int i = 0; i < 2; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        DetachedEatBundle.decode(wire, EatOptions.LENIENT)
            .verify(
                EatExpectations.builder()
                    .key(TestTokens.MAC_KEY)
                    .freshnessHandledElsewhere()
                    .build());
      } catch (RatsException expected) {
        // the two permitted failures
      }
    }
  }

  @Test
  void buildsNoBundleWithoutDetachedSetsOrSignature() {
    DetachedEatBundleBuilder empty = DetachedEatBundle.builder(Encoding.CBOR);

    assertThrows(IllegalStateException.class, () -> empty.sign(MAIN, TestTokens.SIGNER));
    assertThrows(IllegalStateException.class, () -> empty.build(TestTokens.CWT));
    assertThrows(IllegalArgumentException.class, () -> empty.hash(-14));
    assertThrows(IllegalArgumentException.class, () -> empty.build(Bytes.ofHex("d90259a0")));
    DetachedEatBundleBuilder one = empty.detach("TEE", TEE);
    assertThrows(IllegalArgumentException.class, () -> one.detach("TEE", OS));
    assertThrows(
        IllegalArgumentException.class,
        () -> one.sign(with(MAIN, Submodules.of("TEE", OS)), TestTokens.SIGNER));
    assertFalse(one.digests().byName().isEmpty());
  }

  @Test
  void expectsOfDetachedClaimsWhatIsExpectedOfAny() throws Exception {
    MeasuredComponent flags =
        MeasuredComponent.ofRaw("c", Bytes.of(1)).withFlags(Bytes.copyOf(new byte[8]));
    EatClaims measured =
        EatClaims.builder().put(Claims.MEASUREMENTS, List.of(flags.body(Encoding.CBOR))).build();
    Bytes alone = Bytes.ofHex("a1190106f5"); // oemboot without oemid
    DetachedEatBundleBuilder component =
        DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", measured);
    DetachedEatBundleBuilder companion =
        DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", alone);

    VerificationException unexplained =
        refuses(component.sign(MAIN, TestTokens.SIGNER), expected().build());
    Bytes lonely =
        companion.build(Eat.cwt(with(MAIN, companion.digests())).sign(TestTokens.SIGNER));
    VerificationException missing = refuses(lonely, expected().companionClaims().build());

    assertEquals(EatCodes.PROFILE_MISMATCH, unexplained.code());
    assertEquals("submods/TEE/measurements/0", unexplained.path());
    assertEquals(EatCodes.COMPANION_MISSING, missing.code());
    assertEquals("submods/TEE/oemboot", missing.path());
    verify(lonely);
  }
}
