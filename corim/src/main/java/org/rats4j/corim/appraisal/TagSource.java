package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;

/** The tag that triples come from, who signed it and when it counts. */
final class TagSource {
  private final TagId corim;
  private final TagIdentity tag;
  private final @Nullable CorimProfileId profile;
  private final Authority authority;
  private final String signer;
  private final Instant validFrom;
  private Instant validUntil;

  TagSource(
      TagId corim,
      TagIdentity tag,
      @Nullable CorimProfileId profile,
      Authority authority,
      String signer,
      Instant validFrom,
      Instant validUntil) {
    this.corim = corim;
    this.tag = tag;
    this.profile = profile;
    this.authority = authority;
    this.signer = signer;
    this.validFrom = validFrom;
    this.validUntil = validUntil;
  }

  TagId corim() {
    return corim;
  }

  TagIdentity tag() {
    return tag;
  }

  Optional<CorimProfileId> profile() {
    return Optional.ofNullable(profile);
  }

  Authority authority() {
    return authority;
  }

  /** Returns what the signer calls himself; empty if there is none. */
  String signer() {
    return signer;
  }

  /** Returns the times from and up to which the tag counts. */
  String validity() {
    return validFrom + " " + validUntil;
  }

  /** Makes the tag count no longer than until {@code time}; while the store is made. */
  void limitTo(Instant time) {
    validUntil = time.isBefore(validUntil) ? time : validUntil;
  }

  boolean isValid(Instant now) {
    return !now.isBefore(validFrom) && !now.isAfter(validUntil);
  }
}
