package org.rats4j.corim.appraisal;

import java.util.Optional;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;

/** What the tuples of all kinds say in the same way. */
abstract class CommonEct {
  final EctCommon common;

  CommonEct(EctCommon common) {
    this.common = common;
  }

  /** Returns what is spoken of; where there are members or trustees it is the domain. */
  public final Environment environment() {
    return common.environment();
  }

  /** Returns who says so. */
  public final Authority authority() {
    return common.authority();
  }

  /** Returns the profile that says what the claims mean; empty if it is the specification alone. */
  public final Optional<CorimProfileId> profile() {
    return common.profile();
  }
}
