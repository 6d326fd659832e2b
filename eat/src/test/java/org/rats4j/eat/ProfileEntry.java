package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.eat.cca.CcaProfiles;
import org.rats4j.eat.psa.PsaProfiles;
import org.rats4j.test.vectors.VectorEntry;

/** A bare set of claims that keeps a profile or does not. */
final class ProfileEntry {
  /** What the manifest calls the profile that has no identifier. */
  private static final String REALM_LEGACY = "realm-legacy";

  private static final List<ProfileRegistry> KNOWN =
      List.of(ProfileRegistry.STANDARD, PsaProfiles.ALL, CcaProfiles.ALL);

  private ProfileEntry() {}

  /** Returns the profile that the entry names. */
  static EatProfile profile(VectorEntry entry) {
    String name = entry.text("profile").orElseThrow();
    if (name.equals(REALM_LEGACY)) {
      return CcaProfiles.REALM_LEGACY;
    }
    return KNOWN.stream()
        .flatMap(registry -> registry.find(ProfileId.of(name)).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no profile " + name));
  }

  static void check(VectorEntry entry) throws Exception {
    EntryReading.check(entry, options -> read(entry, options));
  }

  private static List<Finding> read(VectorEntry entry, DecodeOptions options) throws Exception {
    EatProfile profile = profile(entry);
    EatClaims claims = EatClaims.decode(Bytes.copyOf(entry.content()), Encoding.CBOR, options);
    EatClaims typed =
        EatClaims.decode(
            Bytes.copyOf(entry.content()), Encoding.CBOR, profile.claimRegistry(), options);

    List<Finding> findings = profile.check(claims);

    assertEquals(findings, profile.check(typed));
    assertEquals(
        typed,
        EatClaims.decode(
            typed.encode(Encoding.CBOR), Encoding.CBOR, profile.claimRegistry(), options));
    List<Finding> faults = EatProfile.faults(findings);
    if (!faults.isEmpty()) {
      throw VerificationException.of(
          Reason.PROFILE_MISMATCH, EatCodes.PROFILE_VIOLATION, faults.get(0).path(), "broken");
    }
    return findings;
  }
}
