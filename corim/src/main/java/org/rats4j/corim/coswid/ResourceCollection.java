package org.rats4j.corim.coswid;

import java.util.List;

/**
 * What the software consists of (RFC 9393, section 2.9.2).
 *
 * <pre>{@code
 * resource-collection = (
 *   ? directory (16) => one-or-more<directory-entry>,
 *   ? file (17) => one-or-more<file-entry>,
 *   ? process (18) => one-or-more<process-entry>,
 *   ? resource (19) => one-or-more<resource-entry>,
 *   * $$resource-collection-extension
 * )
 * }</pre>
 */
public abstract sealed class ResourceCollection extends SwidMap
    permits PayloadEntry, EvidenceEntry {
  static final Member<List<DirectoryEntry>> DIRECTORY = PathElements.DIRECTORY;
  static final Member<List<FileEntry>> FILE = PathElements.FILE;
  static final Member<List<ProcessEntry>> PROCESS =
      Member.oneOrMore(18, "process", ProcessEntry.SHAPE.type());
  static final Member<List<ResourceEntry>> RESOURCE =
      Member.oneOrMore(19, "resource", ResourceEntry.SHAPE.type());

  ResourceCollection(Content content) {
    super(content);
  }

  /** Returns the directories. */
  public final List<DirectoryEntry> directories() {
    return list(DIRECTORY);
  }

  /** Returns the files that are in no directory of this collection. */
  public final List<FileEntry> files() {
    return list(FILE);
  }

  /** Returns the processes. */
  public final List<ProcessEntry> processes() {
    return list(PROCESS);
  }

  /** Returns the resources of other kinds. */
  public final List<ResourceEntry> resources() {
    return list(RESOURCE);
  }

  /**
   * Builds a payload or evidence. Not safe for use by several threads.
   *
   * @param <B> the class of the builder
   */
  public abstract static sealed class Builder<B extends Builder<B>> extends SwidMap.Builder<B>
      permits PayloadEntry.Builder, EvidenceEntry.Builder {
    Builder(Shape<?> shape) {
      super(shape);
    }

    /** Adds a directory. */
    public final B addDirectory(DirectoryEntry value) {
      return add(DIRECTORY, value);
    }

    /** Adds a file. */
    public final B addFile(FileEntry value) {
      return add(FILE, value);
    }

    /** Adds a process. */
    public final B addProcess(ProcessEntry value) {
      return add(PROCESS, value);
    }

    /** Adds a resource of another kind. */
    public final B addResource(ResourceEntry value) {
      return add(RESOURCE, value);
    }
  }
}
