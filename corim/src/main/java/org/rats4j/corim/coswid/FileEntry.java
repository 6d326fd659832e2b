package org.rats4j.corim.coswid;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A file of the software (RFC 9393, section 2.9.2).
 *
 * <pre>{@code
 * file-entry = {
 *   filesystem-item,
 *   ? size (20) => uint,
 *   ? file-version (21) => text,
 *   ? hash (7) => hash-entry,
 *   * $$file-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class FileEntry extends FilesystemItem {
  private static final Member<BigInteger> SIZE = Member.optional(20, "size", WireValues.UNSIGNED);
  private static final Member<String> FILE_VERSION =
      Member.optional(21, "file-version", WireValues.TEXT);
  private static final Member<HashEntry> HASH = Member.optional(7, "hash", WireValues.HASH);

  static final Shape<FileEntry> SHAPE =
      new Shape<>(
          "file-entry",
          FileEntry::new,
          List.of(KEY, LOCATION, FS_NAME, ROOT, SIZE, FILE_VERSION, HASH));

  private FileEntry(Content content) {
    super(content);
  }

  /** Returns a builder of a file with this name, without its path. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns how many bytes the file has ({@code size}). */
  public Optional<BigInteger> size() {
    return get(SIZE);
  }

  /** Returns the version that the file itself tells ({@code file-version}). */
  public Optional<String> version() {
    return get(FILE_VERSION);
  }

  /** Returns the hash of the content ({@code hash}). */
  public Optional<HashEntry> hash() {
    return get(HASH);
  }

  /** Builds {@link FileEntry}. Not safe for use by several threads. */
  public static final class Builder extends FilesystemItem.Builder<Builder> {
    private Builder(String name) {
      super(SHAPE, name);
    }

    /**
     * Sets how many bytes the file has.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder size(long value) {
      return set(SIZE, BigInteger.valueOf(value));
    }

    /** Sets the version that the file itself tells. */
    public Builder version(String value) {
      return set(FILE_VERSION, value);
    }

    /** Sets the hash of the content. */
    public Builder hash(HashEntry value) {
      return set(HASH, value);
    }

    /** Returns the file. */
    public FileEntry build() {
      return new FileEntry(content());
    }
  }
}
