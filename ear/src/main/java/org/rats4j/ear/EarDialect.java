package org.rats4j.ear;

import java.util.List;
import java.util.Optional;

/**
 * The draft level that a token follows: how its claims are called and which there are.
 *
 * <p>A token names its dialect by its profile ({@code eat_profile}). New constants may appear in
 * minor releases.
 */
public enum EarDialect {
  /** The names {@code ear.x-y} of draft-fv-rats-ear and draft-ietf-rats-ear-00. */
  VERAISON_2023(
      "2023",
      List.of(
          "tag:github.com,2023:veraison/ear",
          "tag:github.com,2024:confidential-containers/Trustee")),
  /** The names {@code ear.x-y} under an IETF profile: draft-ietf-rats-ear-01 and -02. */
  IETF_2025_07("2025-07", List.of("tag:ietf.org,2025-07:ear")),
  /** The names {@code ear_x_y}: draft-ietf-rats-ear-03. */
  IETF_03("03", List.of("tag:ietf.org,2026:rats/ear#03")),
  /** The names {@code ear_x_y}, evidence as CMW record: draft-ietf-rats-ear-04. */
  IETF_04("04", List.of("tag:ietf.org,2026:rats/ear#04"));

  private final String id;
  private final List<String> profiles;

  EarDialect(String id, List<String> profiles) {
    this.id = id;
    this.profiles = profiles;
  }

  /** Returns the dialect that {@code profile} names, compared exactly; empty if none does. */
  public static Optional<EarDialect> ofProfile(String profile) {
    for (EarDialect dialect : values()) {
      if (dialect.profiles.contains(profile)) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }

  /** Returns the short name: {@code 2023}, {@code 2025-07}, {@code 03} or {@code 04}. */
  public String id() {
    return id;
  }

  /** Returns the profile that is written. */
  public String profile() {
    return profiles.get(0);
  }

  /** Returns the profiles that are read as this dialect without being asked for. */
  public List<String> profiles() {
    return profiles;
  }

  /** Returns whether claims are called {@code ear.x-y}, not {@code ear_x_y}. */
  boolean isDotted() {
    return this == VERAISON_2023 || this == IETF_2025_07;
  }
}
