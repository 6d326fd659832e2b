package org.rats4j.corim.appraisal;

import java.util.Objects;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;

/**
 * The triple that something comes from.
 *
 * @param corim the name of the CoRIM
 * @param tag the name and version of the CoMID in it
 * @param triples the key of the triples in the triples-map, a constant of {@link
 *     org.rats4j.corim.comid.Triples}
 * @param index the position of the triple in its list, from 0
 * @param authority who signed the CoRIM
 * @param signer what the signer of the CoRIM calls himself; empty if there is no signature
 */
public record Origin(
    TagId corim, TagIdentity tag, int triples, int index, Authority authority, String signer) {
  /** Creates an origin. */
  public Origin {
    Objects.requireNonNull(corim, "corim");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(signer, "signer");
  }

  /** Returns what kind of triple it is, in words, such as {@code reference value}. */
  public String kind() {
    return Wording.triple(this);
  }

  /**
   * Returns whose word it is, for people, as in {@code signed by "ACME Ltd.", key sha-256:00ff}.
   * The name is the signer's own choice; what was verified is the key.
   */
  public String attribution() {
    return signer.isEmpty()
        ? "by authority of " + authority.describe()
        : "signed by \"" + signer + "\", " + authority.describe();
  }

  /** Returns the names and the place, as in {@code CoRIM a, tag b version 0, triples/0/17}. */
  @Override
  public String toString() {
    return "CoRIM " + corim + ", tag " + tag + ", triples/" + triples + "/" + index;
  }
}
