package org.rats4j.eat.cca;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.Nonce;

/** The challenge of the platform is the hash of the key of the realm, as its claim carries it. */
final class RealmBinder {
  private static final Map<String, Long> HASHES =
      Map.of(
          "sha-256", CoseHash.SHA_256,
          "sha-384", CoseHash.SHA_384,
          "sha-512", CoseHash.SHA_512);

  private RealmBinder() {}

  static void check(EatClaims platform, EatClaims realm) throws VerificationException {
    Nonce challenge = read(platform, CcaPlatformClaims.CHALLENGE).values().get(0);
    Bytes hash =
        of(realm).orElseThrow(() -> mismatch("the realm names a hash that is not known here"));
    boolean same = challenge.bytes().filter(hash::equalsInConstantTime).isPresent();
    if (!same) {
      throw mismatch("the challenge of the platform is not the hash of the realm's key");
    }
  }

  /**
   * Returns the challenge that a platform has to sign for a realm; empty if the hash is not known.
   */
  static Optional<Bytes> of(EatClaims realm) throws VerificationException {
    String name = read(realm, CcaRealmClaims.PUBLIC_KEY_HASH_ALGORITHM);
    @Nullable Long hash = HASHES.get(name);
    return hash == null ? Optional.empty() : CoseHash.digest(hash, key(realm));
  }

  /** Returns the key of a realm as its claim carries it. */
  static Bytes key(EatClaims realm) throws VerificationException {
    return read(realm, CcaRealmClaims.PUBLIC_KEY);
  }

  private static <T> T read(EatClaims claims, ClaimKey<T> key) throws VerificationException {
    try {
      return claims.get(key).orElseThrow(() -> mismatch(key.name() + " is missing"));
    } catch (DecodingException e) {
      throw mismatch(key.name() + " is malformed");
    }
  }

  private static VerificationException mismatch(String detail) {
    return VerificationException.of(
        Reason.BINDING_MISMATCH, EatCodes.BINDER_MISMATCH, CcaCollection.REALM, detail);
  }
}
