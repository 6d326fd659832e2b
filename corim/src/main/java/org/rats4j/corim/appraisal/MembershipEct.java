package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;

/**
 * What belongs to a domain.
 *
 * <pre>{@code
 * M-ECT = { ect-common, ? &(members: "members") => [ + environment-map ] }
 * }</pre>
 */
public final class MembershipEct extends CommonEct implements Ect {
  private final List<Environment> members;

  private MembershipEct(EctCommon common, List<Environment> members) {
    super(common);
    this.members = members;
  }

  /**
   * Returns a tuple; of equal members one stays.
   *
   * @param domain what has the members
   * @throws IllegalArgumentException if there is no member or the authority is empty
   */
  public static MembershipEct of(
      Environment domain, Authority authority, List<Environment> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("list of members is empty");
    }
    return new MembershipEct(
        new EctCommon(domain, authority, null), Distinct.of(members, EctCodec::encode));
  }

  /** Returns this tuple under {@code profile}. */
  public MembershipEct withProfile(CorimProfileId profile) {
    return new MembershipEct(common.withProfile(profile), members);
  }

  /** Returns the members, at least one, none twice. */
  public List<Environment> members() {
    return members;
  }

  @Override
  public boolean equals(Object o) {
    return this == o || (o instanceof MembershipEct other && encode().equals(other.encode()));
  }

  @Override
  public int hashCode() {
    return encode().hashCode();
  }

  @Override
  public String toString() {
    return "members of " + common + ": " + members;
  }
}
