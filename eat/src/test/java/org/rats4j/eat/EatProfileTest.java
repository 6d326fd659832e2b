package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;

class EatProfileTest {
  private static final ClaimKey<Long> RESTARTS = ClaimKey.of(-70001, "restarts", ClaimCodecs.LONG);

  private static final EatProfile GATEWAY =
      EatProfile.builder("tag:example.com,2026:gateway")
          .encodings(Encoding.CBOR)
          .envelopes(EatEnvelope.COSE_SIGN1)
          .cwtTag(CwtTagRule.FORBIDDEN)
          .algorithms(Algorithms.ES256)
          .encodingRule(EncodingRule.DETERMINISTIC)
          .keyIdentifiedBy(KeyMeans.KEY_ID)
          .companionClaims()
          .claims(
              ProfileClaim.required(Claims.NONCE, ValueRule.oneNonce(16)),
              ProfileClaim.required(RESTARTS, ValueRule.between(0, 9)),
              ProfileClaim.optional(
                  Claims.SOFTWARE_NAME, ValueRule.matching(Pattern.compile("[a-z]+"))),
              ProfileClaim.optional(Claims.BOOT_SEED, ValueRule.sizeBetween(8, 32)),
              ProfileClaim.optional(Claims.UPTIME, ValueRule.oneOf(BigInteger.ONE, BigInteger.TWO)),
              ProfileClaim.optional(Claims.CWT_ID, ValueRule.size(8, 16)),
              ProfileClaim.optional(Claims.OEM_BOOT),
              ProfileClaim.foreign(Claims.BOOT_COUNT),
              ProfileClaim.prohibited(Claims.UEID))
          .noOtherClaims()
          .check(
              claims ->
                  claims.get(RESTARTS).equals(Optional.of(7L))
                      ? List.of(EatProfile.violation(RESTARTS, "seven restarts"))
                      : List.of())
          .build();

