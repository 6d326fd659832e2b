package org.rats4j.corim.comid;

import java.util.List;

/**
 * Endorses if all conditions hold.
 *
 * <pre>{@code
 * conditional-endorsement-triple-record = [
 *   conditions: [ + stateful-environment-record ],
 *   endorsements: [ + endorsed-triple-record ]
 * ]
 * }</pre>
 *
 * @param conditions what must have been accepted before, all of it, at least one
 * @param endorsements what is endorsed then, at least one
 */
public record ConditionalEndorsementTriple(
    List<ValuesTriple> conditions, List<ValuesTriple> endorsements) {
  /**
   * Creates a record.
   *
   * @throws IllegalArgumentException if {@code conditions} or {@code endorsements} is empty
   */
  public ConditionalEndorsementTriple {
    conditions = List.copyOf(conditions);
    endorsements = List.copyOf(endorsements);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("list of conditions is empty");
    }
    if (endorsements.isEmpty()) {
      throw new IllegalArgumentException("list of endorsements is empty");
    }
  }
}
