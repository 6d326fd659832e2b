package org.rats4j.corim.coswid;

import java.util.List;
import java.util.Optional;

/**
 * A directory of the software (RFC 9393, section 2.9.2).
 *
 * <pre>{@code
 * directory-entry = {
 *   filesystem-item,
 *   ? path-elements (26) => path-elements-entry,
 *   * $$directory-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class DirectoryEntry extends FilesystemItem {
  // The two shapes contain each other, so one of them has to be looked up late.
  private static final Member<PathElements> PATH_ELEMENTS =
      Member.optional(
          26,
          "path-elements",
          new WireValue<>(in -> PathElements.SHAPE.read(in), (out, map) -> map.write(out)));

  static final Shape<DirectoryEntry> SHAPE =
      new Shape<>(
          "directory-entry",
          DirectoryEntry::new,
          List.of(KEY, LOCATION, FS_NAME, ROOT, PATH_ELEMENTS));

  private DirectoryEntry(Content content) {
    super(content);
  }

  /** Returns a builder of a directory with this name, without its path. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns what the directory contains ({@code path-elements}). */
  public Optional<PathElements> pathElements() {
    return get(PATH_ELEMENTS);
  }

  /** Builds {@link DirectoryEntry}. Not safe for use by several threads. */
  public static final class Builder extends FilesystemItem.Builder<Builder> {
    private Builder(String name) {
      super(SHAPE, name);
    }

    /** Sets what the directory contains. */
    public Builder pathElements(PathElements value) {
      return set(PATH_ELEMENTS, value);
    }

    /** Returns the directory. */
    public DirectoryEntry build() {
      return new DirectoryEntry(content());
    }
  }
}
