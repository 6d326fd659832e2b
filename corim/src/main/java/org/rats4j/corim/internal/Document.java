package org.rats4j.corim.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.corim.ChoicePlace;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.TagDecoder;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.EnvironmentClass;

/** What a CoRIM has in common with the tags in it while it is read. */
public final class Document {
  private static final DecodeOptions LENIENT_DEFINITE = definite(CorimOptions.LENIENT);

  private final CorimProfiles profiles;
  private final Remarks remarks;
  private final Shared<String> texts;
  private final Shared<EnvironmentClass> classes;
  private @Nullable CorimProfile profile;
  private int elementsLeft;

  Document(CorimProfiles profiles, Findings findings) {
    this(profiles, findings, true);
  }

  /**
   * Creates a document.
   *
   * @param sharing whether values that are alike become one; too much for a few
   */
  Document(CorimProfiles profiles, Findings findings, boolean sharing) {
    texts = new Shared<>(sharing);
    classes = new Shared<>(sharing);
    this.profiles = profiles;
    this.remarks = new Remarks(findings);
    this.elementsLeft = findings.options().elements();
  }

  /**
   * Opens a part of the document, at {@code root}. Its elements count with those of all parts that
   * were opened before.
   *
   * @throws DecodingException if {@code cbor} is not exactly one item within the limits, or of
   *     indefinite length where the options do not allow that
   */
  CborReader open(Bytes cbor, String root) throws DecodingException {
    Findings findings = remarks.findings();
    DecodeOptions options = findings.options();
    if (options.elements() != elementsLeft) {
      options = options.toBuilder().elements(elementsLeft).build();
    }
    CborReader in =
        options.encodingRule() == EncodingRule.ANY
            ? definite(cbor, options, root)
            : CborReader.of(cbor, options, root, findings);
    elementsLeft -= in.elements();
    return in;
  }

  private CborReader definite(Bytes cbor, DecodeOptions options, String root)
      throws DecodingException {
    Findings findings = remarks.findings();
    DecodeOptions definite =
        options.equals(CorimOptions.LENIENT) ? LENIENT_DEFINITE : definite(options);
    try {
      return CborReader.of(cbor, definite, root, findings);
    } catch (DecodingException e) {
      if (!e.code().equals(CorimLeniencies.INDEFINITE_LENGTH.code())
          || !options.allows(CorimLeniencies.INDEFINITE_LENGTH)) {
        throw e;
      }
    }
    CborReader in = CborReader.of(cbor, options, root, findings);
    remarks.deviation(
        CorimLeniencies.INDEFINITE_LENGTH,
        Reason.ENCODING_RULE,
        root,
        in::path,
        "item of indefinite length");
    return in;
  }

  private static DecodeOptions definite(DecodeOptions options) {
    return options.toBuilder().encodingRule(EncodingRule.DEFINITE).build();
  }

  Remarks remarks() {
    return remarks;
  }

  Shared<String> texts() {
    return texts;
  }

  Shared<EnvironmentClass> classes() {
    return classes;
  }

  Optional<CorimProfile> profile() {
    return Optional.ofNullable(profile);
  }

  Optional<TagDecoder> decoder(long number) {
    return profiles.decoder(number);
  }

  boolean hasChoice(ChoicePlace place, long tag) {
    return profile != null && profile.hasChoice(place, tag);
  }

  /** Reads on under the profile {@code id}, at which {@code in} stands. */
  void useProfile(CorimProfileId id, Source in) throws DecodingException {
    profile = profiles.get(id).orElse(null);
    if (profile == null) {
      if (!profiles.keepsUnknown()) {
        throw in.fail(Reason.UNSUPPORTED, CorimCodes.UNKNOWN_PROFILE, "profile is not known");
      }
      in.warn(CorimCodes.UNKNOWN_PROFILE, "profile is not known");
    }
  }

  /** Holds {@code comid}, which was read at {@code path}, to the rules of the profile. */
  void check(Comid comid, String path) throws DecodingException {
    List<Finding> faults = profile == null ? List.of() : profile.check(comid);
    for (Finding fault : faults) {
      String at = path + fault.path().substring(Math.min("comid".length(), fault.path().length()));
      if (fault.severity() == Severity.ERROR) {
        throw DecodingException.of(
            Reason.INVALID_VALUE, CorimCodes.PROFILE_RULE, at, fault.message());
      }
      remarks.add(fault.code(), fault.severity(), path, () -> at, fault.message());
    }
  }
}
