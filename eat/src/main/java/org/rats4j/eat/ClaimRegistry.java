package org.rats4j.eat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;

/**
 * The claims that a decoder checks at once. An argument, never a global: {@link #EAT} has those of
 * RFC 9711, {@link #with} adds to it.
 *
 * <p>A claim whose key is not in here is kept as it is, and still read by {@link EatClaims#get}
 * with its key; only its faults show later.
 */
public final class ClaimRegistry {
  /** The claims of RFC 9711, RFC 8392 and RFC 7519, and the claim {@code cmw}. */
  public static final ClaimRegistry EAT = new ClaimRegistry(Claims.ALL);

  /** What verification looks at: without these a token would be taken for one that lacks them. */
  private static final List<ClaimKey<?>> NEEDED =
      List.of(
          Claims.ISSUER,
          Claims.AUDIENCE,
          Claims.EXPIRATION,
          Claims.NOT_BEFORE,
          Claims.ISSUED_AT,
          Claims.CWT_ID,
          Claims.JWT_ID,
          Claims.NONCE,
          Claims.PROFILE,
          Claims.SUBMODULES,
          Claims.MANIFESTS,
          Claims.MEASUREMENTS);

  /**
   * The claims of {@link #EAT} but those that verifiers of GPUs fill with values of their own:
   * {@code ueid}, {@code oemid}, {@code hwmodel}, {@code dbgstat} and {@code measres}. They stay
   * {@link EatClaims#unknown()}. Use it with {@link DetachedValueDecoder#JWTS}.
   */
  public static final ClaimRegistry GPU_VERIFIERS =
      EAT.without(
          Claims.UEID,
          Claims.OEM_ID,
          Claims.HARDWARE_MODEL,
          Claims.DEBUG_STATUS,
          Claims.MEASUREMENT_RESULTS);

  /** Labels from 0 up to here, which are nearly all, are found by position. */
  private static final int NUMBERS = 320;

  private final List<ClaimKey<?>> keys;
  private final Map<Label, ClaimKey<?>> byLabel = new HashMap<>();
  private final @Nullable ClaimKey<?>[] byNumber = new ClaimKey<?>[NUMBERS];
  private final Map<Label, ClaimKey<?>> byName = new HashMap<>();

  private ClaimRegistry(List<ClaimKey<?>> keys) {
    this.keys = List.copyOf(keys);
    for (ClaimKey<?> key : keys) {
      add(byLabel, key.labelIn(Encoding.CBOR), key);
      add(byName, key.labelIn(Encoding.JSON), key);
    }
    for (int number = 0; number < NUMBERS; number++) {
      byNumber[number] = byLabel.get(Label.of(number));
    }
  }

  /**
   * Returns a registry with these keys beside those of this one.
   *
   * @throws IllegalArgumentException if two keys have one label or one name
   */
  public ClaimRegistry with(ClaimKey<?>... added) {
    List<ClaimKey<?>> all = new ArrayList<>(keys);
    all.addAll(List.of(added));
    return new ClaimRegistry(all);
  }

  /**
   * Returns a registry without these keys, for tokens that are known to use the names for something
   * else. Rules between claims leave out claims that are not in here.
   *
   * @throws IllegalArgumentException if verification needs one of them, such as {@code exp}
   */
  public ClaimRegistry without(ClaimKey<?>... removed) {
    List<ClaimKey<?>> all = new ArrayList<>(keys);
    for (ClaimKey<?> key : removed) {
      if (NEEDED.contains(key)) {
        throw new IllegalArgumentException("verification needs " + key.name());
      }
      all.remove(key);
    }
    return new ClaimRegistry(all);
  }

  /** Returns the keys in the order in which JSON is written. */
  public List<ClaimKey<?>> keys() {
    return keys;
  }

  /** Returns the key of what {@code label} marks in {@code encoding}. */
  Optional<ClaimKey<?>> find(Encoding encoding, Label label) {
    @Nullable ClaimKey<?> key = (encoding == Encoding.CBOR ? byLabel : byName).get(label);
    return Optional.ofNullable(key);
  }

  /** Returns the key of what {@code label} marks in CBOR, or null. */
  @Nullable ClaimKey<?> inCbor(Label label) {
    if (label instanceof Label.OfInteger number
        && !number.negative()
        && number.argument() >= 0
        && number.argument() < NUMBERS) {
      return byNumber[(int) number.argument()];
    }
    return byLabel.get(label);
  }

  /** Returns the name of the claim whose label in CBOR reads {@code label}, or else that. */
  String nameOf(String label) {
    for (ClaimKey<?> key : keys) {
      if (key.label().isPresent() && key.label().get().toString().equals(label)) {
        return key.name();
      }
    }
    return label;
  }

  private static void add(Map<Label, ClaimKey<?>> map, Optional<Label> label, ClaimKey<?> key) {
    if (label.isPresent() && map.put(label.get(), key) != null) {
      throw new IllegalArgumentException("two keys for claim " + label.get());
    }
  }
}
