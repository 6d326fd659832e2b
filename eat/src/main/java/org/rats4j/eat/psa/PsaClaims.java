package org.rats4j.eat.psa;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.Ueid;

/** The claims of PSA tokens (RFC 9783, section 4). All of them are CBOR only. */
public final class PsaClaims {
  private static final ValueCodec<Long> CLIENT =
      ClaimCodecs.integers(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final ValueCodec<SecurityLifecycle> LIFECYCLE =
      ClaimCodecs.as(
          ClaimCodecs.integers(0, 0xffff),
          value -> new SecurityLifecycle(value.intValue()),
          lifecycle -> (long) lifecycle.value());
  private static final ValueCodec<List<SoftwareComponent>> COMPONENTS =
      ClaimCodecs.listOf(SoftwareComponent.CODEC);

  /** The challenge of the verifier. */
  public static final ClaimKey<Nonces> NONCE = Claims.NONCE;

  /** Which device it is; the verifier finds its key by this. */
  public static final ClaimKey<Ueid> INSTANCE_ID = Claims.UEID;

  /** A number that is another one after each boot. */
  public static final ClaimKey<Bytes> BOOT_SEED = Claims.BOOT_SEED;

  /**
   * Who asked for the token: below 0 a client outside the secure world, above 0 one inside. The
   * verifier has to make sure that a client cannot pose as one of the other kind.
   */
  public static final ClaimKey<Long> CLIENT_ID = ClaimKey.ofCbor(2394, "psa-client-id", CLIENT);

  /** The state of the device in its life. */
  public static final ClaimKey<SecurityLifecycle> SECURITY_LIFECYCLE =
      ClaimKey.ofCbor(2395, "psa-security-lifecycle", LIFECYCLE);

  /** Which implementation of the immutable PSA RoT it is. */
  public static final ClaimKey<Bytes> IMPLEMENTATION_ID =
      ClaimKey.ofCbor(2396, "psa-implementation-id", ClaimCodecs.BYTES);

  /** The certificate of PSA Certified, as EAN-13 and version. */
  public static final ClaimKey<String> CERTIFICATION_REFERENCE =
      ClaimKey.ofCbor(2398, "psa-certification-reference", ClaimCodecs.TEXT);

  /** The parts of the software. */
  public static final ClaimKey<List<SoftwareComponent>> SOFTWARE_COMPONENTS =
      ClaimKey.ofCbor(2399, "psa-software-components", COMPONENTS);

  /** A hint at a verifier. The attester chose it: never contact it without an own reason. */
  public static final ClaimKey<String> VERIFICATION_SERVICE_INDICATOR =
      ClaimKey.ofCbor(2400, "psa-verification-service-indicator", ClaimCodecs.TEXT);

  private PsaClaims() {}

  /** The claims of the profile {@code http://arm.com/psa/2.0.0} that RFC 9783 does not have. */
  public static final class Draft {
    /** A number that is another one after each boot. */
    public static final ClaimKey<Bytes> BOOT_SEED =
        ClaimKey.ofCbor(2397, "psa-boot-seed", ClaimCodecs.BYTES);

    private Draft() {}
  }

  /** The claims of the profile of 2019. */
  public static final class Legacy {
    /** The value of {@link #PROFILE}. */
    public static final String PROFILE_NAME = "PSA_IOT_PROFILE_1";

    /** Names the profile. */
    public static final ClaimKey<String> PROFILE =
        ClaimKey.ofCbor(-75000, "psa-profile", ClaimCodecs.TEXT);

    /** As {@link PsaClaims#CLIENT_ID}. */
    public static final ClaimKey<Long> CLIENT_ID = ClaimKey.ofCbor(-75001, "psa-client-id", CLIENT);

    /** As {@link PsaClaims#SECURITY_LIFECYCLE}. */
    public static final ClaimKey<SecurityLifecycle> SECURITY_LIFECYCLE =
        ClaimKey.ofCbor(-75002, "psa-security-lifecycle", LIFECYCLE);

    /** As {@link PsaClaims#IMPLEMENTATION_ID}. */
    public static final ClaimKey<Bytes> IMPLEMENTATION_ID =
        ClaimKey.ofCbor(-75003, "psa-implementation-id", ClaimCodecs.BYTES);

    /** As {@link PsaClaims#BOOT_SEED}. */
    public static final ClaimKey<Bytes> BOOT_SEED =
        ClaimKey.ofCbor(-75004, "psa-boot-seed", ClaimCodecs.BYTES);

    /** The certificate of PSA Certified, as EAN-13 alone or with version. */
    public static final ClaimKey<String> CERTIFICATION_REFERENCE =
        ClaimKey.ofCbor(-75005, "psa-certification-reference", ClaimCodecs.TEXT);

    /** As {@link PsaClaims#SOFTWARE_COMPONENTS}. */
    public static final ClaimKey<List<SoftwareComponent>> SOFTWARE_COMPONENTS =
        ClaimKey.ofCbor(-75006, "psa-software-components", COMPONENTS);

    /** Says by the value 1 that no software was measured. */
    public static final ClaimKey<Long> NO_SOFTWARE_MEASUREMENTS =
        ClaimKey.ofCbor(-75007, "psa-no-sw-measurement", ClaimCodecs.UNSIGNED);

    /** As {@link PsaClaims#NONCE}. */
    public static final ClaimKey<Nonces> NONCE =
        ClaimKey.ofCbor(-75008, "psa-nonce", Claims.NONCE.codec());

    /** As {@link PsaClaims#INSTANCE_ID}. */
    public static final ClaimKey<Ueid> INSTANCE_ID =
        ClaimKey.ofCbor(-75009, "psa-instance-id", Claims.UEID.codec());

    /** As {@link PsaClaims#VERIFICATION_SERVICE_INDICATOR}. */
    public static final ClaimKey<String> VERIFICATION_SERVICE_INDICATOR =
        ClaimKey.ofCbor(-75010, "psa-verification-service-indicator", ClaimCodecs.TEXT);

    private Legacy() {}
  }
}
