package org.rats4j.corim.coswid;

import java.util.Optional;

/**
 * A file or directory (RFC 9393, section 2.9.2).
 *
 * <pre>{@code
 * filesystem-item = (
 *   ? key (22) => bool,
 *   ? location (23) => text,
 *   fs-name (24) => text,
 *   ? root (25) => text
 * )
 * }</pre>
 */
public abstract sealed class FilesystemItem extends SwidMap permits FileEntry, DirectoryEntry {
  static final Member<Boolean> KEY = Member.optional(22, "key", WireValues.BOOLEAN);
  static final Member<String> LOCATION = Member.optional(23, "location", WireValues.TEXT);
  static final Member<String> FS_NAME = Member.required(24, "fs-name", WireValues.TEXT);
  static final Member<String> ROOT = Member.optional(25, "root", WireValues.TEXT);

  FilesystemItem(Content content) {
    super(content);
  }

  /** Returns whether the software cannot do without the item ({@code key}). */
  public final Optional<Boolean> key() {
    return get(KEY);
  }

  /** Returns the path to the item, a form that RFC 9393 advises against ({@code location}). */
  public final Optional<String> location() {
    return get(LOCATION);
  }

  /** Returns the name without its path ({@code fs-name}). */
  public final String name() {
    return require(FS_NAME);
  }

  /** Returns the folder that the item is in, with the variables of the system ({@code root}). */
  public final Optional<String> root() {
    return get(ROOT);
  }

  /**
   * Builds a file or directory. Not safe for use by several threads.
   *
   * @param <B> the class of the builder
   */
  public abstract static sealed class Builder<B extends Builder<B>> extends SwidMap.Builder<B>
      permits FileEntry.Builder, DirectoryEntry.Builder {
    Builder(Shape<?> shape, String name) {
      super(shape);
      set(FS_NAME, name);
    }

    /** Sets whether the software cannot do without the item. */
    public final B key(boolean value) {
      return set(KEY, value);
    }

    /** Sets the path to the item. */
    public final B location(String value) {
      return set(LOCATION, value);
    }

    /** Sets the folder that the item is in. */
    public final B root(String value) {
      return set(ROOT, value);
    }
  }
}
