package org.rats4j.core.cose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;

/** What every COSE_Key may say of itself (RFC 9052, section 7.1). */
public final class CoseKeyParameters {
  private final long keyType;
  private final @Nullable Bytes keyId;
  private final @Nullable Label algorithm;
  private final List<Label> operations;
  private final @Nullable Bytes baseIv;
  private final Map<Label, CborItem> others;

  CoseKeyParameters(
      long keyType,
      @Nullable Bytes keyId,
      @Nullable Label algorithm,
      List<Label> operations,
      @Nullable Bytes baseIv,
      Map<Label, CborItem> others) {
    this.keyType = keyType;
    this.keyId = keyId;
    this.algorithm = algorithm;
    this.operations = List.copyOf(operations);
    this.baseIv = baseIv;
    this.others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Returns {@code kty}, a number of {@link CoseKeyType} or an unknown one. */
  public long keyType() {
    return keyType;
  }

  /** Returns {@code kid}. */
  public Optional<Bytes> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** Returns {@code alg}, the only algorithm that the key may be used with. */
  public Optional<Label> algorithm() {
    return Optional.ofNullable(algorithm);
  }

  /** Returns {@code key_ops}, values of {@link CoseKeyOperation}; empty if nothing is ruled out. */
  public List<Label> operations() {
    return operations;
  }

  /** Returns {@code Base IV}. */
  public Optional<Bytes> baseIv() {
    return Optional.ofNullable(baseIv);
  }

  /** Returns the members that are neither of the above nor those of the key type. */
  public Map<Label, CborItem> others() {
    return others;
  }

  /** Returns whether {@code key_ops} is absent or has {@code operation}. */
  public boolean permits(long operation) {
    return operations.isEmpty() || operations.contains(Label.of(operation));
  }

  @Override
  public String toString() {
    return "kty " + keyType + (keyId == null ? "" : ", kid " + keyId);
  }
}
