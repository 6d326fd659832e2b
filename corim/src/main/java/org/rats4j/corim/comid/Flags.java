package org.rats4j.corim.comid;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.corim.RawEntries;

/**
 * Properties of a configuration, each true, false or unknown.
 *
 * <pre>{@code
 * flags-map = non-empty<{
 *   ? &(is-configured: 0) => bool
 *   ? &(is-secure: 1) => bool
 *   ...
 *   ? &(is-runtime-updatable: 10) => bool
 *   * $$flags-map-extension
 * }>
 * }</pre>
 */
public final class Flags {
  /** All has been configured. */
  public static final int IS_CONFIGURED = 0;

  /** The mode is one that production asks for. */
  public static final int IS_SECURE = 1;

  /** The environment is in recovery. */
  public static final int IS_RECOVERY = 2;

  /** Debugging is possible. */
  public static final int IS_DEBUG = 3;

  /** Replay is prevented. */
  public static final int IS_REPLAY_PROTECTED = 4;

  /** Integrity is protected. */
  public static final int IS_INTEGRITY_PROTECTED = 5;

  /** The measurement is made at run time. */
  public static final int IS_RUNTIME_MEASURED = 6;

  /** The environment cannot be changed. */
  public static final int IS_IMMUTABLE = 7;

  /** The environment belongs to the trusted computing base. */
  public static final int IS_TCB = 8;

  /** Confidentiality is protected. */
  public static final int IS_CONFIDENTIALITY_PROTECTED = 9;

  /** The environment can be updated at run time. */
  public static final int IS_RUNTIME_UPDATABLE = 10;

  /** How many flags the specification defines: those below this number. */
  public static final int COUNT = 11;

  /** No flag is known; what some files have where there should be no map at all. */
  public static final Flags NONE = new Flags(0, 0, RawEntries.EMPTY);

  private static final Bytes FALSE = Bytes.of(0xf4);
  private static final Bytes TRUE = Bytes.of(0xf5);

  private final int known;
  private final int values;
  private final RawEntries extensions;

  private Flags(int known, int values, RawEntries extensions) {
    this.known = known;
    this.values = values;
    this.extensions = extensions;
  }

  /**
   * Returns these flags and {@code flag}.
   *
   * @param flag a constant of this class
   * @throws IllegalArgumentException if the specification does not define {@code flag}
   */
  public Flags with(int flag, boolean value) {
    if (flag < 0 || flag >= COUNT) {
      throw new IllegalArgumentException("no such flag: " + flag);
    }
    int bit = 1 << flag;
    return new Flags(known | bit, value ? values | bit : values & ~bit, extensions);
  }

  /**
   * Returns these flags with these extensions in place of others.
   *
   * @throws IllegalArgumentException if one is neither true nor false
   */
  public Flags withExtensions(RawEntries entries) {
    for (Label key : entries.keys()) {
      Bytes value = entries.get(key).orElseThrow();
      if (!value.equals(TRUE) && !value.equals(FALSE)) {
        throw new IllegalArgumentException("flag is neither true nor false");
      }
    }
    return new Flags(known, values, Objects.requireNonNull(entries, "entries"));
  }

  /** Returns whether {@code flag} holds; empty if that is not known. */
  public Optional<Boolean> get(int flag) {
    if (flag < 0 || flag >= COUNT || (known >>> flag & 1) == 0) {
      return Optional.empty();
    }
    return Optional.of((values >>> flag & 1) != 0);
  }

  /** Returns the flags of the specification that are true or false. */
  public Set<Integer> known() {
    Set<Integer> flags = new TreeSet<>();
    for (int flag = 0; flag < COUNT; flag++) {
      if ((known >>> flag & 1) != 0) {
        flags.add(flag);
      }
    }
    return flags;
  }

  /** Returns the entries that the specification does not define. */
  public RawEntries extensions() {
    return extensions;
  }

  /** Returns whether nothing is known. */
  public boolean isEmpty() {
    return known == 0 && extensions.isEmpty();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Flags other
        && known == other.known
        && values == other.values
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return 31 * known + values;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("flags");
    for (int flag : known()) {
      text.append(' ').append(flag).append('=').append((values >>> flag & 1) != 0);
    }
    return text.toString();
  }
}
