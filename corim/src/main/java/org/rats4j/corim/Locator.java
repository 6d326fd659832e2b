package org.rats4j.corim;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Digest;

/**
 * Where another CoRIM may be found, for information.
 *
 * <pre>{@code
 * corim-locator-map = {
 *   &(href: 0) => uri / [ + uri ]
 *   ? &(thumbprint: 1) => digest / [ + digest ]
 * }
 * }</pre>
 *
 * <p>Nothing says which digest belongs to which place.
 */
public final class Locator {
  private final List<String> hrefs;
  private final List<Digest> thumbprints;
  private final boolean hrefIsList;
  private final boolean thumbprintIsList;
  private final RawEntries unknown;

  private Locator(
      List<String> hrefs,
      List<Digest> thumbprints,
      boolean hrefIsList,
      boolean thumbprintIsList,
      RawEntries unknown) {
    this.hrefs = List.copyOf(hrefs);
    this.thumbprints = List.copyOf(thumbprints);
    this.hrefIsList = hrefIsList || this.hrefs.size() > 1;
    this.thumbprintIsList = thumbprintIsList || this.thumbprints.size() > 1;
    this.unknown = Objects.requireNonNull(unknown, "unknown");
    if (this.hrefs.isEmpty()) {
      throw new IllegalArgumentException("locator has no href");
    }
  }

  /**
   * Returns a locator.
   *
   * @throws IllegalArgumentException if there is no URI
   */
  public static Locator of(List<String> hrefs, List<Digest> thumbprints) {
    return new Locator(hrefs, thumbprints, false, false, RawEntries.EMPTY);
  }

  /** Returns this locator, which writes one URI or one digest as a list, too, where told so. */
  public Locator asLists(boolean hrefIsList, boolean thumbprintIsList) {
    return new Locator(hrefs, thumbprints, hrefIsList, thumbprintIsList, unknown);
  }

  /** Returns this locator with entries that a newer draft defines. */
  public Locator withUnknown(RawEntries entries) {
    return new Locator(hrefs, thumbprints, hrefIsList, thumbprintIsList, entries);
  }

  /** Returns the URIs, at least one. */
  public List<String> hrefs() {
    return hrefs;
  }

  /** Returns the digests; may be empty. */
  public List<Digest> thumbprints() {
    return thumbprints;
  }

  /** Returns whether the URIs are written as a list, which one URI need not be. */
  public boolean hrefIsList() {
    return hrefIsList;
  }

  /** Returns whether the digests are written as a list, which one digest need not be. */
  public boolean thumbprintIsList() {
    return thumbprintIsList;
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Locator other
        && hrefs.equals(other.hrefs)
        && thumbprints.equals(other.thumbprints)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * hrefs.hashCode() + thumbprints.hashCode();
  }

  @Override
  public String toString() {
    return hrefs + " " + thumbprints;
  }
}
