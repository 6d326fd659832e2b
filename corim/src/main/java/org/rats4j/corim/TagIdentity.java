package org.rats4j.corim;

import java.util.Objects;

/**
 * The name and version of a tag.
 *
 * <pre>{@code
 * tag-identity-map = {
 *   &(tag-id: 0) => $tag-id-type-choice
 *   ? &(tag-version: 1) => tag-version-type
 * }
 * tag-version-type = uint .default 0
 * }</pre>
 *
 * <p>A revised tag keeps its name and gets a greater version. A tag that does not say its version
 * is equal to one that says 0.
 */
public final class TagIdentity implements Comparable<TagIdentity> {
  private final TagId id;
  private final long version;
  private final boolean saysVersion;
  private final RawEntries unknown;

  private TagIdentity(TagId id, long version, boolean saysVersion, RawEntries unknown) {
    this.id = Objects.requireNonNull(id, "id");
    this.version = version;
    this.saysVersion = saysVersion;
    this.unknown = Objects.requireNonNull(unknown, "unknown");
  }

  /** Returns an identity that does not say its version, which is 0. */
  public static TagIdentity of(TagId id) {
    return new TagIdentity(id, 0, false, RawEntries.EMPTY);
  }

  /**
   * Returns an identity.
   *
   * @param version an unsigned number
   */
  public static TagIdentity of(TagId id, long version) {
    return new TagIdentity(id, version, true, RawEntries.EMPTY);
  }

  /** Returns this identity with entries that a newer draft defines. */
  public TagIdentity withUnknown(RawEntries entries) {
    return new TagIdentity(id, version, saysVersion, entries);
  }

  /** Returns the name. */
  public TagId id() {
    return id;
  }

  /** Returns the version, an unsigned number; 0 if the tag does not say. */
  public long version() {
    return version;
  }

  /** Returns whether the tag says its version. */
  public boolean saysVersion() {
    return saysVersion;
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  /**
   * Compares by name, texts before UUIDs, then by version; entries of newer drafts do not count. It
   * also keeps hash tables fast where a CoRIM has names of one hash.
   */
  @Override
  public int compareTo(TagIdentity other) {
    int order = compare(id, other.id);
    return order != 0 ? order : Long.compareUnsigned(version, other.version);
  }

  private static int compare(TagId one, TagId other) {
    if (one instanceof TagId.OfText text) {
      return other instanceof TagId.OfText otherText ? text.compareTo(otherText) : -1;
    }
    return one instanceof TagId.OfUuid uuid && other instanceof TagId.OfUuid otherUuid
        ? uuid.compareTo(otherUuid)
        : 1;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof TagIdentity other
        && version == other.version
        && id.equals(other.id)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Long.hashCode(version);
  }

  /** Returns name and version. */
  @Override
  public String toString() {
    return id + " version " + Long.toUnsignedString(version);
  }
}
