package org.rats4j.verifier;

import java.util.Optional;
import org.rats4j.core.Label;
import org.rats4j.corim.comid.MeasurementValues;

/** Single values of measurements. */
final class Values {
  private Values() {}

  /** Returns whether both have the same value at {@code codePoint}. */
  static boolean same(Label codePoint, MeasurementValues one, MeasurementValues other) {
    Optional<?> value = value(codePoint, one);
    return value.isPresent() && value.equals(value(codePoint, other));
  }

  private static Optional<?> value(Label codePoint, MeasurementValues values) {
    if (!(codePoint instanceof Label.OfInteger number) || !number.fitsLong()) {
      return values.extensions().get(codePoint);
    }
    long at = number.longValue();
    if (at < 0 || at > MeasurementValues.PSA_CERTIFICATE_NUMBER) {
      return values.extensions().get(codePoint);
    }
    return switch ((int) at) {
      case MeasurementValues.VERSION -> values.version();
      case MeasurementValues.SVN -> values.svn();
      case MeasurementValues.DIGESTS -> list(values.digests());
      case MeasurementValues.FLAGS -> values.flags();
      case MeasurementValues.RAW_VALUE -> values.rawValue();
      case MeasurementValues.RAW_VALUE_MASK -> values.rawValueMask();
      case MeasurementValues.MAC_ADDRESS -> values.macAddress();
      case MeasurementValues.IP_ADDRESS -> values.ipAddress();
      case MeasurementValues.SERIAL_NUMBER -> values.serialNumber();
      case MeasurementValues.UEID -> values.ueid();
      case MeasurementValues.UUID -> values.uuid();
      case MeasurementValues.NAME -> values.name();
      case MeasurementValues.CRYPTO_KEYS -> list(values.cryptoKeys());
      case MeasurementValues.INTEGRITY_REGISTERS -> values.integrityRegisters();
      case MeasurementValues.INT_RANGE -> values.intRange();
      case MeasurementValues.PSA_CERTIFICATE_NUMBER -> values.psaCertificateNumber();
      default -> values.extensions().get(codePoint);
    };
  }

  private static Optional<?> list(java.util.List<?> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }
}
