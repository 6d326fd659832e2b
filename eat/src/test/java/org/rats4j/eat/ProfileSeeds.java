package org.rats4j.eat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.eat.cca.CcaForm;
import org.rats4j.eat.cca.CcaPlatformClaims;
import org.rats4j.eat.cca.CcaRealmClaims;
import org.rats4j.eat.cca.CcaToken;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.PsaProfiles;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;

/** Claims and tokens that keep their profiles, where a fuzzer starts. */
final class ProfileSeeds {
  private static final Bytes HASH = Bytes.copyOf(new byte[32]);
  private static final Nonces CHALLENGE = Nonces.of(Nonce.ofBytes(Bytes.copyOf(new byte[64])));

  /** The generator of P-256, as COSE_Key, and that of P-384, as point. */
  private static final Bytes COSE_KEY =
      Bytes.ofHex(
          "a4010220012158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
              + "2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

  private static final Bytes POINT =
      Bytes.ofHex(
          "04aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e"
              + "3872760ab73617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d"
              + "7e819d7a431d7c90ea0e5f");

  /** The realm token of a CCA token whose platform is made by the fuzzer. */
  static final Bytes REALM_TOKEN = realmToken();

  private ProfileSeeds() {}

  /** Claims-sets of each profile. */
  static Stream<byte[]> claims() {
    return Stream.of(
            constrained(),
            psa(PsaProfiles.TFM.id().orElseThrow()),
            psa(PsaProfiles.DRAFT.id().orElseThrow()),
            legacyPsa(),
            platform(realm(COSE_KEY)),
            realm(COSE_KEY),
            realm(POINT))
        .map(claims -> claims.encode(Encoding.CBOR).toByteArray());
  }

  /** CCA tokens in each form. */
  static Stream<byte[]> ccaTokens() throws GeneralSecurityException {
    Bytes current = cca(CcaForm.CMW, COSE_KEY);
    return Stream.of(current, current.slice(3, current.size() - 3), cca(CcaForm.LEGACY, POINT))
        .map(Bytes::toByteArray);
  }

  private static Bytes realmToken() {
    try {
      return Eat.cwt(realm(COSE_KEY)).withoutCwtTag().sign(StubKeys.signer());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Bytes cca(CcaForm form, Bytes key) throws GeneralSecurityException {
    EatClaims realm = realm(key);
    return CcaToken.encode(
        form,
        Eat.cwt(platform(realm)).withoutCwtTag().sign(StubKeys.signer()),
        Eat.cwt(realm).withoutCwtTag().sign(StubKeys.signer()));
  }

  private static EatClaims constrained() {
    return EatClaims.builder()
        .put(Claims.PROFILE, StandardProfiles.CONSTRAINED_DEVICE.id().orElseThrow())
        .put(Claims.NONCE, CHALLENGE)
        .put(Claims.UEID, Ueid.rand(HASH))
        .build();
  }

  private static EatClaims psa(ProfileId profile) {
    return EatClaims.builder()
        .put(Claims.PROFILE, profile)
        .put(PsaClaims.NONCE, CHALLENGE)
        .put(PsaClaims.INSTANCE_ID, Ueid.rand(HASH))
        .put(PsaClaims.CLIENT_ID, -1L)
        .put(PsaClaims.SECURITY_LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
        .put(PsaClaims.IMPLEMENTATION_ID, HASH)
        .put(PsaClaims.BOOT_SEED, HASH)
        .put(PsaClaims.Draft.BOOT_SEED, HASH)
        .put(PsaClaims.CERTIFICATION_REFERENCE, "0123456789012-12345")
        .put(PsaClaims.SOFTWARE_COMPONENTS, components())
        .put(PsaClaims.VERIFICATION_SERVICE_INDICATOR, "v")
        .build();
  }

  private static EatClaims legacyPsa() {
    return EatClaims.builder()
        .put(PsaClaims.Legacy.PROFILE, PsaClaims.Legacy.PROFILE_NAME)
        .put(PsaClaims.Legacy.NONCE, CHALLENGE)
        .put(PsaClaims.Legacy.INSTANCE_ID, Ueid.rand(HASH))
        .put(PsaClaims.Legacy.CLIENT_ID, 1L)
        .put(PsaClaims.Legacy.SECURITY_LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
        .put(PsaClaims.Legacy.IMPLEMENTATION_ID, HASH)
        .put(PsaClaims.Legacy.BOOT_SEED, HASH)
        .put(PsaClaims.Legacy.CERTIFICATION_REFERENCE, "0123456789012")
        .put(PsaClaims.Legacy.SOFTWARE_COMPONENTS, components())
        .build();
  }

  private static List<SoftwareComponent> components() {
    return List.of(
        SoftwareComponent.builder(HASH, HASH)
            .measurementType("BL")
            .version("1")
            .measurementDescription("sha-256")
            .build());
  }

  private static EatClaims platform(EatClaims realm) {
    return EatClaims.builder()
        .put(Claims.PROFILE, ProfileId.of("tag:arm.com,2023:cca_platform#1.0.0"))
        .put(CcaPlatformClaims.CHALLENGE, Nonces.of(CcaToken.platformChallenge(realm)))
        .put(CcaPlatformClaims.INSTANCE_ID, Ueid.rand(HASH))
        .put(CcaPlatformClaims.IMPLEMENTATION_ID, HASH)
        .put(CcaPlatformClaims.CONFIG, HASH)
        .put(CcaPlatformClaims.LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
        .put(CcaPlatformClaims.SOFTWARE_COMPONENTS, components())
        .put(CcaPlatformClaims.HASH_ALGORITHM, "sha-256")
        .build();
  }

  private static EatClaims realm(Bytes key) {
    EatClaims.Builder claims =
        EatClaims.builder()
            .put(CcaRealmClaims.CHALLENGE, CHALLENGE)
            .put(CcaRealmClaims.PERSONALIZATION_VALUE, Bytes.copyOf(new byte[64]))
            .put(CcaRealmClaims.HASH_ALGORITHM, "sha-256")
            .put(CcaRealmClaims.PUBLIC_KEY, key)
            .put(CcaRealmClaims.INITIAL_MEASUREMENT, HASH)
            .put(CcaRealmClaims.EXTENSIBLE_MEASUREMENTS, List.of(HASH))
            .put(CcaRealmClaims.PUBLIC_KEY_HASH_ALGORITHM, "sha-256");
    return key.equals(POINT)
        ? claims.build()
        : claims.put(Claims.PROFILE, ProfileId.of("tag:arm.com,2023:realm#1.0.0")).build();
  }
}
