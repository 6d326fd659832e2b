package org.rats4j.eat.cca;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Nonces;

/** The claims of CCA realm tokens. All of them are CBOR only. */
public final class CcaRealmClaims {
  /** The nonce of the relying party, of 64 bytes. */
  public static final ClaimKey<Nonces> CHALLENGE = Claims.NONCE;

  /** What the owner of the realm put in, of 64 bytes. */
  public static final ClaimKey<Bytes> PERSONALIZATION_VALUE =
      ClaimKey.ofCbor(44235, "cca-realm-personalization-value", ClaimCodecs.BYTES);

  /** The hash of the measurements, such as {@code sha-256}. */
  public static final ClaimKey<String> HASH_ALGORITHM =
      ClaimKey.ofCbor(44236, "cca-realm-hash-algo-id", ClaimCodecs.TEXT);

  /**
   * The realm attestation key: a COSE_Key; in legacy tokens an uncompressed point on P-384. The
   * challenge of the platform is the hash of these bytes.
   */
  public static final ClaimKey<Bytes> PUBLIC_KEY =
      ClaimKey.ofCbor(44237, "cca-realm-public-key", ClaimCodecs.BYTES);

  /** The measurement of the realm as it was started. */
  public static final ClaimKey<Bytes> INITIAL_MEASUREMENT =
      ClaimKey.ofCbor(44238, "cca-realm-initial-measurement", ClaimCodecs.BYTES);

  /** The measurements that the realm extends while it runs, usually four. */
  public static final ClaimKey<List<Bytes>> EXTENSIBLE_MEASUREMENTS =
      ClaimKey.ofCbor(
          44239, "cca-realm-extensible-measurements", ClaimCodecs.listOf(ClaimCodecs.BYTES));

  /** The hash that makes the challenge of the platform from the key, such as {@code sha-256}. */
  public static final ClaimKey<String> PUBLIC_KEY_HASH_ALGORITHM =
      ClaimKey.ofCbor(44240, "cca-realm-public-key-hash-algo-id", ClaimCodecs.TEXT);

  private CcaRealmClaims() {}
}