  private static EatClaims.Builder claims() {
    return EatClaims.builder()
        .put(Claims.PROFILE, GATEWAY.id().orElseThrow())
        .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(TestTokens.NONCE)))
        .put(RESTARTS, 3L);
  }

  private static Stream<List<Object>> setsOfClaims() {
    Bytes nine = Bytes.copyOf(new byte[9]);
    return Stream.of(
        List.of(claims(), ""),
        List.of(claims().remove(Claims.NONCE), "PROFILE_CLAIM_MISSING eat_nonce"),
        List.of(claims().remove(RESTARTS), "PROFILE_CLAIM_MISSING restarts"),
        List.of(claims().put(RESTARTS, 10L), "PROFILE_CLAIM_VALUE restarts"),
        List.of(claims().put(RESTARTS, 7L), "PROFILE_CLAIM_VALUE restarts"),
        List.of(
            claims().put(Claims.NONCE, Nonces.of(Nonce.ofBytes(nine))),
            "PROFILE_CLAIM_VALUE eat_nonce"),
        List.of(claims().put(Claims.NONCE, twoNonces()), "PROFILE_CLAIM_VALUE eat_nonce"),
        List.of(claims().put(Claims.SOFTWARE_NAME, "abc"), ""),
        List.of(claims().put(Claims.SOFTWARE_NAME, "abc1"), "PROFILE_CLAIM_VALUE swname"),
        List.of(claims().put(Claims.BOOT_SEED, nine), ""),
        List.of(claims().put(Claims.BOOT_SEED, Bytes.ofHex("00")), "PROFILE_CLAIM_VALUE bootseed"),
        List.of(claims().put(Claims.UPTIME, BigInteger.TWO), ""),
        List.of(claims().put(Claims.UPTIME, BigInteger.TEN), "PROFILE_CLAIM_VALUE uptime"),
        List.of(claims().put(Claims.CWT_ID, nine), "PROFILE_CLAIM_VALUE cti"),
        List.of(claims().put(Claims.UEID, new Ueid(nine)), "PROFILE_CLAIM_NOT_ALLOWED ueid"),
        List.of(claims().put(Claims.ISSUER, "me"), "PROFILE_CLAIM_NOT_ALLOWED iss"),
        List.of(
            claims().put(ClaimKey.of(-70009, "x", ClaimCodecs.LONG), 1L),
            "PROFILE_CLAIM_NOT_ALLOWED x"));
  }

  private static Nonces twoNonces() {
    Nonce nonce = Nonce.ofBytes(TestTokens.NONCE);
    return Nonces.of(nonce, nonce);
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("setsOfClaims")
  void findsWhatClaimsBreak(List<Object> row) {
    EatClaims set = ((EatClaims.Builder) row.get(0)).build();

    List<Finding> findings = GATEWAY.check(set);

    assertEquals(
        row.get(1),
        String.join(",", findings.stream().map(each -> each.code() + " " + each.path()).toList()));
    assertTrue(findings.stream().allMatch(each -> each.severity() == Finding.Severity.ERROR));
  }

  @Test
  void refusesClaimsWithoutKeyWhereNoOthersAreAllowed() throws Exception {
    Bytes wire =
        claims().put(ClaimKey.of(-70009, "x", ClaimCodecs.LONG), 1L).build().encode(Encoding.CBOR);

    List<Finding> findings =
        GATEWAY.check(EatClaims.decode(wire, Encoding.CBOR, EatOptions.STRICT));

    assertEquals(1, findings.size());
    assertEquals(EatCodes.PROFILE_CLAIM_NOT_ALLOWED, findings.get(0).code());
    assertEquals("-70009", findings.get(0).path());
  }

  @Test
  void remarksAForeignClaimWithoutFailing() {
    EatClaims set = claims().put(Claims.BOOT_COUNT, BigInteger.ONE).build();

    Finding finding = GATEWAY.check(set).get(0);

    assertEquals(Finding.Severity.WARNING, finding.severity());
    assertEquals("bootcount", finding.path());
  }

  @Test
  void refusesTheOtherEncoding() throws Exception {
    Bytes json = claims().build().encode(Encoding.JSON);

    List<Finding> findings =
        GATEWAY.check(EatClaims.decode(json, Encoding.JSON, EatOptions.STRICT));

    assertTrue(findings.stream().anyMatch(each -> each.code().equals(EatCodes.PROFILE_ENCODING)));
  }

  @Test
  void reportsAMalformedClaimOfTheProfileByItsPath() throws Exception {
    Bytes wire = claims().build().encode(Encoding.CBOR);
    byte[] bytes = wire.toByteArray();
    bytes[bytes.length - 1] = 0x40; // an empty byte string in place of the restarts

    Finding finding =
        GATEWAY.check(EatClaims.decode(bytes, Encoding.CBOR, EatOptions.STRICT)).get(0);

    assertEquals(EatCodes.PROFILE_CLAIM_VALUE, finding.code());
    assertEquals("restarts", finding.path());
  }

  @Test
  void buildsATokenThatItVerifies() throws Exception {
    EatClaims set =
        EatClaims.builder()
            .forProfile(GATEWAY)
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(TestTokens.NONCE)))
            .put(RESTARTS, 3L)
            .build();
    Bytes token = Eat.cwt(set).forProfile(GATEWAY).keyId(Bytes.ofUtf8("k")).sign(TestTokens.SIGNER);

    Eat eat = Eat.decode(token, EatOptions.STRICT).verify(expecting().profile(GATEWAY).build());

    assertEquals(Optional.of(GATEWAY), eat.profile());
    assertEquals(0xd2, token.at(0));
  }

  @Test
  void buildsNothingThatBreaksTheProfile() {
    EatClaims.Builder incomplete = EatClaims.builder().forProfile(GATEWAY);
    CwtBuilder withoutKeyId = Eat.cwt(claims().build()).forProfile(GATEWAY);
    CwtBuilder otherAlgorithm =
        Eat.cwt(claims().build()).forProfile(GATEWAY).keyId(Bytes.ofUtf8("k"));
    CwtBuilder unnamed = Eat.cwt(claims().remove(Claims.PROFILE).build()).forProfile(GATEWAY);
    JwtBuilder jwt = Eat.jwt(claims().build()).forProfile(GATEWAY).keyId("k");

    String message = assertThrows(IllegalStateException.class, incomplete::build).getMessage();
    assertTrue(message.contains("eat_nonce") && message.contains("restarts"), message);
    assertThrows(IllegalStateException.class, () -> withoutKeyId.sign(TestTokens.SIGNER));
    assertThrows(IllegalStateException.class, () -> otherAlgorithm.sign(TestTokens.MAC_SIGNER));
    assertThrows(IllegalStateException.class, () -> unnamed.sign(TestTokens.SIGNER));
    assertThrows(IllegalStateException.class, () -> jwt.sign(TestTokens.SIGNER));
  }

  @Test
  void readsOnlyWhatIsNoLongerMade() {
    EatProfile old = EatProfile.builder("tag:example.com,2020:old").readOnly().build();

    assertTrue(old.isReadOnly());
    assertThrows(IllegalArgumentException.class, () -> EatClaims.builder().forProfile(old));
    assertThrows(IllegalArgumentException.class, () -> Eat.cwt(claims().build()).forProfile(old));
  }

  /** The signature is right each time; the path is that of the first rule that is broken. */
  @Test
  void refusesATokenThatNamesAKnownProfileAndBreaksIt() throws Exception {
    Bytes tagged = Eat.cwt(claims().build()).keyId(Bytes.ofUtf8("k")).sign(TestTokens.SIGNER);
    Bytes withoutKeyId = Eat.cwt(claims().build()).withoutCwtTag().sign(TestTokens.SIGNER);
    Bytes tooMany =
        Eat.cwt(claims().put(RESTARTS, 11L).build())
            .withoutCwtTag()
            .keyId(Bytes.ofUtf8("k"))
            .sign(TestTokens.SIGNER);

    EatExpectations expectations =
        expecting().profileRegistry(ProfileRegistry.EMPTY.with(GATEWAY)).build();

    assertEquals("", violation(tagged, expectations).path());
    assertEquals("", violation(withoutKeyId, expectations).path());
    VerificationException e = violation(tooMany, expectations);
    assertEquals("restarts", e.path());
    assertTrue(e.getMessage().contains("restarts must be in 0..9"), e.getMessage());
    Eat.decode(tagged, EatOptions.STRICT).verify(expecting().build());
  }

  @Test
  void refusesAnEncodingThatTheProfileForbids() throws Exception {
    EatProfile definite =
        EatProfile.builder("tag:example.com,2026:definite")
            .encodingRule(EncodingRule.DEFINITE)
            .build();
    EatClaims set = claims().put(Claims.PROFILE, definite.id().orElseThrow()).build();
    Bytes encoded = set.encode(Encoding.CBOR);
    Bytes indefinite =
        Bytes.ofHex("bf").concat(encoded.slice(1, encoded.size() - 1)).concat(Bytes.ofHex("ff"));
    Bytes token = CoseSign1.builder().payload(indefinite).sign(TestTokens.SIGNER);
    EatExpectations expectations = expecting().profile(definite).build();

    assertTrue(violation(token, expectations).getMessage().contains("indefinite"));
  }

  @Test
  void knowsADerivedProfileOnlyByItsOwnName() throws Exception {
    ProfileId id = ProfileId.of("tag:example.com,2026:gateway#mac");
    EatProfile derived =
        GATEWAY.derive(id).envelopes(EatEnvelope.COSE_MAC0).algorithms(Algorithms.HMAC_256).build();
    EatClaims set = claims().put(Claims.PROFILE, id).build();
    Bytes token =
        Eat.cwt(set).forProfile(derived).keyId(Bytes.ofUtf8("k")).sign(TestTokens.MAC_SIGNER);
    UnverifiedEat unverified = Eat.decode(token, EatOptions.STRICT);
    EatExpectations.Builder expected =
        EatExpectations.builder().key(TestTokens.MAC_KEY).nonce(TestTokens.NONCE);
    ProfileRegistry base = ProfileRegistry.EMPTY.with(GATEWAY);

    assertEquals(
        Optional.of(derived),
        unverified.verify(expected.profileRegistry(base.with(derived)).build()).profile());
    Eat unknown = unverified.verify(expected.profileRegistry(base).build());
    assertEquals(Optional.empty(), unknown.profile());
    assertEquals(EatCodes.PROFILE_UNKNOWN, unknown.findings().get(0).code());
    EatExpectations strict = expected.rejectUnknownProfile().build();
    assertEquals(
        EatCodes.PROFILE_MISMATCH,
        assertThrows(VerificationException.class, () -> unverified.verify(strict)).code());
  }

  @Test
  void acceptsNoProfileUnlessTheCallerDemandsOne() throws Exception {
    UnverifiedEat token = Eat.decode(TestTokens.CWT, EatOptions.STRICT);
    EatClaims none = EatClaims.builder().put(Claims.NONCE, twoNonces()).build();
    UnverifiedEat unnamed = Eat.decode(Eat.cwt(none).sign(TestTokens.SIGNER), EatOptions.STRICT);

    assertEquals(Optional.empty(), unnamed.verify(expecting().build()).profile());
    for (EatExpectations strict :
        List.of(expecting().requireProfile().build(), expecting().profile(GATEWAY).build())) {
      assertEquals(
          EatCodes.PROFILE_MISMATCH,
          assertThrows(VerificationException.class, () -> unnamed.verify(strict)).code());
    }
    EatExpectations other = expecting().profile(GATEWAY).build();
    assertThrows(VerificationException.class, () -> token.verify(other));
  }

  @Test
  void guessesAProfileByItsClaimsOnlyWhereTheCallerAllowsIt() throws Exception {
    ClaimKey<Nonces> challenge = ClaimKey.of(-70010, "challenge", Claims.NONCE.codec());
    EatProfile legacy =
        EatProfile.unnamed("old gateway")
            .impliedBy(challenge)
            .nonceClaim(challenge)
            .claims(ProfileClaim.required(challenge))
            .build();
    EatClaims set =
        EatClaims.builder().put(challenge, Nonces.of(Nonce.ofBytes(TestTokens.NONCE))).build();
    UnverifiedEat token =
        Eat.decode(Eat.cwt(set).forProfile(legacy).sign(TestTokens.SIGNER), EatOptions.STRICT);
    ProfileRegistry registry = ProfileRegistry.EMPTY.with(legacy);
    EatExpectations blind = expecting().profileRegistry(registry).build();

    assertEquals(
        EatCodes.NONCE_MISSING,
        assertThrows(VerificationException.class, () -> token.verify(blind)).code());
    assertEquals(
        Optional.of(legacy),
        token
            .verify(expecting().profileRegistry(registry).legacyWithoutProfile().build())
            .profile());
    assertEquals(Optional.of(legacy), token.verify(expecting().profile(legacy).build()).profile());
  }

  @Test
  void findsProfilesByNameAlone() {
    ProfileRegistry registry = ProfileRegistry.STANDARD.with(GATEWAY);

    assertEquals(Optional.of(GATEWAY), registry.find(GATEWAY.id().orElseThrow()));
    assertEquals(Optional.of(GATEWAY), registry.find(claims().build()));
    assertEquals(
        Optional.empty(), registry.find(ProfileId.of("tag:example.com,2026:gateway#other")));
    assertEquals(Optional.empty(), registry.findOrGuess(EatClaims.builder().build()));
    assertThrows(IllegalArgumentException.class, () -> registry.with(GATEWAY));
    assertThrows(IllegalStateException.class, () -> EatProfile.unnamed("none").build());
  }

  @Test
  void refusesBundlesAndNestedTokensOfTheOtherEncoding() throws Exception {
    Submodules parts =
        Submodules.of("jwt", NestedToken.of(TestTokens.JWT))
            .and("cwt", NestedToken.of(TestTokens.CWT))
            .and("beside", SubmoduleDigest.of(CoseHash.SHA_256, Bytes.ofHex("a0")));
    EatClaims inside = EatClaims.builder().put(Claims.SUBMODULES, parts).build();
    EatClaims set =
        EatClaims.builder()
            .put(Claims.NONCE, twoNonces())
            .put(Claims.SUBMODULES, Submodules.of("TEE", inside))
            .build();
    EatProfile profile =
        EatProfile.builder("tag:example.com,2026:flat")
            .nestedTokens(Encoding.CBOR)
            .noDetachedClaims()
            .build();

    List<String> paths = profile.check(set).stream().map(Finding::path).sorted().toList();

    assertEquals(List.of("submods/TEE/submods/beside", "submods/TEE/submods/jwt"), paths);
  }

  @Test
  void decodesItsOwnClaimsAtOnceWithItsRegistry() throws Exception {
    Bytes wire = claims().build().encode(Encoding.CBOR);

    EatClaims set =
        EatClaims.decode(wire, Encoding.CBOR, GATEWAY.claimRegistry(), EatOptions.STRICT);

    assertFalse(set.unknown().containsKey(RESTARTS.label().orElseThrow()));
    assertEquals(Optional.of(3L), set.get(RESTARTS));
  }

  private static EatExpectations.Builder expecting() {
    return EatExpectations.builder().key(TestTokens.KEY).nonce(TestTokens.NONCE);
  }

  private static VerificationException violation(Bytes token, EatExpectations expectations) {
    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> Eat.decode(token, EatOptions.STRICT).verify(expectations));
    assertEquals(EatCodes.PROFILE_VIOLATION, e.code());
    return e;
  }

  @Test
  void countsMessagesInsideEachOther() throws Exception {
    EatProfile free =
        EatProfile.builder("tag:example.com,2026:free").algorithms(Algorithms.ES256).build();
    EatProfile strict =
        EatProfile.builder("tag:example.com,2026:strict").envelopes(EatEnvelope.COSE_SIGN1).build();

    Bytes otherAlgorithm = twice(Eat.cwt(named(free)).sign(TestTokens.MAC_SIGNER));
    Bytes same = twice(Eat.cwt(named(free)).sign(TestTokens.SIGNER));
    Bytes wrapped = twice(Eat.cwt(named(strict)).sign(TestTokens.SIGNER));

    assertEquals(free, verifyTwice(same, free).profile().orElseThrow());
    for (Map.Entry<Bytes, EatProfile> each :
        Map.of(otherAlgorithm, free, wrapped, strict).entrySet()) {
      VerificationException e =
          assertThrows(
              VerificationException.class, () -> verifyTwice(each.getKey(), each.getValue()));
      assertEquals(EatCodes.PROFILE_VIOLATION, e.code());
    }
  }

  private static EatClaims named(EatProfile profile) {
    return EatClaims.builder().put(Claims.PROFILE, profile.id().orElseThrow()).build();
  }

  private static Bytes twice(Bytes token) throws Exception {
    return CoseSign1.builder().payload(token).sign(TestTokens.SIGNER);
  }

  private static Eat verifyTwice(Bytes token, EatProfile profile) throws Exception {
    return Eat.decode(token, EatOptions.STRICT)
        .verify(
            EatExpectations.builder()
                .keys(hints -> List.of(TestTokens.KEY, TestTokens.MAC_KEY))
                .freshnessHandledElsewhere()
                .profile(profile)
                .build());
  }
}
