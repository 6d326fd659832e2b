package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/** Reads the claims of an element. */
final class ClaimReader {
  private static final String RETIRED_ARC = EvidenceOids.LEGACY_02_TO_05.arc() + ".";

  private final EvidenceOptions options;
  private final Findings findings;
  private final boolean request;

  ClaimReader(EvidenceOptions options, Findings findings, boolean request) {
    this.options = options;
    this.findings = findings;
    this.request = request;
  }

  /**
   * @param kind null for an element of unknown type
   */
  List<ReportedClaim> read(@Nullable ElementKind kind, DerValue list, String elementPath)
      throws DecodingException {
    String listPath = elementPath + "/claims";
    List<DerValue> values = Faults.sequence(list, listPath);
    if (values.isEmpty()) {
      throw Faults.structure(PkixCodes.CLAIMS_EMPTY, listPath, "no claim");
    }
    Faults.limit(values.size(), options.claimsOfElement(), listPath, "claims");
    List<ReportedClaim> claims = new ArrayList<>(values.size());
    Set<EvidenceClaimKey<?>> once = new HashSet<>();
    for (DerValue value : values) {
      String path = listPath + "/" + claims.size();
      ReportedClaim claim = claim(kind, value, path);
      EvidenceClaimKey<?> key = claim.key().orElse(null);
      if (key != null && !key.isRepeatable() && !once.add(key)) {
        throw Faults.duplicate(PkixCodes.CLAIM_REPEATED, path, key.name() + " may stand once");
      }
      claims.add(claim);
    }
    return claims;
  }

  private ReportedClaim claim(@Nullable ElementKind kind, DerValue value, String path)
      throws DecodingException {
    List<DerValue> members = Faults.closed(value, 1, 2, path);
    Oid type = TbsReader.oid(members.get(0), path);
    DerValue content = members.size() == 2 ? members.get(1) : null;
    Bytes encoded = content == null ? null : content.encoded();
    EvidenceClaimKey<?> key = options.claimKey(type);
    if (key == null) {
      checkUnknown(type, content, path);
      return new ReportedClaim(type, encoded, null, null);
    }
    if (!key.belongsTo(kind)) {
      findings.deviation(
          EvidenceLeniencies.CLAIM_WRONG_ELEMENT,
          Reason.UNEXPECTED_STRUCTURE,
          path,
          key.name() + " does not belong here");
      return new ReportedClaim(type, encoded, null, null);
    }
    if (content == null) {
      if (!request && key.isOfDraft()) {
        throw Faults.structure(PkixCodes.CLAIM_VALUE_MISSING, path, key.name() + " has no value");
      }
      return new ReportedClaim(type, null, key, null);
    }
    return new ReportedClaim(type, encoded, key, read(key, content, path));
  }

  private void checkUnknown(Oid type, @Nullable DerValue content, String path)
      throws DecodingException {
    if (!options.oids().isLegacy()
        && content != null
        && content.isContext()
        && type.toString().startsWith(RETIRED_ARC)) {
      throw legacy(path);
    }
    if (options.unknownTypes() == UnknownTypes.REJECT) {
      throw Faults.value(PkixCodes.CLAIM_UNKNOWN, path, "unknown type");
    }
    findings.add(PkixCodes.CLAIM_UNKNOWN, Severity.INFO, path, "unknown type");
  }

  private Object read(EvidenceClaimKey<?> key, DerValue content, String path)
      throws DecodingException {
    if (key.isOfDraft() && content.isContext() && !options.oids().isLegacy()) {
      throw legacy(path);
    }
    try {
      boolean choice = key.isOfDraft() && options.oids().isLegacy();
      return key.codec().read(choice ? LegacyValue.read(key, content) : content);
    } catch (DecodingException e) {
      throw DecodingException.of(e.reason(), code(e), path, key.name() + ": " + e.detail());
    }
  }

  private static String code(DecodingException e) {
    if (!e.code().equals(e.reason().name())) {
      return e.code();
    }
    return switch (e.reason()) {
      case INVALID_VALUE -> PkixCodes.CLAIM_VALUE_RANGE;
      case LIMIT_EXCEEDED -> PkixCodes.LIMIT_EXCEEDED;
      default -> PkixCodes.CLAIM_VALUE_TYPE;
    };
  }

  private static DecodingException legacy(String path) {
    return Faults.structure(
        PkixCodes.LEGACY_VALUE_CHOICE,
        path,
        "value CHOICE of drafts before -06; use the legacy profile");
  }
}
