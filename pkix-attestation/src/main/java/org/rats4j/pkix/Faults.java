package org.rats4j.pkix;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.der.DerValue;

/** Exceptions of the readers, and the checks that every type of the draft needs. */
final class Faults {
  private Faults() {}

  static DecodingException structure(String path, String detail) {
    return DecodingException.of(Reason.UNEXPECTED_STRUCTURE, PkixCodes.STRUCTURE, path, detail);
  }

  static DecodingException structure(String code, String path, String detail) {
    return DecodingException.of(Reason.UNEXPECTED_STRUCTURE, code, path, detail);
  }

  static DecodingException value(String code, String path, String detail) {
    return DecodingException.of(Reason.INVALID_VALUE, code, path, detail);
  }

  static DecodingException duplicate(String code, String path, String detail) {
    return DecodingException.of(Reason.DUPLICATE_KEY, code, path, detail);
  }

  /** Returns {@code e} of a value that did not know its place. */
  static DecodingException at(DecodingException e, String path) {
    boolean plain = e.code().equals(e.reason().name());
    boolean limit = e.reason() == Reason.LIMIT_EXCEEDED;
    return DecodingException.of(
        e.reason(), plain && !limit ? PkixCodes.STRUCTURE : e.code(), path, e.detail());
  }

  /** Returns the members of a SEQUENCE that is closed for further ones. */
  static List<DerValue> closed(DerValue value, int min, int max, String path)
      throws DecodingException {
    List<DerValue> members = sequence(value, path);
    if (members.size() > max) {
      throw structure(PkixCodes.ENVELOPE_EXTENDED, path, "SEQUENCE of " + members.size());
    }
    if (members.size() < min) {
      throw structure(path, "SEQUENCE of " + members.size());
    }
    return members;
  }

  static List<DerValue> sequence(DerValue value, String path) throws DecodingException {
    if (!value.is(DerValue.SEQUENCE)) {
      throw structure(path, "no SEQUENCE");
    }
    return value.members();
  }

  static void limit(int count, int max, String path, String what) throws DecodingException {
    if (count > max) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED, PkixCodes.LIMIT_EXCEEDED, path, "more than " + max + " " + what);
    }
  }
}
