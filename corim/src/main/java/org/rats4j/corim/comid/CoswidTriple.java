package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;
import org.rats4j.corim.TagId;

/**
 * States the software of an environment by the names of its CoSWID tags.
 *
 * <pre>{@code
 * coswid-triple-record = [environment-map, [ + concise-swid-tag-id ]]
 * }</pre>
 *
 * @param environment what has the software
 * @param tagIds the names of the tags, at least one
 */
public record CoswidTriple(Environment environment, List<TagId> tagIds) {
  /**
   * Creates a record.
   *
   * @throws IllegalArgumentException if {@code tagIds} is empty
   */
  public CoswidTriple {
    Objects.requireNonNull(environment, "environment");
    tagIds = List.copyOf(tagIds);
    if (tagIds.isEmpty()) {
      throw new IllegalArgumentException("list of tagIds is empty");
    }
  }
}
