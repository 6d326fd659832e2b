package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseHash;

class OwnProfileTest {
  private static final EatProfile SENSOR =
      EatProfile.builder("tag:example.com,2026:sensor")
          .claims(ProfileClaim.required(Claims.UPTIME), ProfileClaim.foreign(Claims.SOFTWARE_NAME))
          .build();
  private static final EatClaims KEEPS =
      EatClaims.builder()
          .forProfile(SENSOR)
          .put(Claims.UPTIME, BigInteger.ONE)
          .put(Claims.SOFTWARE_NAME, "os")
          .build();
  private static final EatClaims BREAKS =
      EatClaims.builder().put(Claims.PROFILE, SENSOR.id().orElseThrow()).build();

  private static UnverifiedEat token(EatClaims submodule) throws Exception {
    EatClaims board =
        EatClaims.builder().put(Claims.SUBMODULES, Submodules.of("sensor", submodule)).build();
    EatClaims all =
        EatClaims.builder().put(Claims.SUBMODULES, Submodules.of("board", board)).build();
    return Eat.decode(Eat.cwt(all).sign(TestTokens.SIGNER), EatOptions.STRICT);
  }

  private static EatExpectations.Builder expected() {
    return EatExpectations.builder().key(TestTokens.KEY).freshnessHandledElsewhere();
  }

  private static EatExpectations knowing() {
    return expected().profileRegistry(ProfileRegistry.EMPTY.with(SENSOR)).build();
  }

  @Test
  void tellsTheProfileOfASubmodule() throws Exception {
    Eat eat = token(KEEPS).verify(knowing());
    EatNode node = eat.node("submods/board/submods/sensor").orElseThrow();

    assertEquals(Optional.of(SENSOR), node.profile());
    assertEquals(Optional.empty(), eat.profile());
    assertEquals(List.of("swname"), node.findings().stream().map(Finding::path).toList());
    assertEquals(
        List.of("submods/board/submods/sensor/swname"),
        eat.findings().stream().map(Finding::path).toList());
  }

  @Test
  void refusesASubmoduleThatBreaksItsProfile() throws Exception {
    UnverifiedEat token = token(BREAKS);

    VerificationException e =
        assertThrows(VerificationException.class, () -> token.verify(knowing()));

    assertEquals(EatCodes.PROFILE_VIOLATION, e.code());
    assertEquals("submods/board/submods/sensor/uptime", e.path());
  }

  @Test
  void refusesAnUnknownProfileOfASubmoduleIfTheCallerDoes() throws Exception {
    UnverifiedEat token = token(KEEPS);

    Eat eat = token.verify(expected().build());
    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> token.verify(expected().rejectUnknownProfile().build()));

    assertEquals(
        List.of(EatCodes.PROFILE_UNKNOWN), eat.findings().stream().map(Finding::code).toList());
    assertEquals("submods/board/submods/sensor/eat_profile", eat.findings().get(0).path());
    assertEquals(EatCodes.PROFILE_MISMATCH, e.code());
    assertEquals("submods/board/submods/sensor/eat_profile", e.path());
  }

  @Test
  void checksTheProfileOfDetachedClaims() throws Exception {
    Bytes detached = BREAKS.encode(Encoding.CBOR);
    EatClaims main =
        EatClaims.builder()
            .put(
                Claims.SUBMODULES,
                Submodules.of("sensor", SubmoduleDigest.of(CoseHash.SHA_256, detached)))
            .build();
    Bytes bundle =
        new CborWriter()
            .writeTag(602)
            .startArray(2)
            .writeBytes(Eat.cwt(main).sign(TestTokens.SIGNER))
            .startMap(1)
            .writeText("sensor")
            .writeBytes(detached)
            .toBytes();
    UnverifiedDetachedEatBundle unverified = DetachedEatBundle.decode(bundle, EatOptions.STRICT);

    VerificationException e =
        assertThrows(VerificationException.class, () -> unverified.verify(knowing()));

    assertEquals("submods/sensor/uptime", e.path());
  }
}
