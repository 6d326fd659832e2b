package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;

/**
 * On whom the trust in a domain depends.
 *
 * <pre>{@code
 * T-ECT = { ect-common, ? &(trustees: "trustees") => [ + environment-map ] }
 * }</pre>
 */
public final class TrustEct extends CommonEct implements Ect {
  private final List<Environment> trustees;

  private TrustEct(EctCommon common, List<Environment> trustees) {
    super(common);
    this.trustees = trustees;
  }

  /**
   * Returns a tuple; of equal trustees one stays.
   *
   * @param domain what trusts
   * @throws IllegalArgumentException if there is no trustee or the authority is empty
   */
  public static TrustEct of(Environment domain, Authority authority, List<Environment> trustees) {
    if (trustees.isEmpty()) {
      throw new IllegalArgumentException("list of trustees is empty");
    }
    return new TrustEct(
        new EctCommon(domain, authority, null), Distinct.of(trustees, EctCodec::encode));
  }

  /** Returns this tuple under {@code profile}. */
  public TrustEct withProfile(CorimProfileId profile) {
    return new TrustEct(common.withProfile(profile), trustees);
  }

  /** Returns whom the domain trusts, at least one, none twice. */
  public List<Environment> trustees() {
    return trustees;
  }

  @Override
  public boolean equals(Object o) {
    return this == o || (o instanceof TrustEct other && encode().equals(other.encode()));
  }

  @Override
  public int hashCode() {
    return encode().hashCode();
  }

  @Override
  public String toString() {
    return "trustees of " + common + ": " + trustees;
  }
}
