package org.rats4j.eat.psa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.UnverifiedEat;

class PsaProfilesTest {
  private static final Bytes HASH = Bytes.copyOf(new byte[32]);
  private static final Nonces NONCES = Nonces.of(Nonce.ofBytes(HASH));

  private static EatClaims.Builder claims() {
    return EatClaims.builder()
        .put(PsaClaims.NONCE, NONCES)
        .put(PsaClaims.INSTANCE_ID, Ueid.rand(HASH))
        .put(PsaClaims.CLIENT_ID, -1L)
        .put(PsaClaims.SECURITY_LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
        .put(PsaClaims.IMPLEMENTATION_ID, HASH)
        .put(PsaClaims.SOFTWARE_COMPONENTS, List.of(component()));
  }

  private static EatClaims.Builder legacyClaims() {
    return EatClaims.builder()
        .put(PsaClaims.Legacy.NONCE, NONCES)
        .put(PsaClaims.Legacy.INSTANCE_ID, Ueid.rand(HASH))
        .put(PsaClaims.Legacy.CLIENT_ID, 1L)
        .put(PsaClaims.Legacy.SECURITY_LIFECYCLE, new SecurityLifecycle(0x30ff))
        .put(PsaClaims.Legacy.IMPLEMENTATION_ID, HASH)
        .put(PsaClaims.Legacy.BOOT_SEED, HASH)
        .put(PsaClaims.Legacy.NO_SOFTWARE_MEASUREMENTS, 1L);
  }

  private static SoftwareComponent component() {
    return SoftwareComponent.builder(HASH, HASH)
        .measurementType("PRoT")
        .version("1.0.0")
        .measurementDescription("sha-256")
        .build();
  }

  @Test
  void buildsATokenThatItVerifies() throws Exception {
    EatClaims claims = claims().forProfile(PsaProfiles.TFM).build();

    Bytes token = Eat.cwt(claims).forProfile(PsaProfiles.TFM).sign(Keys.SIGNER);
    Eat eat = verify(token, expecting().profile(PsaProfiles.TFM).build());

    assertEquals(0xd2, token.at(0)); // tag 18, and no tag 61
    assertEquals(Optional.of(PsaProfiles.TFM), eat.profile());
    assertEquals(Optional.of(-1L), eat.claims().get(PsaClaims.CLIENT_ID));
    assertEquals(
        Optional.of(List.of(component())), eat.claims().get(PsaClaims.SOFTWARE_COMPONENTS));
    assertEquals(
        claims,
        EatClaims.decode(
            eat.claims().encode(Encoding.CBOR),
            Encoding.CBOR,
            PsaProfiles.TFM.claimRegistry(),
            EatOptions.STRICT));
  }

  @Test
  void buildsATokenOf2019ThatItVerifiesForItsOwnNonce() throws Exception {
    EatClaims claims = legacyClaims().forProfile(PsaProfiles.LEGACY).build();
    Bytes token = Eat.cwt(claims).forProfile(PsaProfiles.LEGACY).sign(Keys.SIGNER);
    EatExpectations other =
        EatExpectations.builder()
            .key(Keys.KEY)
            .profile(PsaProfiles.LEGACY)
            .nonce(Bytes.copyOf(new byte[48]))
            .build();

    Eat eat = verify(token, expecting().profileRegistry(PsaProfiles.ALL).build());

    assertEquals(Optional.of(PsaProfiles.LEGACY), eat.profile());
    assertEquals(
        EatCodes.NONCE_MISMATCH,
        assertThrows(VerificationException.class, () -> verify(token, other)).code());
  }

  @Test
  void takesATokenWithoutProfileForOneOf2019OnlyWhereTheCallerSaysSo() throws Exception {
    Bytes token = Eat.cwt(legacyClaims().build()).withoutCwtTag().sign(Keys.SIGNER);
    EatExpectations blind = expecting().profileRegistry(PsaProfiles.ALL).build();

    assertEquals(
        EatCodes.NONCE_MISSING,
        assertThrows(VerificationException.class, () -> verify(token, blind)).code());
    assertEquals(
        Optional.of(PsaProfiles.LEGACY),
        verify(token, expecting().profileRegistry(PsaProfiles.ALL).legacyWithoutProfile().build())
            .profile());
  }

  @Test
  void makesNoTokensOfTheDraft() {
    assertThrows(
        IllegalArgumentException.class, () -> EatClaims.builder().forProfile(PsaProfiles.DRAFT));
  }

  @Test
  void refusesTag61() throws Exception {
    EatClaims claims = claims().forProfile(PsaProfiles.TFM).build();
    Bytes tagged = Eat.cwt(claims).sign(Keys.SIGNER);
    EatExpectations expected = expecting().profile(PsaProfiles.TFM).build();

    VerificationException e =
        assertThrows(VerificationException.class, () -> verify(tagged, expected));

    assertEquals(EatCodes.PROFILE_VIOLATION, e.code());
    assertTrue(e.getMessage().contains("tag 61"), e.getMessage());
  }

  @Test
  void derivesAProfileThatHasAnotherName() throws Exception {
    EatProfile derived =
        PsaProfiles.TFM
            .derive(ProfileId.of("tag:psacertified.org,2023:psa#own"))
            .algorithms(Algorithms.ES256)
            .build();
    EatClaims claims = claims().forProfile(derived).build();
    Bytes token = Eat.cwt(claims).forProfile(derived).sign(Keys.SIGNER);

    assertEquals(
        Optional.of(derived), verify(token, expecting().profile(derived).build()).profile());
    assertEquals(
        Optional.empty(),
        verify(token, expecting().profileRegistry(PsaProfiles.ALL).build()).profile());
    assertEquals(Optional.empty(), PsaProfiles.ALL.find(claims));
  }

  @Test
  void takesTheBootSeedOfTheDraftForAnUnknownClaimOfTheRfc() throws Exception {
    EatClaims claims = claims().put(PsaClaims.Draft.BOOT_SEED, Bytes.ofHex("00")).build();

    assertEquals(List.of(), PsaProfiles.TFM.check(claims));
    assertEquals(Optional.empty(), claims.get(PsaClaims.BOOT_SEED));
  }

  @Test
  void demandsOf2019EitherComponentsOrTheWordThatThereAreNone() {
    EatClaims both =
        legacyClaims().put(PsaClaims.Legacy.SOFTWARE_COMPONENTS, List.of(component())).build();
    EatClaims neither = legacyClaims().remove(PsaClaims.Legacy.NO_SOFTWARE_MEASUREMENTS).build();
    EatClaims two = legacyClaims().put(PsaClaims.Legacy.NO_SOFTWARE_MEASUREMENTS, 2L).build();

    for (EatClaims claims : List.of(both, neither, two)) {
      List<Finding> findings = PsaProfiles.LEGACY.check(claims);
      assertEquals(1, findings.size());
      assertEquals(Finding.Severity.ERROR, findings.get(0).severity());
    }
    assertEquals(List.of(), PsaProfiles.LEGACY.check(legacyClaims().build()));
  }

  @ParameterizedTest
  @CsvSource({
    "0000, UNKNOWN, false",
    "00ff, UNKNOWN, false",
    "1000, ASSEMBLY_AND_TEST, false",
    "20ff, ROT_PROVISIONING, false",
    "3000, SECURED, true",
    "30ff, SECURED, true",
    "4000, NON_ROT_DEBUG, true",
    "5000, RECOVERABLE_ROT_DEBUG, false",
    "60ff, DECOMMISSIONED, false"
  })
  void tellsTheStateOfALifecycle(String hex, SecurityLifecycle.State state, boolean trustworthy) {
    SecurityLifecycle lifecycle = new SecurityLifecycle(Integer.parseInt(hex, 16));

    assertEquals(state, lifecycle.state());
    assertEquals(trustworthy, lifecycle.isTrustworthyState());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0x100, 0xfff, 0x2100, 0x3100, 0x6100, 0xffff, 0x13000})
  void refusesALifecycleBetweenTheRanges(int value) {
    assertThrows(IllegalArgumentException.class, () -> new SecurityLifecycle(value));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no hash, a0, UNEXPECTED_STRUCTURE",
    "no signer, a1025820H, UNEXPECTED_STRUCTURE",
    "short hash, a2024100055820H, INVALID_VALUE",
    "number as type, a30102025820H055820H, UNEXPECTED_STRUCTURE",
    "array, 80, UNEXPECTED_STRUCTURE",
    "twice, a3025820H025820H055820H, DUPLICATE_KEY",
    "byte string as label, a1410000, UNEXPECTED_STRUCTURE"
  })
  void rejectsAComponent(String name, String hex, DecodingException.Reason reason) {
    String hash = "00".repeat(32);
    Bytes wire = Bytes.ofHex("a119095f81" + hex.replace("H", hash));

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () ->
                EatClaims.decode(
                    wire, Encoding.CBOR, PsaProfiles.TFM.claimRegistry(), EatOptions.STRICT));

    assertEquals(reason, e.reason());
  }

  @Test
  void keepsMembersOfAComponentThatItDoesNotKnow() throws Exception {
    String hash = "5820" + "00".repeat(32);
    Bytes wire = Bytes.ofHex("a119095f81a402" + hash + "030705" + hash + "6178f6");

    EatClaims claims =
        EatClaims.decode(wire, Encoding.CBOR, PsaProfiles.TFM.claimRegistry(), EatOptions.STRICT);

    assertEquals(
        2, claims.get(PsaClaims.SOFTWARE_COMPONENTS).orElseThrow().get(0).unknown().size());
    assertEquals(wire, claims.encode(Encoding.CBOR));
  }

  @Test
  void hasNoFormInJson() throws Exception {
    ClaimKey<SoftwareComponent> inJson = ClaimKey.of(-70001, "part", SoftwareComponent.CODEC);
    EatClaims claims = EatClaims.builder().put(inJson, component()).build();
    Bytes json = Bytes.ofUtf8("{\"part\":{}}");

    assertThrows(IllegalArgumentException.class, () -> claims.encode(Encoding.JSON));
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> EatClaims.decode(json, Encoding.JSON, EatOptions.STRICT).get(inJson));
    assertEquals(DecodingException.Reason.UNSUPPORTED, e.reason());
    assertEquals(
        List.of(PsaClaims.CLIENT_ID.name()),
        EatClaims.builder()
            .put(PsaClaims.CLIENT_ID, 1L)
            .put(Claims.SOFTWARE_NAME, "x")
            .build()
            .convertTo(Encoding.JSON)
            .losses()
            .stream()
            .map(Finding::path)
            .toList());
  }

  private static EatExpectations.Builder expecting() {
    return EatExpectations.builder().key(Keys.KEY).nonce(HASH);
  }

  private static Eat verify(Bytes token, EatExpectations expectations) throws Exception {
    UnverifiedEat unverified = Eat.decode(token, EatOptions.STRICT);
    return unverified.verify(expectations);
  }

  /** A key pair that lives as long as the tests. */
  private static final class Keys {
    private static final KeyPair PAIR = pair();
    static final Signer SIGNER = Signers.of(PAIR.getPrivate(), Algorithms.ES256);
    static final VerificationKey KEY = VerificationKey.of(PAIR.getPublic());

    private static KeyPair pair() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }
  }
}
