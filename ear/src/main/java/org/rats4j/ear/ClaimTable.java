package org.rats4j.ear;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;

/** The claims that one dialect has on one level, by what marks them in one encoding. */
final class ClaimTable {
  private static final Map<EarDialect, ClaimTable> JSON_TOP = tables(Encoding.JSON, true);
  private static final Map<EarDialect, ClaimTable> JSON_APPRAISAL = tables(Encoding.JSON, false);
  private static final Map<EarDialect, ClaimTable> CBOR_TOP = tables(Encoding.CBOR, true);
  private static final Map<EarDialect, ClaimTable> CBOR_APPRAISAL = tables(Encoding.CBOR, false);

  private static final Map<Label, EarClaim> ANY_NAME = new HashMap<>();
  private static final Map<Label, EarClaim> ANY_NUMBER = new HashMap<>();

  static {
    for (EarClaim claim : EarClaim.values()) {
      ANY_NAME.put(claim.dottedLabel(), claim);
      ANY_NAME.put(claim.underscoredLabel(), claim);
      ANY_NUMBER.put(claim.cborLabel(), claim);
    }
  }

  private final Map<Label, EarClaim> claims = new HashMap<>();
  private final Map<Label, EarClaim> misspelled = new HashMap<>();

  private ClaimTable(Encoding encoding, EarDialect dialect, boolean top) {
    for (EarClaim claim : EarClaim.values()) {
      if (top ? claim.isAtTop(dialect) : claim.isInAppraisal(dialect)) {
        claims.put(claim.label(encoding, dialect), claim);
        if (encoding == Encoding.JSON && claim.hasTwoNames()) {
          misspelled.put(
              dialect.isDotted() ? claim.underscoredLabel() : claim.dottedLabel(), claim);
        }
      }
    }
  }

  private static Map<EarDialect, ClaimTable> tables(Encoding encoding, boolean top) {
    Map<EarDialect, ClaimTable> tables = new EnumMap<>(EarDialect.class);
    for (EarDialect dialect : EarDialect.values()) {
      tables.put(dialect, new ClaimTable(encoding, dialect, top));
    }
    return tables;
  }

  static ClaimTable top(Encoding encoding, EarDialect dialect) {
    return of(encoding == Encoding.CBOR ? CBOR_TOP : JSON_TOP, dialect);
  }

  static ClaimTable appraisal(Encoding encoding, EarDialect dialect) {
    return of(encoding == Encoding.CBOR ? CBOR_APPRAISAL : JSON_APPRAISAL, dialect);
  }

  private static ClaimTable of(Map<EarDialect, ClaimTable> tables, EarDialect dialect) {
    ClaimTable table = tables.get(dialect);
    if (table == null) {
      throw new IllegalStateException("no table of " + dialect);
    }
    return table;
  }

  /** Returns the claim that {@code label} marks, or null. */
  @Nullable EarClaim find(Label label) {
    return claims.get(label);
  }

  /** Returns the claim that {@code label} marks in the other dialects, or null. */
  @Nullable EarClaim findMisspelled(Label label) {
    return misspelled.get(label);
  }

  /** Returns the claim that {@code label} marks in JSON, in whatever dialect and level, or null. */
  static @Nullable EarClaim findName(Label label) {
    return ANY_NAME.get(label);
  }

  /** Returns the claim that {@code label} marks in CBOR, on whatever level, or null. */
  static @Nullable EarClaim findNumber(Label label) {
    return ANY_NUMBER.get(label);
  }
}
