package org.rats4j.eat.cca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.TokenIdentity;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;

class CcaTokenTest {
  private static final Bytes HASH = Bytes.copyOf(new byte[32]);
  static final Bytes NONCE = Bytes.copyOf(new byte[64]);
  static final KeyPair PLATFORM = pair();
  static final KeyPair REALM = pair();
  static final VerificationKey PLATFORM_KEY = VerificationKey.of(PLATFORM.getPublic());

  static EatClaims.Builder realm(Bytes key) {
    return EatClaims.builder()
        .put(CcaRealmClaims.CHALLENGE, Nonces.of(Nonce.ofBytes(NONCE)))
        .put(CcaRealmClaims.PERSONALIZATION_VALUE, NONCE)
        .put(CcaRealmClaims.HASH_ALGORITHM, "sha-256")
        .put(CcaRealmClaims.PUBLIC_KEY, key)
        .put(CcaRealmClaims.INITIAL_MEASUREMENT, HASH)
        .put(CcaRealmClaims.EXTENSIBLE_MEASUREMENTS, List.of(HASH, HASH))
        .put(CcaRealmClaims.PUBLIC_KEY_HASH_ALGORITHM, "sha-384");
  }

  static EatClaims.Builder platform(EatClaims realm) {
    return EatClaims.builder()
        .put(CcaPlatformClaims.CHALLENGE, Nonces.of(CcaToken.platformChallenge(realm)))
        .put(CcaPlatformClaims.INSTANCE_ID, Ueid.rand(HASH))
        .put(CcaPlatformClaims.IMPLEMENTATION_ID, HASH)
        .put(CcaPlatformClaims.CONFIG, Bytes.ofHex("cfcf"))
        .put(CcaPlatformClaims.LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
        .put(
            CcaPlatformClaims.SOFTWARE_COMPONENTS,
            List.of(SoftwareComponent.builder(HASH, HASH).measurementType("RMM").build()))
        .put(CcaPlatformClaims.HASH_ALGORITHM, "sha-256");
  }

  static Bytes token(CcaForm form) throws GeneralSecurityException {
    boolean legacy = form == CcaForm.LEGACY;
    EatProfile realmProfile = legacy ? CcaProfiles.REALM_LEGACY : CcaProfiles.REALM;
    EatProfile platformProfile = legacy ? CcaProfiles.PLATFORM_LEGACY : CcaProfiles.PLATFORM;
    EatClaims realm = realm(legacy ? point() : coseKey()).forProfile(realmProfile).build();
    EatClaims platform = platform(realm).forProfile(platformProfile).build();
    return CcaToken.encode(
        form,
        Eat.cwt(platform).forProfile(platformProfile).sign(signer(PLATFORM)),
        Eat.cwt(realm).forProfile(realmProfile).sign(signer(REALM)));
  }

  @ParameterizedTest
  @EnumSource
  void buildsATokenThatItVerifies(CcaForm form) throws Exception {
    CcaToken token =
        CcaToken.decode(token(form), EatOptions.STRICT).verify(expecting().nonce(NONCE).build());

    assertEquals(form, token.form());
    assertEquals(List.of(), token.findings());
    assertEquals(
        SecurityLifecycle.State.SECURED,
        token.platform().claims().get(CcaPlatformClaims.LIFECYCLE).orElseThrow().state());
    assertEquals(Optional.of(HASH), token.realm().claims().get(CcaRealmClaims.INITIAL_MEASUREMENT));
    assertTrue(CcaProfiles.ALL.profiles().contains(token.realm().profile().orElseThrow()));
    assertTrue(CcaProfiles.ALL.profiles().contains(token.platform().profile().orElseThrow()));
  }

  @Test
  void takesTheNonceOfTheRelyingPartyFromTheRealmAlone() throws Exception {
    UnverifiedCcaToken token = CcaToken.decode(token(CcaForm.CMW), EatOptions.STRICT);
    Bytes platformChallenge =
        token
            .platform()
            .unverifiedClaims()
            .get(CcaPlatformClaims.CHALLENGE)
            .orElseThrow()
            .values()
            .get(0)
            .bytes()
            .orElseThrow();

    VerificationException e = refused(token, expecting().nonce(platformChallenge).build());

    assertEquals(EatCodes.NONCE_MISMATCH, e.code());
    assertEquals("realm/eat_nonce", e.path());
  }

  @Test
  void refusesAPlatformThatIsNotSignedByTheKeyExpected() throws Exception {
    UnverifiedCcaToken token = CcaToken.decode(token(CcaForm.CMW), EatOptions.STRICT);
    EatExpectations expected =
        EatExpectations.builder()
            .key(VerificationKey.of(REALM.getPublic()))
            .freshnessHandledElsewhere()
            .build();

    VerificationException e = refused(token, expected);

    assertEquals(EatCodes.BAD_SIGNATURE, e.code());
    assertTrue(e.path().startsWith("platform"), e.path());
  }

  @Test
  void refusesARealmThatIsNotSignedByItsOwnKey() throws Exception {
    EatClaims realm = realm(coseKey()).forProfile(CcaProfiles.REALM).build();
    EatClaims platform = platform(realm).forProfile(CcaProfiles.PLATFORM).build();
    Bytes bytes =
        CcaToken.encode(
            CcaForm.CMW,
            Eat.cwt(platform).withoutCwtTag().sign(signer(PLATFORM)),
            Eat.cwt(realm).withoutCwtTag().sign(signer(PLATFORM)));

    VerificationException e =
        refused(CcaToken.decode(bytes, EatOptions.STRICT), expecting().build());

    assertEquals(EatCodes.BAD_SIGNATURE, e.code());
    assertTrue(e.path().startsWith("realm"), e.path());
  }

  /** Both signatures are right, but somebody put halves of two tokens together. */
  @Test
  void refusesHalvesThatDoNotBelongTogether() throws Exception {
    EatClaims realm = realm(coseKey()).forProfile(CcaProfiles.REALM).build();
    EatClaims other = realm.toBuilder().put(CcaRealmClaims.PUBLIC_KEY, coseKey(PLATFORM)).build();
    EatClaims unknownHash =
        realm.toBuilder().put(CcaRealmClaims.PUBLIC_KEY_HASH_ALGORITHM, "md5").build();
    Bytes platform =
        Eat.cwt(platform(realm).forProfile(CcaProfiles.PLATFORM).build())
            .withoutCwtTag()
            .sign(signer(PLATFORM));

    Bytes swapped =
        CcaToken.encode(
            CcaForm.CMW, platform, Eat.cwt(other).withoutCwtTag().sign(signer(PLATFORM)));
    Bytes md5 =
        CcaToken.encode(
            CcaForm.CMW, platform, Eat.cwt(unknownHash).withoutCwtTag().sign(signer(REALM)));

    for (Bytes bytes : List.of(swapped, md5)) {
      VerificationException e =
          refused(CcaToken.decode(bytes, EatOptions.STRICT), expecting().build());
      assertEquals(EatCodes.BINDER_MISMATCH, e.code());
      assertEquals(VerificationException.Reason.BINDING_MISMATCH, e.reason());
    }
    assertThrows(IllegalArgumentException.class, () -> CcaToken.platformChallenge(unknownHash));
    assertThrows(
        IllegalArgumentException.class,
        () -> CcaToken.platformChallenge(EatClaims.builder().build()));
  }

  /** Anybody can sign a realm token with a key of his own, and must not wear out a memory by it. */
  @Test
  void looksForReplayOfTheRealmOnceAllElseIsRight() throws Exception {
    List<TokenIdentity> seen = new ArrayList<>();
    EatExpectations expected = expecting().replay(seen::add).build();
    EatClaims realm = realm(coseKey()).forProfile(CcaProfiles.REALM).build();
    EatClaims other = realm.toBuilder().put(CcaRealmClaims.PUBLIC_KEY, coseKey(PLATFORM)).build();
    Bytes platform =
        Eat.cwt(platform(realm).forProfile(CcaProfiles.PLATFORM).build())
            .withoutCwtTag()
            .sign(signer(PLATFORM));
    Bytes right = Eat.cwt(realm).withoutCwtTag().sign(signer(REALM));
    Bytes forged = Eat.cwt(other).withoutCwtTag().sign(signer(PLATFORM));

    refused(decode(CcaToken.encode(CcaForm.CMW, platform, forged)), expected);
    assertEquals(List.of(), seen);
    decode(CcaToken.encode(CcaForm.CMW, platform, right)).verify(expected);
    assertEquals(1, seen.size());
  }

  @Test
  void demandsOfEachHalfAProfileThatTheCallerNames() throws Exception {
    UnverifiedCcaToken legacy = CcaToken.decode(token(CcaForm.LEGACY), EatOptions.STRICT);
    UnverifiedCcaToken current = CcaToken.decode(token(CcaForm.CMW), EatOptions.STRICT);
    EatExpectations onlyCurrent =
        expecting().profile(CcaProfiles.PLATFORM, CcaProfiles.REALM).build();
    EatExpectations onlyPlatform =
        expecting().profile(CcaProfiles.PLATFORM.id().orElseThrow()).build();

    current.verify(onlyCurrent);
    assertEquals(EatCodes.PROFILE_MISMATCH, refused(legacy, onlyCurrent).code());
    assertEquals(EatCodes.PROFILE_MISMATCH, refused(current, onlyPlatform).code());
  }

  @Test
  void refusesARealmWhoseKeyIsNoKey() throws Exception {
    for (Bytes key : List.of(HASH, Bytes.of(4).concat(NONCE).concat(HASH), oct())) {
      EatClaims realm =
          realm(coseKey()).forProfile(CcaProfiles.REALM).build().toBuilder()
              .put(CcaRealmClaims.PUBLIC_KEY, key)
              .build();
      EatClaims platform = platform(realm).forProfile(CcaProfiles.PLATFORM).build();
      Bytes bytes =
          CcaToken.encode(
              CcaForm.CMW,
              Eat.cwt(platform).withoutCwtTag().sign(signer(PLATFORM)),
              Eat.cwt(realm).withoutCwtTag().sign(signer(REALM)));

      VerificationException e =
          refused(CcaToken.decode(bytes, EatOptions.STRICT), expecting().build());

      assertEquals(VerificationException.Reason.KEY_MISMATCH, e.reason());
      assertEquals(1, CcaProfiles.REALM.check(realm).size());
    }
  }

  @Test
  void remarksClaimsOfPsaThatAPlatformDoesNotHave() {
    EatClaims realm = realm(coseKey()).build();
    EatClaims claims = platform(realm).put(PsaClaims.CLIENT_ID, 1L).build();

    Finding finding = CcaProfiles.PLATFORM.check(claims).get(0);

    assertEquals(Finding.Severity.WARNING, finding.severity());
    assertEquals("psa-client-id", finding.path());
  }

  @Test
  void readsTheCurrentFormWithoutItsTagToo() throws Exception {
    Bytes tagged = token(CcaForm.CMW);
    Bytes untagged = tagged.slice(3, tagged.size() - 3);

    CcaToken token =
        CcaToken.decode(untagged, EatOptions.STRICT).verify(expecting().nonce(NONCE).build());

    assertEquals(CcaForm.CMW, token.form());
    assertEquals(untagged, token.encoded());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void passesOneTagOfAnyCbor(CcaForm form) throws Exception {
    Bytes tagged = Bytes.ofHex("d9d9f7").concat(token(form));
    Bytes twice = Bytes.ofHex("d9d9f7").concat(tagged);

    CcaToken token =
        CcaToken.decode(tagged, EatOptions.STRICT).verify(expecting().nonce(NONCE).build());

    assertEquals(form, token.form());
    assertEquals(tagged, token.encoded());
    DecodingException e = assertThrows(DecodingException.class, () -> decode(twice));
    assertEquals(EatCodes.BAD_TAG_NESTING, e.code());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void remarksMembersThatItDoesNotKnow(CcaForm form) throws Exception {
    Bytes bytes = token(form);
    CborMap map = (CborMap) CborItem.decode(bytes.slice(3, bytes.size() - 3), EatOptions.STRICT);
    CborItem any = map.entries().values().iterator().next();
    Map<CborItem, CborItem> more = new LinkedHashMap<>(map.entries());
    more.put(CborInteger.of(1), any);
    Bytes changed = new CborWriter().writeItem(new CborMap(more)).toBytes();
    Bytes token = bytes.slice(0, 3).concat(changed);

    CcaToken verified =
        CcaToken.decode(token, EatOptions.STRICT).verify(expecting().nonce(NONCE).build());

    assertEquals(EatCodes.UNKNOWN_MEMBER, verified.findings().get(0).code());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no realm, d9018fa119acca40, UNEXPECTED_STRUCTURE, MEMBER_MISSING, cca",
    "no platform, d9018fa119acd140, UNEXPECTED_STRUCTURE, MEMBER_MISSING, cca",
    "empty platform, d9018fa219acca4019acd140, NOT_WELL_FORMED, NOT_WELL_FORMED, platform/cwt",
    "array, d9018f80, UNEXPECTED_STRUCTURE, UNEXPECTED_STRUCTURE, cca",
    "text as member, d9018fa119acca60, UNEXPECTED_STRUCTURE, UNEXPECTED_STRUCTURE, cca/44234",
    "twice, d9018fa219acca4019acca40, DUPLICATE_KEY, DUPLICATE_KEY, cca",
    "tag of collections, d902fda119acca821901074100, INVALID_VALUE, LEGACY_TAG, cca",
    "record alone, d9038b821901074100, UNEXPECTED_STRUCTURE, WRONG_TYPE, cca",
    "text plain, d9038ba119acca82004100, UNEXPECTED_STRUCTURE, WRONG_TYPE, cca/44234",
    "trailing, d9018fa119acca4000, TRAILING_DATA, TRAILING_DATA, cca"
  })
  void rejects(String name, String hex, DecodingException.Reason reason, String code, String path) {
    Bytes bytes = Bytes.ofHex(hex);

    DecodingException e =
        assertThrows(DecodingException.class, () -> CcaToken.decode(bytes, EatOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  /** Whatever the bytes are, nothing but the two exceptions gets out. */
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    CcaForm form = CcaForm.values()[repetition.getCurrentRepetition() % 2];
    byte[] wire = token(form).toByteArray();
    for (int i = 0; i < 3; i++) {
      wire[random.nextInt(wire.length)] = (byte) random.nextInt();
    }
    try {
      CcaToken.decode(wire, EatOptions.LENIENT).verify(expecting().build());
    } catch (RatsException expected) {
      // the two permitted failures
    }
  }

  private static UnverifiedCcaToken decode(Bytes bytes) throws DecodingException {
    return CcaToken.decode(bytes, EatOptions.STRICT);
  }

  private static VerificationException refused(UnverifiedCcaToken token, EatExpectations expected) {
    return assertThrows(VerificationException.class, () -> token.verify(expected));
  }

  static EatExpectations.Builder expecting() {
    return EatExpectations.builder().key(PLATFORM_KEY).freshnessHandledElsewhere();
  }

  static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Signer signer(KeyPair pair) {
    return Signers.of(pair.getPrivate(), Algorithms.ES384);
  }

  static Bytes coseKey() {
    return coseKey(REALM);
  }

  private static Bytes coseKey(KeyPair pair) {
    return CoseKey.of(pair.getPublic()).encode();
  }

  private static Bytes point() {
    ECPublicKey key = (ECPublicKey) REALM.getPublic();
    return Bytes.of(4)
        .concat(coordinate(key.getW().getAffineX()))
        .concat(coordinate(key.getW().getAffineY()));
  }

  private static Bytes coordinate(BigInteger value) {
    byte[] signed = value.toByteArray();
    byte[] fixed = new byte[48];
    int size = Math.min(signed.length, 48);
    System.arraycopy(signed, signed.length - size, fixed, 48 - size, size);
    return Bytes.copyOf(fixed);
  }

  private static Bytes oct() {
    return new CborWriter()
        .writeItem(
            new CborMap(
                Map.of(
                    CborInteger.of(1), CborInteger.of(4), CborInteger.of(-1), new CborBytes(HASH))))
        .toBytes();
  }
}
