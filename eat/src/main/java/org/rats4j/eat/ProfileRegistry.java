package org.rats4j.eat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The profiles that a verifier knows. An argument, never a global.
 *
 * <pre>{@code
 * ProfileRegistry known = ProfileRegistry.STANDARD.with(GATEWAY, SENSOR);
 * }</pre>
 */
public final class ProfileRegistry {
  /** No profile. */
  public static final ProfileRegistry EMPTY = new ProfileRegistry(List.of());

  /** The profile that RFC 9711 itself defines, {@link StandardProfiles#CONSTRAINED_DEVICE}. */
  public static final ProfileRegistry STANDARD = EMPTY.with(StandardProfiles.CONSTRAINED_DEVICE);

  private final List<EatProfile> profiles;

  private ProfileRegistry(List<EatProfile> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  /**
   * Returns a registry with these profiles beside those of this one.
   *
   * @throws IllegalArgumentException if two profiles have one name
   */
  public ProfileRegistry with(EatProfile... added) {
    List<EatProfile> all = new ArrayList<>(profiles);
    all.addAll(Arrays.asList(added));
    if (all.stream().map(EatProfile::name).distinct().count() != all.size()) {
      throw new IllegalArgumentException("two profiles have one name");
    }
    return new ProfileRegistry(all);
  }

  /** Returns the profiles. */
  public List<EatProfile> profiles() {
    return profiles;
  }

  /** Returns the profile {@code id}. A derived one has an identifier of its own. */
  public Optional<EatProfile> find(ProfileId id) {
    return profiles.stream()
        .filter(profile -> profile.id().filter(id::equals).isPresent())
        .findFirst();
  }

  /** Returns the profile that a claim of {@code claims} names. */
  public Optional<EatProfile> find(EatClaims claims) {
    return named(claims, profiles);
  }

  /** Returns that of {@code profiles} which a claim of {@code claims} names. */
  static Optional<EatProfile> named(EatClaims claims, List<EatProfile> profiles) {
    for (EatProfile profile : profiles) {
      if (profile.isNamedBy(claims)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the profile that a claim of {@code claims} names or, if none names one, the first
   * profile as whose the claims look.
   */
  public Optional<EatProfile> findOrGuess(EatClaims claims) {
    return find(claims)
        .or(() -> profiles.stream().filter(profile -> profile.isImpliedBy(claims)).findFirst());
  }

  /** Returns the names of the profiles. */
  @Override
  public String toString() {
    return profiles.toString();
  }
}
