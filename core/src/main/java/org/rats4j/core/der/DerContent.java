package org.rats4j.core.der;

import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** The rules for the content of universal types (X.690, sections 8 and 11). */
final class DerContent {
  private static final int UNIVERSAL_MAX = 0x1e;
  private static final int CONTINUED = 0x80;
  private static final int TRUE = 0xff;

  private DerContent() {}

  /** Checks primitive content, from the position of {@code gate} to {@code end}. */
  static void check(DerGate gate, int tag, int end) throws DecodingException {
    if (tag > UNIVERSAL_MAX) {
      checkClass(gate, tag);
      return;
    }
    int length = end - gate.position();
    switch (tag) {
      case DerValue.BOOLEAN ->
          require(
              gate,
              length == 1 && (gate.at(end - 1) == 0 || gate.at(end - 1) == TRUE),
              "BOOLEAN is not one octet of 00 or FF");
      case DerValue.INTEGER, DerValue.ENUMERATED -> checkInteger(gate, length);
      case DerValue.BIT_STRING -> checkBits(gate, length, end);
      case DerValue.NULL -> require(gate, length == 0, "NULL has content");
      case DerValue.OID, DerValue.RELATIVE_OID -> checkArcs(gate, end);
      case DerValue.UTF8_STRING -> gate.checkUtf8(end);
      case DerValue.BMP_STRING -> require(gate, length % 2 == 0, "text ends inside a character");
      case DerValue.UNIVERSAL_STRING ->
          require(gate, length % 4 == 0, "text ends inside a character");
      case DerValue.GENERALIZED_TIME -> gate.checkTime(end);
      case DerValue.UTC_TIME -> checkUtcTime(gate, length);
      case DerValue.OCTET_STRING,
          DerValue.NUMERIC_STRING,
          DerValue.PRINTABLE_STRING,
          DerValue.TELETEX_STRING,
          DerValue.VIDEOTEX_STRING,
          DerValue.IA5_STRING,
          DerValue.GRAPHIC_STRING,
          DerValue.VISIBLE_STRING,
          DerValue.GENERAL_STRING -> {}
      default -> throw unknown(gate);
    }
  }

  static void checkConstructed(DerGate gate, int tag) throws DecodingException {
    if (tag > (UNIVERSAL_MAX | DerValue.CONSTRUCTED)) {
      checkClass(gate, tag);
    } else if (tag != DerValue.SEQUENCE && tag != DerValue.SET) {
      throw gate.notCanonical("type is not constructed in DER, or has no rules in here");
    }
  }

  /** Universal tags from 31 on are times of newer editions, which nothing here uses. */
  private static void checkClass(DerGate gate, int tag) throws DecodingException {
    if ((tag & 0xc0) == 0) {
      throw unknown(gate);
    }
  }

  private static void checkInteger(DerGate gate, int length) throws DecodingException {
    require(gate, length > 0, "INTEGER is empty");
    if (length > 1) {
      int sign = gate.at(gate.position());
      int next = gate.at(gate.position() + 1);
      boolean shorter = sign == 0 && next < CONTINUED || sign == 0xff && next >= CONTINUED;
      require(gate, !shorter, "INTEGER is not in its shortest form");
    }
  }

  private static void checkBits(DerGate gate, int length, int end) throws DecodingException {
    require(gate, length > 0, "BIT STRING is empty");
    int unused = gate.at(gate.position());
    require(gate, unused < 8 && (unused == 0 || length > 1), "BIT STRING counts bits wrongly");
    require(
        gate,
        unused == 0 || (gate.at(end - 1) & (1 << unused) - 1) == 0,
        "unused bits of a BIT STRING are not 0");
  }

  private static void checkArcs(DerGate gate, int end) throws DecodingException {
    boolean first = true;
    for (int i = gate.position(); i < end; i++) {
      require(gate, !first || gate.at(i) != CONTINUED, "arc is not in its shortest form");
      first = gate.at(i) < CONTINUED;
    }
    require(gate, end > gate.position() && first, "OBJECT IDENTIFIER is empty or cut");
  }

  private static void checkUtcTime(DerGate gate, int length) throws DecodingException {
    boolean right = length == 13 && gate.at(gate.position() + 12) == 'Z';
    for (int i = 0; right && i < 12; i++) {
      int digit = gate.at(gate.position() + i);
      right = digit >= '0' && digit <= '9';
    }
    require(gate, right, "UTCTime is not YYMMDDHHMMSSZ");
  }

  private static DecodingException unknown(DerGate gate) {
    return gate.fail(
        Reason.UNSUPPORTED, DerValue.NON_CANONICAL, "universal type without rules in here");
  }

  private static void require(DerGate gate, boolean condition, String detail)
      throws DecodingException {
    if (!condition) {
      throw gate.notCanonical(detail);
    }
  }
}
