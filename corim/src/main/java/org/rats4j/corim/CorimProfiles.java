package org.rats4j.corim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.corim.cca.CcaPlatformProfile;
import org.rats4j.corim.cca.CcaRealmProfile;
import org.rats4j.corim.psa.PsaProfile;
import org.rats4j.corim.tdx.TdxProfile;

/**
 * The profiles that a reader knows. A CoRIM of another profile is refused, unless the reader keeps
 * those, too.
 */
public final class CorimProfiles {
  /** No profile. */
  public static final CorimProfiles NONE = new CorimProfiles(Map.of(), false);

  /** The profiles that come with this library: PSA, both of CCA, and Intel TDX. */
  public static final CorimProfiles BUILT_IN =
      NONE.with(PsaProfile.PROFILE)
          .with(CcaPlatformProfile.PROFILE)
          .with(CcaRealmProfile.PROFILE)
          .with(TdxProfile.PROFILE);

  private final Map<CorimProfileId, CorimProfile> profiles;
  private final boolean keepsUnknown;

  private CorimProfiles(Map<CorimProfileId, CorimProfile> profiles, boolean keepsUnknown) {
    this.profiles = profiles;
    this.keepsUnknown = keepsUnknown;
  }

  /** Returns these profiles and {@code profile}, which replaces one of its name. */
  public CorimProfiles with(CorimProfile profile) {
    Map<CorimProfileId, CorimProfile> all = new LinkedHashMap<>(profiles);
    all.put(profile.id(), profile);
    return new CorimProfiles(Collections.unmodifiableMap(all), keepsUnknown);
  }

  /**
   * Returns these profiles, with which CoRIMs of other profiles are read, too, and remarked with
   * {@link CorimCodes#UNKNOWN_PROFILE}. What a profile means by its additions is not known then.
   */
  public CorimProfiles keepingUnknown() {
    return new CorimProfiles(profiles, true);
  }

  /** Returns the profile of this name. */
  public Optional<CorimProfile> get(CorimProfileId id) {
    return Optional.ofNullable(profiles.get(Objects.requireNonNull(id, "id")));
  }

  /** Returns whether CoRIMs of other profiles are read, too. */
  public boolean keepsUnknown() {
    return keepsUnknown;
  }
}
