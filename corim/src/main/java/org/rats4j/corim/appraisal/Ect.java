package org.rats4j.corim.appraisal;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;

/**
 * An environment-claims tuple: something that is claimed of an environment, and by whom.
 *
 * <pre>{@code
 * ECT = E-ECT / M-ECT / T-ECT / K-ECT
 * ect-common = (
 *   ? &(environment: "environment") => environment-map
 *   ? &(authority: "authority") => [ + $crypto-key-type-choice ]
 *   ? &(profile: "profile") => $profile-type-choice
 * )
 * }</pre>
 *
 * <p>What is accepted needs an environment and an authority, hence they are not optional here.
 */
public sealed interface Ect permits ElementEct, MembershipEct, TrustEct, KeyEct {

  /** Returns what is spoken of. */
  Environment environment();

  /** Returns who says so. */
  Authority authority();

  /** Returns the profile that says what the claims mean; empty if it is the specification alone. */
  Optional<CorimProfileId> profile();

  /**
   * Returns this tuple in deterministic CBOR: a map with the names of the specification as keys.
   * The specification defines no exchange of tuples; this form is for reports and caches.
   */
  default Bytes encode() {
    return EctCodec.encode(this);
  }
}
