package org.rats4j.corim.appraisal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.MeasurementValues;

/** The part of an element that a condition names. */
final class Selection {
  private Selection() {}

  /** Returns {@code element} with the values at {@code codePoints} alone. */
  static Element of(Element element, List<Label> codePoints) {
    MeasurementValues claims = element.claims();
    if (codePoints.containsAll(claims.codePoints())) {
      return element;
    }
    MeasurementValues.Builder part = MeasurementValues.builder();
    Map<Label, Bytes> extensions = new HashMap<>();
    for (Label codePoint : codePoints) {
      if (!copy(codePoint, claims, part)) {
        claims.extensions().get(codePoint).ifPresent(value -> extensions.put(codePoint, value));
      }
    }
    return element.withClaims(part.extensions(RawEntries.of(extensions)).build());
  }

  private static boolean copy(
      Label codePoint, MeasurementValues from, MeasurementValues.Builder to) {
    if (!(codePoint instanceof Label.OfInteger number) || !number.fitsLong()) {
      return false;
    }
    switch ((int) Math.max(-1, Math.min(number.longValue(), Integer.MAX_VALUE))) {
      case MeasurementValues.VERSION -> from.version().ifPresent(to::version);
      case MeasurementValues.SVN -> from.svn().ifPresent(to::svn);
      case MeasurementValues.DIGESTS -> to.digests(from.digests());
      case MeasurementValues.FLAGS -> from.flags().ifPresent(to.allowEmptyFlags()::flags);
      case MeasurementValues.RAW_VALUE -> from.rawValue().ifPresent(to::rawValue);
      case MeasurementValues.RAW_VALUE_MASK -> {
        // The value of an entry never has a mask when a condition matches it.
      }
      case MeasurementValues.MAC_ADDRESS -> from.macAddress().ifPresent(to::macAddress);
      case MeasurementValues.IP_ADDRESS -> from.ipAddress().ifPresent(to::ipAddress);
      case MeasurementValues.SERIAL_NUMBER -> from.serialNumber().ifPresent(to::serialNumber);
      case MeasurementValues.UEID -> from.ueid().ifPresent(to::ueid);
      case MeasurementValues.UUID -> from.uuid().ifPresent(to::uuid);
      case MeasurementValues.NAME -> from.name().ifPresent(to::name);
      case MeasurementValues.CRYPTO_KEYS -> to.cryptoKeys(from.cryptoKeys());
      case MeasurementValues.INTEGRITY_REGISTERS ->
          from.integrityRegisters().ifPresent(to::integrityRegisters);
      case MeasurementValues.INT_RANGE -> from.intRange().ifPresent(to::intRange);
      case MeasurementValues.PSA_CERTIFICATE_NUMBER ->
          from.psaCertificateNumber().ifPresent(to::psaCertificateNumber);
      default -> {
        return false;
      }
    }
    return true;
  }
}
