package org.rats4j.eat.cca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatKeyHints;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.NestedPolicy;
import org.rats4j.eat.NestedToken;
import org.rats4j.eat.ProfileClaim;
import org.rats4j.eat.ProfileRegistry;
import org.rats4j.eat.Submodules;
import org.rats4j.eat.TrustStatus;

/** What is expected of the whole counts in both halves, and in what is nested in them. */
class HalfExpectationsTest {
  private static final KeyPair NESTED = CcaTokenTest.pair();
  private static final EatProfile WORKLOAD =
      EatProfile.builder("tag:example.com,2026:workload")
          .claims(ProfileClaim.required(Claims.UPTIME))
          .build();
  private static final String PATH = "submods/workload";

  /** Returns a token whose realm has a nested token, of a profile whose rules it breaks. */
  private static UnverifiedCcaToken token() throws Exception {
    EatClaims workload =
        EatClaims.builder().put(Claims.PROFILE, WORKLOAD.id().orElseThrow()).build();
    Bytes nested = Eat.cwt(workload).sign(CcaTokenTest.signer(NESTED));
    EatClaims realm =
        CcaTokenTest.realm(CcaTokenTest.coseKey())
            .put(Claims.SUBMODULES, Submodules.of("workload", NestedToken.of(nested)))
            .forProfile(CcaProfiles.REALM)
            .build();
    EatClaims platform = CcaTokenTest.platform(realm).forProfile(CcaProfiles.PLATFORM).build();
    Bytes whole =
        CcaToken.encode(
            CcaForm.CMW,
            Eat.cwt(platform)
                .forProfile(CcaProfiles.PLATFORM)
                .sign(CcaTokenTest.signer(CcaTokenTest.PLATFORM)),
            Eat.cwt(realm)
                .forProfile(CcaProfiles.REALM)
                .sign(CcaTokenTest.signer(CcaTokenTest.REALM)));
    return CcaToken.decode(whole, EatOptions.STRICT);
  }

  private static EatExpectations.Builder expecting(KeyResolver keys) {
    return EatExpectations.builder()
        .keys(keys)
        .freshnessHandledElsewhere()
        .nested(NestedPolicy.REQUIRE_ALL);
  }

  private static final KeyResolver BOTH =
      hints ->
          List.of(
              ((EatKeyHints) hints).path().isEmpty()
                  ? CcaTokenTest.PLATFORM_KEY
                  : VerificationKey.of(NESTED.getPublic()));

  @Test
  void findsTheKeyOfATokenInTheRealm() throws Exception {
    CcaToken verified = token().verify(expecting(BOTH).build());

    assertEquals(TrustStatus.SIGNED_VERIFIED, verified.realm().node(PATH).orElseThrow().status());
  }

  /** Or else whoever holds the key of the platform could make a realm. */
  @Test
  void verifiesTheRealmByNoKeyButItsOwn() throws Exception {
    EatExpectations onlyPlatform =
        EatExpectations.builder()
            .key(CcaTokenTest.PLATFORM_KEY)
            .freshnessHandledElsewhere()
            .nested(NestedPolicy.REQUIRE_ALL)
            .build();

    VerificationException e = refused(onlyPlatform);

    assertEquals(EatCodes.NO_KEY, e.code());
    assertEquals("realm/" + PATH, e.path());
  }

  @Test
  void knowsTheSameProfilesInBothHalves() throws Exception {
    VerificationException broken =
        refused(expecting(BOTH).profileRegistry(ProfileRegistry.EMPTY.with(WORKLOAD)).build());
    VerificationException unknown = refused(expecting(BOTH).rejectUnknownProfile().build());

    assertEquals(EatCodes.PROFILE_VIOLATION, broken.code());
    assertEquals("realm/" + PATH + "/uptime", broken.path());
    assertEquals(EatCodes.PROFILE_MISMATCH, unknown.code());
    assertEquals("realm/" + PATH + "/eat_profile", unknown.path());
  }

  private static VerificationException refused(EatExpectations expected) throws Exception {
    UnverifiedCcaToken token = token();
    return assertThrows(VerificationException.class, () -> token.verify(expected));
  }
}
