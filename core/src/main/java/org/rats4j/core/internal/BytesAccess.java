package org.rats4j.core.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;

/**
 * Lets readers and writers of this artifact look at the array behind {@link Bytes} without a copy.
 * Whoever gets the array must not write to it.
 */
public abstract class BytesAccess {
  private static @Nullable BytesAccess instance;

  /** Called once, by the static initialiser of {@link Bytes}. */
  public static void install(BytesAccess access) {
    if (instance != null) {
      throw new IllegalStateException("already installed");
    }
    instance = access;
  }

  private static BytesAccess access() {
    if (instance == null) {
      Bytes.EMPTY.size(); // runs the initialiser
    }
    return Objects.requireNonNull(instance);
  }

  /** Returns the array that holds {@code bytes}, from {@link #offset} on. */
  public static byte[] array(Bytes bytes) {
    return access().arrayOf(bytes);
  }

  /** Returns where {@code bytes} begins in its array. */
  public static int offset(Bytes bytes) {
    return access().offsetOf(bytes);
  }

  /** Returns a view of an array that nobody will change any more. */
  public static Bytes wrap(byte[] array, int offset, int length) {
    return access().wrapArray(array, offset, length);
  }

  /** See {@link #array}. */
  protected abstract byte[] arrayOf(Bytes bytes);

  /** See {@link #offset}. */
  protected abstract int offsetOf(Bytes bytes);

  /** See {@link #wrap}. */
  protected abstract Bytes wrapArray(byte[] array, int offset, int length);
}
