package org.rats4j.corim.appraisal;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.internal.Parts;

/**
 * An environment of a condition: which of its seven leaves it has, and their encoding. It is
 * contained in another environment if that has these leaves with these values.
 */
final class CanonicalEnvironment {
  static final int LEAVES = 7;

  private static final int CLASS_LEAVES = 5;
  private static final int CLASS_MASK = (1 << CLASS_LEAVES) - 1;

  private final Bytes encoded;
  private final byte mask;

  /** Set if there are entries that no rule knows, and later as a memory. */
  private @Nullable Environment decoded;

  private CanonicalEnvironment(Bytes encoded, int mask) {
    this.encoded = encoded;
    this.mask = (byte) mask;
  }

  static CanonicalEnvironment of(Environment environment) {
    @Nullable Bytes[] leaves = leaves(environment);
    int mask = mask(leaves);
    CanonicalEnvironment canonical = new CanonicalEnvironment(encode(leaves, mask), mask);
    if (hasUnknown(environment)) {
      canonical.decoded = environment;
    }
    return canonical;
  }

  /** Returns the known leaves, those of the class first. */
  static @Nullable Bytes[] leaves(Environment environment) {
    @Nullable Bytes[] leaves = new @Nullable Bytes[LEAVES];
    if (environment.environmentClass().isPresent()) {
      EnvironmentClass named = environment.environmentClass().get();
      named.id().ifPresent(id -> leaves[0] = id.encode());
      named.vendor().ifPresent(text -> leaves[1] = new CborWriter().writeText(text).toBytes());
      named.model().ifPresent(text -> leaves[2] = new CborWriter().writeText(text).toBytes());
      named.layer().ifPresent(number -> leaves[3] = unsigned(number));
      named.index().ifPresent(number -> leaves[4] = unsigned(number));
    }
    environment.instance().ifPresent(instance -> leaves[5] = instance.encode());
    environment.group().ifPresent(group -> leaves[6] = group.encode());
    return leaves;
  }

  private static Bytes unsigned(long number) {
    CborWriter out = new CborWriter();
    if (number >= 0) {
      out.writeInt(number);
    } else {
      out.writeInteger(new java.math.BigInteger(Long.toUnsignedString(number)));
    }
    return out.toBytes();
  }

  static int mask(@Nullable Bytes[] leaves) {
    int mask = 0;
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      if (leaves[leaf] != null) {
        mask |= 1 << leaf;
      }
    }
    return mask;
  }

  /** Returns the environment that has those of {@code leaves} whose bits are in {@code mask}. */
  static Bytes encode(@Nullable Bytes[] leaves, int mask) {
    CborWriter out = new CborWriter();
    int classMask = mask & CLASS_MASK;
    out.startMap((classMask == 0 ? 0 : 1) + Integer.bitCount(mask >> CLASS_LEAVES));
    if (classMask != 0) {
      out.writeInt(0).startMap(Integer.bitCount(classMask));
      for (int leaf = 0; leaf < CLASS_LEAVES; leaf++) {
        write(leaves, mask, leaf, leaf, out);
      }
    }
    write(leaves, mask, CLASS_LEAVES, 1, out);
    write(leaves, mask, CLASS_LEAVES + 1, 2, out);
    return out.toBytes();
  }

  private static void write(@Nullable Bytes[] leaves, int mask, int leaf, int key, CborWriter out) {
    Bytes value = leaves[leaf];
    if ((mask >> leaf & 1) != 0 && value != null) {
      out.writeInt(key).writeRaw(value);
    }
  }

  private static boolean hasUnknown(Environment environment) {
    return !environment.unknown().isEmpty()
        || !environment
            .environmentClass()
            .map(EnvironmentClass::unknown)
            .orElse(RawEntries.EMPTY)
            .isEmpty();
  }

  /** Returns the known leaves as an environment. */
  Bytes encoded() {
    return encoded;
  }

  int mask() {
    return mask;
  }

  /** Returns whether the leaves are all that there is to compare. */
  boolean isKnown() {
    Environment environment = decoded;
    return environment == null || !hasUnknown(environment);
  }

  /** Returns the environment. */
  Environment environment() {
    Environment environment = decode();
    decoded = environment;
    return environment;
  }

  /** Returns the environment, and keeps nothing: there are as many of these as devices. */
  Environment decode() {
    Environment known = decoded;
    try {
      return known == null ? Parts.environment(encoded) : known;
    } catch (DecodingException e) {
      throw new IllegalStateException("an environment that was encoded here", e);
    }
  }

  /** Returns whether {@code entry} has the entries that no rule knows, with equal values. */
  boolean unknownIsIn(Environment entry) {
    if (isKnown()) {
      return true;
    }
    Environment wanted = environment();
    return isIn(wanted.unknown(), entry.unknown())
        && isIn(
            wanted.environmentClass().map(EnvironmentClass::unknown).orElse(RawEntries.EMPTY),
            entry.environmentClass().map(EnvironmentClass::unknown).orElse(RawEntries.EMPTY));
  }

  private static boolean isIn(RawEntries wanted, RawEntries entry) {
    return wanted.keys().stream().allMatch(key -> wanted.get(key).equals(entry.get(key)));
  }

  @Override
  public String toString() {
    return environment().toString();
  }
}
