package org.rats4j.ear;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Label;

/** The keys of one map of claims: which claim each one marks, and whether all are there. */
final class MapKeys {
  private final Source in;
  private final EarDialect dialect;
  private final ClaimTable table;
  private int seen;
  private @Nullable DecodingException misspelled;

  private MapKeys(Source in, EarDialect dialect, ClaimTable table) {
    this.in = in;
    this.dialect = dialect;
    this.table = table;
  }

  static MapKeys atTop(Source in, EarDialect dialect) {
    return new MapKeys(in, dialect, ClaimTable.top(in.encoding(), dialect));
  }

  static MapKeys inAppraisal(Source in, EarDialect dialect) {
    return new MapKeys(in, dialect, ClaimTable.appraisal(in.encoding(), dialect));
  }

  /** Returns the claim that {@code label} marks, or null if the value is to be kept as it is. */
  @Nullable EarClaim claim(Label label) throws DecodingException {
    EarClaim claim = table.find(label);
    if (claim == null) {
      claim = table.findMisspelled(label);
      if (claim == null || !isAccepted(claim)) {
        return null;
      }
    }
    seen |= 1 << claim.ordinal();
    return claim;
  }

  /** A strict reader complains later, and not at all if a mandatory claim is missing therefore. */
  private boolean isAccepted(EarClaim claim) throws DecodingException {
    String message = "another dialect's name for " + claim.name(dialect);
    if (in.options().allows(EarLeniencies.CLAIM_SPELLING)) {
      in.deviation(EarLeniencies.CLAIM_SPELLING, message);
      return true;
    }
    if (misspelled == null) {
      misspelled =
          in.fail(Reason.UNEXPECTED_STRUCTURE, EarLeniencies.CLAIM_SPELLING.code(), message);
    }
    return false;
  }

  /** Keeps the value of a key that marks no claim. */
  void keepUnknown(Label label, ClaimMap.Builder into) {
    String code = EarCodes.UNKNOWN_CLAIM;
    Severity severity = Severity.INFO;
    if (in.encoding() == Encoding.CBOR && ClaimTable.findName(label) != null) {
      code = EarCodes.TEXT_NAME_IN_CBOR;
      severity = Severity.WARNING;
    }
    into.put(label, in.readRaw());
    in.remark(code, severity, "claim is not of this dialect");
  }

  /**
   * Checks what can be checked only at the end of the map, which was left just now.
   *
   * @throws DecodingException if one of {@code claims} is missing, or a name was misspelled
   */
  void require(EarClaim... claims) throws DecodingException {
    for (EarClaim claim : claims) {
      if ((seen & 1 << claim.ordinal()) == 0) {
        throw DecodingException.of(
            Reason.UNEXPECTED_STRUCTURE,
            EarCodes.EAR_MISSING,
            in.path(claim.label(in.encoding(), dialect)),
            "mandatory claim is missing");
      }
    }
    if (misspelled != null) {
      throw misspelled;
    }
  }
}
