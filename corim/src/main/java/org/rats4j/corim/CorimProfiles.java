package org.rats4j.corim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.corim.cca.CcaPlatformProfile;
import org.rats4j.corim.cca.CcaRealmProfile;
import org.rats4j.corim.comid.UnknownChoice;
import org.rats4j.corim.psa.PsaProfile;
import org.rats4j.corim.tdx.TdxProfile;

/**
 * The profiles that a reader knows. A CoRIM of another profile is refused, unless the reader keeps
 * those, too.
 */
public final class CorimProfiles {
  /** No profile. */
  public static final CorimProfiles NONE = new CorimProfiles(Map.of(), Map.of(), false);

  /** The profiles that come with this library: PSA, both of CCA, and Intel TDX. */
  public static final CorimProfiles BUILT_IN =
      NONE.with(PsaProfile.PROFILE)
          .with(CcaPlatformProfile.PROFILE)
          .with(CcaRealmProfile.PROFILE)
          .with(TdxProfile.PROFILE);

  private final Map<CorimProfileId, CorimProfile> profiles;
  private final Map<Long, TagDecoder> decoders;
  private final boolean keepsUnknown;

  private CorimProfiles(
      Map<CorimProfileId, CorimProfile> profiles,
      Map<Long, TagDecoder> decoders,
      boolean keepsUnknown) {
    this.profiles = profiles;
    this.decoders = decoders;
    this.keepsUnknown = keepsUnknown;
  }

  /** Returns these profiles and {@code profile}, which replaces one of its name. */
  public CorimProfiles with(CorimProfile profile) {
    Map<CorimProfileId, CorimProfile> all = new LinkedHashMap<>(profiles);
    all.put(profile.id(), profile);
    return new CorimProfiles(Collections.unmodifiableMap(all), decoders, keepsUnknown);
  }

  /**
   * Returns these profiles, with which tags of one more number are read; {@code decoder} replaces
   * one of its number.
   *
   * @throws IllegalArgumentException if the tag is one that the draft defines, CoTS aside
   */
  public CorimProfiles with(TagDecoder decoder) {
    long number = decoder.number();
    if (UnknownChoice.isReserved(number) && number != ConciseTag.COTS) {
      throw new IllegalArgumentException("tag " + number + " has a meaning of its own");
    }
    Map<Long, TagDecoder> all = new LinkedHashMap<>(decoders);
    all.put(number, decoder);
    return new CorimProfiles(profiles, Collections.unmodifiableMap(all), keepsUnknown);
  }

  /** Returns what reads tags of this number. */
  public Optional<TagDecoder> decoder(long number) {
    return Optional.ofNullable(decoders.get(number));
  }

  /**
   * Returns these profiles, with which CoRIMs of other profiles are read, too, and remarked with
   * {@link CorimCodes#UNKNOWN_PROFILE}. What a profile means by its additions is not known then.
   */
  public CorimProfiles keepingUnknown() {
    return new CorimProfiles(profiles, decoders, true);
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
