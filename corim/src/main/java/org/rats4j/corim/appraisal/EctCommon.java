package org.rats4j.corim.appraisal;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;

/** What all tuples have. */
final class EctCommon {
  private final Environment environment;
  private final Authority authority;
  private final @Nullable CorimProfileId profile;

  EctCommon(Environment environment, Authority authority, @Nullable CorimProfileId profile) {
    this.environment = Objects.requireNonNull(environment, "environment");
    this.authority = Objects.requireNonNull(authority, "authority");
    this.profile = profile;
    if (authority.keys().isEmpty()) {
      throw new IllegalArgumentException("nobody says so: authority is empty");
    }
  }

  Environment environment() {
    return environment;
  }

  Authority authority() {
    return authority;
  }

  Optional<CorimProfileId> profile() {
    return Optional.ofNullable(profile);
  }

  EctCommon withProfile(CorimProfileId other) {
    return new EctCommon(environment, authority, Objects.requireNonNull(other, "profile"));
  }

  @Override
  public String toString() {
    return environment.toString();
  }
}
