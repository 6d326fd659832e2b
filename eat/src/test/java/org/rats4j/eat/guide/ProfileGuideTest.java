package org.rats4j.eat.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.DebugStatus;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.ProfileRegistry;
import org.rats4j.eat.psa.PsaProfiles;

/**
 * The code of {@code docs/guide/eat-profiles.md}, run. {@code DocumentsTest} of {@code examples}
 * compares both.
 */
class ProfileGuideTest {
  static final ClaimKey<Long> SLOT = ClaimKey.of(-70001, "slot", ClaimCodecs.UNSIGNED);

  private static final Bytes NONCE = Bytes.copyOf(new byte[32]);
  private static final Bytes EVIDENCE = Bytes.ofHex("d9023ba0");

  /** Nothing here follows the chain: the verifier is given the key. */
  private static final List<Bytes> CHAIN = List.of(Bytes.ofHex("3000"));

  private static final KeyPair KEYS = keys();
  private static final Signer SIGNER = Signers.of(KEYS.getPrivate(), Algorithms.ES256);

  private static EatClaims claims() {
    Bytes nonce = NONCE;
    Bytes evidence = EVIDENCE;

    EatClaims claims =
        EatClaims.builder()
            .forProfile(DatacentreRot.PROFILE)
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(nonce)))
            .put(Claims.DEBUG_STATUS, DebugStatus.DISABLED)
            .put(
                Claims.MEASUREMENTS,
                List.of(ContentFormatBody.ofBytes(ContentFormat.of(10571), evidence)))
            .put(SLOT, 3L)
            .build();
    return claims;
  }

  private static Bytes token(EatClaims claims) throws Exception {
    List<Bytes> chain = CHAIN;
    Signer signer = SIGNER;

    Bytes token =
        Eat.cwt(claims).forProfile(DatacentreRot.PROFILE).certificateChain(chain).sign(signer);
    return token;
  }

  @Test
  void buildsAndVerifies() throws Exception {
    Bytes received = token(claims());
    VerificationKey key = VerificationKey.of(KEYS.getPublic());
    Bytes nonce = NONCE;

    EatExpectations expected =
        EatExpectations.builder().key(key).nonce(nonce).profile(DatacentreRot.PROFILE).build();
    Eat eat = Eat.decode(received, EatOptions.STRICT).verify(expected);
    Optional<Long> slot = eat.claims().get(SLOT);

    assertEquals(Optional.of(3L), slot);
    assertEquals(Optional.of(DatacentreRot.PROFILE), eat.profile());
    assertEquals(
        Optional.of(ProfileId.of("1.3.6.1.4.1.42623.1.3")), eat.claims().get(Claims.PROFILE));
  }

  @Test
  void knowsSeveralProfiles() throws Exception {
    Bytes received = token(claims());
    VerificationKey key = VerificationKey.of(KEYS.getPublic());
    Bytes nonce = NONCE;

    ProfileRegistry known = PsaProfiles.ALL.with(DatacentreRot.PROFILE);
    EatExpectations expected =
        EatExpectations.builder()
            .key(key)
            .nonce(nonce)
            .profileRegistry(known)
            .rejectUnknownProfile()
            .build();
    Eat eat = Eat.decode(received, EatOptions.STRICT).verify(expected);
    String name = eat.profile().map(EatProfile::name).orElse("plain EAT");

    assertEquals("1.3.6.1.4.1.42623.1.3", name);
  }

  @Test
  void checksClaimsAlone() throws Exception {
    Bytes cbor = claims().toBuilder().remove(Claims.DEBUG_STATUS).build().encode(Encoding.CBOR);

    EatClaims claims = EatClaims.decode(cbor, Encoding.CBOR, EatOptions.STRICT);
    for (Finding finding : DatacentreRot.PROFILE.check(claims)) {
      System.out.println(finding.code() + " " + finding.path() + ": " + finding.message());
    }

    assertEquals(
        List.of(EatCodes.PROFILE_CLAIM_MISSING + " dbgstat"),
        DatacentreRot.PROFILE.check(claims).stream()
            .map(finding -> finding.code() + " " + finding.path())
            .toList());
  }

  @Test
  void derivesAProfile() throws Exception {
    EatProfile strong =
        DatacentreRot.PROFILE
            .derive(ProfileId.of("tag:example.com,2026:rot#es384"))
            .algorithms(Algorithms.ES384)
            .build();

    assertThrows(
        IllegalStateException.class,
        () ->
            Eat.cwt(claims().toBuilder().forProfile(strong).build())
                .forProfile(strong)
                .certificateChain(CHAIN)
                .sign(SIGNER));
  }

  @Test
  void refusesWhatTheProfileDoesNotHave() {
    EatClaims.Builder six = EatClaims.builder().forProfile(DatacentreRot.PROFILE);
    IntStream.range(0, 6)
        .forEach(i -> six.put(ClaimKey.of(-70010 - i, "own" + i, ClaimCodecs.LONG), 1L));
    EatClaims.Builder twoBodies = claims().toBuilder().forProfile(DatacentreRot.PROFILE);
    ContentFormatBody body = ContentFormatBody.ofBytes(ContentFormat.of(10571), EVIDENCE);
    twoBodies.put(Claims.MEASUREMENTS, List.of(body, body));

    String tooMany = assertThrows(IllegalStateException.class, six::build).getMessage();
    String two = assertThrows(IllegalStateException.class, twoBodies::build).getMessage();

    assertTrue(tooMany.contains("eat_nonce is missing"), tooMany);
    assertTrue(two.contains("measurements must be one concise evidence"), two);
  }

  @Test
  void refusesMoreThanFivePrivateClaimsThatArrive() throws Exception {
    EatClaims.Builder six = claims().toBuilder();
    IntStream.range(0, 5)
        .forEach(i -> six.put(ClaimKey.of(-70010 - i, "own" + i, ClaimCodecs.LONG), 1L));
    Bytes cbor = six.build().encode(Encoding.CBOR);
    EatClaims received = EatClaims.decode(cbor, Encoding.CBOR, EatOptions.STRICT);

    assertEquals(
        "more than five private claims", DatacentreRot.PROFILE.check(received).get(0).message());
  }

  @Test
  void refusesATokenWithoutContentTypeOrTooLarge() throws Exception {
    Bytes without = Eat.cwt(claims()).certificateChain(CHAIN).sign(SIGNER);
    EatClaims large = claims().toBuilder().put(Claims.SOFTWARE_NAME, "x".repeat(65536)).build();
    Bytes tooLarge = Eat.cwt(large).contentType().certificateChain(CHAIN).sign(SIGNER);
    EatExpectations expected =
        EatExpectations.builder()
            .key(VerificationKey.of(KEYS.getPublic()))
            .nonce(NONCE)
            .profile(DatacentreRot.PROFILE)
            .build();

    assertTrue(refused(without, expected).contains("content type"));
    assertTrue(refused(tooLarge, expected).contains("larger than 65536 bytes"));
    assertThrows(IllegalArgumentException.class, () -> EatProfile.builder("a:b").maxBytes(0));
  }

  private static String refused(Bytes token, EatExpectations expected) {
    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> Eat.decode(token, EatOptions.STRICT).verify(expected));
    assertEquals(EatCodes.PROFILE_VIOLATION, e.code());
    return e.getMessage();
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
