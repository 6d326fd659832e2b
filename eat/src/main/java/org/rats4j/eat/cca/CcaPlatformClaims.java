package org.rats4j.eat.cca;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;

/** The claims of CCA platform tokens. Many are those of PSA. All of them are CBOR only. */
public final class CcaPlatformClaims {
  /** The hash of the realm's public key, which binds the two tokens. No nonce of a verifier. */
  public static final ClaimKey<Nonces> CHALLENGE = Claims.NONCE;

  /** Which device it is. */
  public static final ClaimKey<Ueid> INSTANCE_ID = PsaClaims.INSTANCE_ID;

  /** Which implementation of the CCA platform it is. */
  public static final ClaimKey<Bytes> IMPLEMENTATION_ID = PsaClaims.IMPLEMENTATION_ID;

  /** The state of the platform in its life. */
  public static final ClaimKey<SecurityLifecycle> LIFECYCLE = PsaClaims.SECURITY_LIFECYCLE;

  /** The parts of the platform's software. */
  public static final ClaimKey<List<SoftwareComponent>> SOFTWARE_COMPONENTS =
      PsaClaims.SOFTWARE_COMPONENTS;

  /** A hint at a verifier. The attester chose it: never contact it without an own reason. */
  public static final ClaimKey<String> VERIFICATION_SERVICE =
      PsaClaims.VERIFICATION_SERVICE_INDICATOR;

  /** The configuration of the platform, in a form of its maker. */
  public static final ClaimKey<Bytes> CONFIG =
      ClaimKey.ofCbor(2401, "cca-platform-config", ClaimCodecs.BYTES);

  /** The hash of the software components, such as {@code sha-256}. */
  public static final ClaimKey<String> HASH_ALGORITHM =
      ClaimKey.ofCbor(2402, "cca-platform-hash-algo-id", ClaimCodecs.TEXT);

  private CcaPlatformClaims() {}
}
