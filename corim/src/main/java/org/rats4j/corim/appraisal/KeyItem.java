package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.Triples;

/** Keys that are accepted where they are found. */
final class KeyItem extends RelationItem {
  private final int keyType;
  private final @Nullable MeasurementKey keyId;
  private final List<CryptoKey> keys;
  private List<Slot> condition = List.of();

  KeyItem(
      TagSource source,
      int triple,
      int keyType,
      @Nullable MeasurementKey keyId,
      List<CryptoKey> keys) {
    super(source, triple);
    this.keyType = keyType;
    this.keyId = keyId;
    this.keys = keys;
  }

  void attach(Slot slot) {
    condition = List.of(slot);
  }

  int keyType() {
    return keyType;
  }

  Optional<MeasurementKey> keyId() {
    return Optional.ofNullable(keyId);
  }

  List<CryptoKey> keys() {
    return keys;
  }

  /** Returns the keys whose signature over a message is all that the conditions ask for. */
  List<CryptoKey> signingKeys(boolean exact) {
    if (keyId != null) {
      return List.of();
    }
    Authority demanded = condition.get(0).authority();
    return keys.stream().filter(key -> Authority.of(key).covers(demanded, exact)).toList();
  }

  @Override
  int triples() {
    return keyType == KeyEct.ATTEST_KEY ? Triples.ATTEST_KEY : Triples.IDENTITY;
  }

  @Override
  List<Slot> slots() {
    return condition;
  }
}
