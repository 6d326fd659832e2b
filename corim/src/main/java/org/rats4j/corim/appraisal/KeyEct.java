package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.MeasurementKey;

/**
 * Keys of an environment that were verified.
 *
 * <pre>{@code
 * K-ECT = {
 *   ect-common
 *   ? &(key-id: "key-id") => $measured-element-type-choice
 *   ? &(key-list: "key-list") => [ + $crypto-key-type-choice ]
 *   ? &(key-type: "key-type") => &(attest-key: 0, identity-key: 1)
 * }
 * }</pre>
 */
public final class KeyEct extends CommonEct implements Ect {
  /** The type of keys that sign evidence. */
  public static final int ATTEST_KEY = 0;

  /** The type of keys that identify a device. */
  public static final int IDENTITY_KEY = 1;

  private final int keyType;
  private final @Nullable MeasurementKey keyId;
  private final List<CryptoKey> keys;

  private KeyEct(
      EctCommon common, int keyType, @Nullable MeasurementKey keyId, List<CryptoKey> keys) {
    super(common);
    this.keyType = keyType;
    this.keyId = keyId;
    this.keys = keys;
  }

  /**
   * Returns a tuple; of equal keys one stays.
   *
   * @param keyType one of the constants, or another that is not negative
   * @throws IllegalArgumentException if there is no key, the authority is empty, or {@code keyType}
   *     is negative
   */
  public static KeyEct of(
      int keyType, Environment environment, Authority authority, List<? extends CryptoKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("list of keys is empty");
    }
    if (keyType < 0) {
      throw new IllegalArgumentException("keyType is negative");
    }
    return new KeyEct(
        new EctCommon(environment, authority, null),
        keyType,
        null,
        Distinct.of(keys, CryptoKey::encode));
  }

  /** Returns this tuple as one of the element {@code id}. */
  public KeyEct withKeyId(MeasurementKey id) {
    return new KeyEct(common, keyType, Objects.requireNonNull(id, "id"), keys);
  }

  /** Returns this tuple under {@code profile}. */
  public KeyEct withProfile(CorimProfileId profile) {
    return new KeyEct(common.withProfile(profile), keyType, keyId, keys);
  }

  KeyEct withKeys(List<CryptoKey> others) {
    return new KeyEct(common, keyType, keyId, Distinct.of(others, CryptoKey::encode));
  }

  /** Returns what the keys are for. */
  public int keyType() {
    return keyType;
  }

  /** Returns the name of the element that has the keys. */
  public Optional<MeasurementKey> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** Returns the keys, at least one, none twice. */
  public List<CryptoKey> keys() {
    return keys;
  }

  @Override
  public boolean equals(Object o) {
    return this == o || (o instanceof KeyEct other && encode().equals(other.encode()));
  }

  @Override
  public int hashCode() {
    return encode().hashCode();
  }

  @Override
  public String toString() {
    return (keyType == ATTEST_KEY ? "attest keys" : "identity keys") + " of " + common;
  }
}
