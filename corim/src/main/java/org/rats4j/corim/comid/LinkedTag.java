package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;

/**
 * A tag that another one is related to.
 *
 * <pre>{@code
 * linked-tag-map = {
 *   &(linked-tag-id: 0) => $tag-id-type-choice
 *   &(tag-rel: 1) => $tag-rel-type-choice
 * }
 * $tag-rel-type-choice /= supplements: 0 / replaces: 1
 * }</pre>
 *
 * @param id the name of the other tag
 * @param relation what the tag is to it, such as {@link #REPLACES}
 * @param unknown the entries of a newer draft; empty after a strict read
 */
public record LinkedTag(TagId id, long relation, RawEntries unknown) {
  /** The tag adds to the other one. */
  public static final long SUPPLEMENTS = 0;

  /** The tag takes the place of the other one, whose content must be disregarded. */
  public static final long REPLACES = 1;

  /** Creates a link. */
  public LinkedTag {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(unknown, "unknown");
  }

  /** Returns a link. */
  public static LinkedTag of(TagId id, long relation) {
    return new LinkedTag(id, relation, RawEntries.EMPTY);
  }
}
