package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.cose.CoseMac0;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.cca.CcaForm;
import org.rats4j.eat.cca.CcaProfiles;
import org.rats4j.eat.cca.CcaToken;
import org.rats4j.eat.psa.PsaProfiles;

class ProfileFuzzTest {
  private static final SecretKeySpec SECRET = new SecretKeySpec(new byte[32], "HMAC");
  private static final Signer MAC = Signers.ofMac(SECRET, Algorithms.HMAC_256);
  private static final Signer SIGNER = StubKeys.signer();
  private static final ProfileRegistry KNOWN =
      PsaProfiles.ALL
          .with(StandardProfiles.CONSTRAINED_DEVICE)
          .with(CcaProfiles.ALL.profiles().toArray(EatProfile[]::new));

  private static final EatExpectations EXPECTED =
      EatExpectations.builder()
          .keys(KeyResolver.of(keys()))
          .algorithms(Set.of(Algorithms.EDDSA, Algorithms.HMAC_256))
          .profileRegistry(KNOWN)
          .legacyWithoutProfile()
          .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
          .freshnessHandledElsewhere()
          .build();

  private static List<VerificationKey> keys() {
    List<VerificationKey> keys = new ArrayList<>(StubKeys.gullibleKeys());
    keys.add(VerificationKey.ofMac(SECRET));
    return keys;
  }

  /** A profile says what it finds, and claims that keep it can all be read and written. */
  @MethodSource("org.rats4j.eat.ProfileSeeds#claims")
  @FuzzTest
  void claims(byte[] cbor) throws DecodingException {
    EatClaims claims;
    try {
      claims = EatClaims.decode(cbor, Encoding.CBOR, EatOptions.LENIENT);
    } catch (DecodingException expected) {
      return;
    }
    for (EatProfile profile : KNOWN.profiles()) {
      if (EatProfile.faults(profile.check(claims)).isEmpty()) {
        readAndWrite(claims, profile);
      }
    }
  }

  private static void readAndWrite(EatClaims claims, EatProfile profile) throws DecodingException {
    for (ProfileClaim<?> claim : profile.claims()) {
      claims.get(claim.key());
    }
    if (claims.findings().isEmpty()) {
      EatClaims typed = typed(claims, profile);
      assertEquals(typed, typed(typed, profile));
    }
  }

  private static EatClaims typed(EatClaims claims, EatProfile profile) throws DecodingException {
    Bytes written = claims.encode(Encoding.CBOR);
    return EatClaims.decode(written, Encoding.CBOR, profile.claimRegistry(), EatOptions.LENIENT);
  }

  /** Claims in a token are taken for those of a profile only if they keep it. */
  @MethodSource("org.rats4j.eat.ProfileSeeds#claims")
  @FuzzTest
  void payloadOfToken(byte[] cbor) throws GeneralSecurityException {
    Bytes token = CoseMac0.builder().payload(Bytes.copyOf(cbor)).sign(MAC);
    try {
      Eat eat = Eat.decode(token, EatOptions.LENIENT).verify(EXPECTED);
      if (eat.profile().isPresent()) {
        assertEquals(List.of(), EatProfile.faults(eat.profile().get().check(eat.claims())));
      }
    } catch (RatsException expected) {
      // the two permitted failures
    }
  }

  /** Nothing but the two exceptions gets out, whatever the platform says of itself. */
  @MethodSource("org.rats4j.eat.ProfileSeeds#claims")
  @FuzzTest
  void platformOfCcaToken(byte[] cbor) throws GeneralSecurityException {
    Bytes platform = CoseSign1.builder().payload(Bytes.copyOf(cbor)).sign(SIGNER);
    verify(CcaToken.encode(CcaForm.CMW, platform, ProfileSeeds.REALM_TOKEN));
  }

  /** Nothing but the two exceptions gets out. */
  @MethodSource("org.rats4j.eat.ProfileSeeds#ccaTokens")
  @FuzzTest
  void ccaTokens(byte[] token) {
    verify(Bytes.copyOf(token));
  }

  private static void verify(Bytes token) {
    try {
      CcaToken.decode(token, EatOptions.LENIENT).verify(EXPECTED);
    } catch (RatsException expected) {
      // the two permitted failures
    }
  }
}
