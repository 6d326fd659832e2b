package org.rats4j.verifier.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;

/**
 * Where a verifier finds the keys of evidence, and in which order: keys that its owner gave, the
 * endorsement store, attest-key triples of CoRIMs, certificate chains that lead to a trust anchor.
 * The first that knows a key decides; without any of them no evidence is accepted.
 */
public final class EvidenceKeys {
  private final @Nullable KeyResolver given;
  private final List<Lookup> lookups;
  private final @Nullable TrustAnchors anchors;

  private record Lookup(KeySource source, DeviceKeys keys) {}

  private EvidenceKeys(
      @Nullable KeyResolver given, List<Lookup> lookups, @Nullable TrustAnchors anchors) {
    this.given = given;
    this.lookups = List.copyOf(lookups);
    this.anchors = anchors;
  }

  /** Returns keys of nobody. */
  public static EvidenceKeys none() {
    return new EvidenceKeys(null, List.of(), null);
  }

  /** Returns these keys, and in front of them those that {@code keys} names. */
  public EvidenceKeys withGiven(KeyResolver keys) {
    return new EvidenceKeys(Objects.requireNonNull(keys, "keys"), lookups, anchors);
  }

  /** Returns these keys, and those that {@code keys} has for a device. */
  public EvidenceKeys with(KeySource source, DeviceKeys keys) {
    List<Lookup> all = new ArrayList<>(lookups);
    all.add(new Lookup(Objects.requireNonNull(source), Objects.requireNonNull(keys, "keys")));
    return new EvidenceKeys(given, all, anchors);
  }

  /** Returns these keys, and behind them those of chains that lead to {@code anchors}. */
  public EvidenceKeys withTrustAnchors(TrustAnchors anchors) {
    return new EvidenceKeys(given, lookups, Objects.requireNonNull(anchors, "anchors"));
  }

  /** Returns the anchors. */
  public Optional<TrustAnchors> trustAnchors() {
    return Optional.ofNullable(anchors);
  }

  /**
   * Returns what finds the keys of signed wrappers: given keys, then chains that lead to an anchor.
   * A wrapper does not say what device it is of, hence keys of devices do not count.
   */
  public KeyResolver ofWrappers(Clock clock) {
    return hints -> {
      List<VerificationKey> found = given(hints, (source, key) -> {});
      return found.isEmpty() ? ofChain(hints, clock, (source, key) -> {}) : found;
    };
  }

  /** Finds keys, and says where each was found. */
  interface Found {
    void at(KeySource source, VerificationKey key);
  }

  /** Returns what the given keys know for a message. */
  List<VerificationKey> given(KeyHints hints, Found found) throws VerificationException {
    return given == null ? List.of() : tell(KeySource.GIVEN, given.resolve(hints), found);
  }

  /** Returns what store and CoRIMs know for a device. */
  List<VerificationKey> ofDevice(Environment claimed, Found found) throws VerificationException {
    for (Lookup lookup : lookups) {
      List<VerificationKey> keys = new ArrayList<>();
      for (CryptoKey key : lookup.keys.attestKeys(claimed)) {
        CryptoKeys.verificationKey(key).ifPresent(keys::add);
      }
      if (!keys.isEmpty()) {
        return tell(lookup.source, keys, found);
      }
    }
    return List.of();
  }

  /** Returns the key of a chain that leads to an anchor. */
  List<VerificationKey> ofChain(KeyHints hints, Clock clock, Found found)
      throws VerificationException {
    return anchors == null
        ? List.of()
        : tell(KeySource.TRUST_ANCHOR, KeyResolver.x5chain(anchors, clock).resolve(hints), found);
  }

  private static List<VerificationKey> tell(
      KeySource source, List<VerificationKey> keys, Found found) {
    keys.forEach(key -> found.at(source, key));
    return keys;
  }
}
