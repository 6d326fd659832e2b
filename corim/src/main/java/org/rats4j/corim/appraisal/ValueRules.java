package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Flags;
import org.rats4j.corim.comid.IntegrityRegisters;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.Version;

/**
 * The comparisons of the specification, one for each code point. The entry has a value there.
 *
 * @param options decides where the specification does not
 */
record ValueRules(AppraisalOptions options) {
  private static final int FIRST_DRAFT_12 = 16;
  private static final int LAST_DRAFT_12 = 19;

  /** Compares the values at {@code codePoint}, which both have. */
  Comparison compare(Label codePoint, MeasurementValues condition, MeasurementValues entry) {
    if (!(codePoint instanceof Label.OfInteger number) || !number.fitsLong()) {
      return Comparison.NO_RULE;
    }
    long point = number.longValue();
    if (point >= FIRST_DRAFT_12 && point <= LAST_DRAFT_12) {
      return options.has(Alternative.DRAFT_12_VALUES)
          ? GenericRule.compare((int) point, raw(condition, codePoint), raw(entry, codePoint))
          : Comparison.NO_RULE;
    }
    return switch ((int) Math.max(-1, Math.min(point, Integer.MAX_VALUE))) {
      case MeasurementValues.VERSION ->
          version(condition.version().orElseThrow(), entry.version().orElseThrow());
      case MeasurementValues.SVN -> svn(condition.svn().orElseThrow(), entry.svn().orElseThrow());
      case MeasurementValues.DIGESTS ->
          new DigestRule(options).compare(condition.digests(), entry.digests());
      case MeasurementValues.FLAGS ->
          flags(condition.flags().orElseThrow(), entry.flags().orElseThrow());
      case MeasurementValues.RAW_VALUE -> RawValueRule.compare(condition, entry);
      case MeasurementValues.MAC_ADDRESS -> equal(condition.macAddress(), entry.macAddress());
      case MeasurementValues.IP_ADDRESS -> equal(condition.ipAddress(), entry.ipAddress());
      case MeasurementValues.SERIAL_NUMBER -> equal(condition.serialNumber(), entry.serialNumber());
      case MeasurementValues.UEID -> equal(condition.ueid(), entry.ueid());
      case MeasurementValues.UUID -> equal(condition.uuid(), entry.uuid());
      case MeasurementValues.NAME -> equal(condition.name(), entry.name());
      case MeasurementValues.CRYPTO_KEYS -> keys(condition.cryptoKeys(), entry.cryptoKeys());
      case MeasurementValues.INTEGRITY_REGISTERS ->
          registers(
              condition.integrityRegisters().orElseThrow(),
              entry.integrityRegisters().orElseThrow());
      case MeasurementValues.INT_RANGE ->
          RangeRule.compare(condition.intRange().orElseThrow(), entry.intRange().orElseThrow());
      case MeasurementValues.PSA_CERTIFICATE_NUMBER ->
          same(condition.psaCertificateNumber().equals(entry.psaCertificateNumber()));
      default -> Comparison.NO_RULE;
    };
  }

  private static Bytes raw(MeasurementValues values, Label codePoint) {
    return values.extensions().get(codePoint).orElseThrow();
  }

  private static Comparison same(boolean same) {
    return same ? Comparison.SATISFIED : Comparison.VALUE_DIFFERS;
  }

  /** Compares values for which the specification has no rule. */
  private Comparison equal(Optional<?> condition, Optional<?> entry) {
    return options.has(Alternative.NO_MATCH_WITHOUT_RULE)
        ? Comparison.NO_RULE
        : same(condition.equals(entry));
  }

  private Comparison version(Version condition, Version entry) {
    if (options.has(Alternative.VERSION_MAP_EQUALITY)) {
      return same(condition.equals(entry));
    }
    boolean schemes = condition.scheme().isEmpty() || condition.scheme().equals(entry.scheme());
    return !condition.unknown().isEmpty()
        ? Comparison.NO_RULE
        : same(schemes && condition.version().equals(entry.version()));
  }

  private static Comparison svn(Svn condition, Svn entry) {
    if (entry.isMinimum() && !condition.isMinimum()) {
      return Comparison.MIN_SVN_AS_STATE;
    }
    if (!condition.isMinimum() || entry.isMinimum()) {
      return same(condition.value() == entry.value());
    }
    return Long.compareUnsigned(entry.value(), condition.value()) >= 0
        ? Comparison.SATISFIED
        : Comparison.BELOW_MINIMUM;
  }

  private Comparison flags(Flags condition, Flags entry) {
    if (options.has(Alternative.NO_MATCH_WITHOUT_RULE)) {
      return Comparison.NO_RULE;
    }
    for (int flag : condition.known()) {
      if (!Objects.equals(condition.get(flag), entry.get(flag))) {
        return Comparison.VALUE_DIFFERS;
      }
    }
    for (Label flag : condition.extensions().keys()) {
      if (!condition.extensions().get(flag).equals(entry.extensions().get(flag))) {
        return Comparison.VALUE_DIFFERS;
      }
    }
    return same(!condition.isEmpty());
  }

  private static Comparison keys(List<CryptoKey> condition, List<CryptoKey> entry) {
    return condition.size() <= entry.size() && condition.equals(entry.subList(0, condition.size()))
        ? Comparison.SATISFIED
        : Comparison.KEY_POSITION;
  }

  private Comparison registers(IntegrityRegisters condition, IntegrityRegisters entry) {
    DigestRule digests = new DigestRule(options);
    for (var register : condition.registers().entrySet()) {
      var there = entry.registers().get(register.getKey());
      if (there == null) {
        return Comparison.REGISTER_MISSING;
      }
      Comparison found = digests.compare(register.getValue(), there);
      if (!found.isSatisfied()) {
        return found;
      }
    }
    return Comparison.SATISFIED;
  }
}
