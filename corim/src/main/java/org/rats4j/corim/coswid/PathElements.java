package org.rats4j.corim.coswid;

import java.util.List;

/**
 * What a directory contains (RFC 9393, section 2.9.2).
 *
 * <pre>{@code
 * path-elements-entry = {
 *   ? directory (16) => one-or-more<directory-entry>,
 *   ? file (17) => one-or-more<file-entry>,
 *   global-attributes
 * }
 * }</pre>
 */
public final class PathElements extends SwidMap {
  static final Member<List<DirectoryEntry>> DIRECTORY =
      Member.oneOrMore(16, "directory", DirectoryEntry.SHAPE.type());
  static final Member<List<FileEntry>> FILE = Member.oneOrMore(17, "file", FileEntry.SHAPE.type());

  static final Shape<PathElements> SHAPE =
      new Shape<>("path-elements-entry", PathElements::new, List.of(DIRECTORY, FILE));

  private PathElements(Content content) {
    super(content);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the directories. */
  public List<DirectoryEntry> directories() {
    return list(DIRECTORY);
  }

  /** Returns the files. */
  public List<FileEntry> files() {
    return list(FILE);
  }

  /** Builds {@link PathElements}. Not safe for use by several threads. */
  public static final class Builder extends SwidMap.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /** Adds a directory. */
    public Builder addDirectory(DirectoryEntry value) {
      return add(DIRECTORY, value);
    }

    /** Adds a file. */
    public Builder addFile(FileEntry value) {
      return add(FILE, value);
    }

    /** Returns the content of the directory. */
    public PathElements build() {
      return new PathElements(content());
    }
  }
}
